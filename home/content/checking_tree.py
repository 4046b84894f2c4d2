"""Checks the tree of pages: keys, types, parents and addresses."""

import re

from django.utils.translation import gettext as _

from core.languages import column, content_languages, default_language
from core.models import SitePage
from home.content import formats
from home.content.entries import no_such_page, unknown
from home.content.plans import PagePlan
from home.content.source import Located

SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
KEY = re.compile(r"^[a-z][a-z0-9_-]{0,63}$")
ENTRY_FIELDS = ("key", "parent", "type", "published", *formats.TREE_FIELDS)


def check_tree(plan, entries, stored, known):
    """Plan the pages of the tree, parents first."""
    entries = {key: row for key, row in entries.items() if not _is_view(row)}
    for key in _parents_first(entries, stored, known):
        page_plan = _entry(key, entries[key], stored, known)
        if page_plan:
            plan.pages[key] = page_plan
    for page_plan in plan.pages.values():
        _check_place(page_plan, plan, stored, known)
    _check_slugs(plan, stored, known)


def _parents_first(entries, stored, known):
    """Return the keys of `entries`, each after its parent, noting unknown parents and circles."""
    ordered = []
    for key in entries:
        branch = []
        while key in entries and key not in ordered and key not in branch:
            branch.append(key)
            key = _parent_key(entries[key])
        if key in branch:
            message = _("The page stands below itself: %s.")
            circle = " → ".join([*branch[branch.index(key) :], key])
            known.faults.add(entries[key].place, message % circle)
            known.faults.refuse()
        if key is not None and key not in entries and key not in stored:
            known.faults.add(entries[branch[-1]].place, no_such_page(key, known))
        ordered.extend(reversed(branch))
    return ordered


def _parent_key(entry):
    parent = entry.get("parent")
    return parent.value if parent is not None and _is_word(parent.value) else None


def _is_view(entry):
    given = entry.get("type")
    return given is not None and given.value in formats.VIEWS


def _is_word(value):
    return isinstance(value, str)


def _entry(key, entry, stored, known):
    faults = known.faults
    for name, item in entry.items():
        if name not in ENTRY_FIELDS:
            faults.add(item.place, unknown(name, ENTRY_FIELDS))
    if not KEY.match(key):
        message = _(
            "“%s” is no key. Use small letters, digits, _ and -, at most 64 of them."
        )
        faults.add(entry.get("key").place, message % key)
    page_type = _page_type(entry, faults)
    if page_type is None:
        return None
    plan = PagePlan(key, entry.place, page_type, stored.get(key))
    plan.parent_key = _parent_key(entry)
    plan.is_published = _is_published(entry, faults)
    _read_titles_and_slugs(plan, entry, known)
    return plan


def _page_type(entry, faults):
    given = entry.get("type") or Located(None, entry.place)
    page_type = formats.page_type(given.value) if _is_word(given.value) else None
    if page_type is None:
        choices = [*formats.PAGE_TYPES, *formats.STAND_INS]
        faults.add(given.place, unknown(given.value, choices))
    return page_type


def _is_published(entry, faults):
    given = entry.get("published")
    if given is not None and not isinstance(given.value, bool):
        faults.add(given.place, _("Write true or false."))
    return given is None or given.value is True


def _read_titles_and_slugs(plan, entry, known):
    is_root = plan.parent_key is None
    for name, kind in formats.TREE_FIELDS.items():
        given = entry.get(name)
        if given is None:
            continue
        for assignment in kind.read(given, plan.page_type.model, known):
            if name == "slug" and assignment.told == "":
                _check_empty_slug(assignment, is_root, known)
                continue
            if name == "slug" and assignment.told and not SLUG.match(assignment.told):
                message = _(
                    "“%s” is no slug. Use small letters without accents, digits and hyphens."
                )
                known.faults.add(assignment.place, message % assignment.told)
            plan.assignments.append(assignment)


def _check_empty_slug(assignment, is_root, known):
    # The home page has no slug in its address, and other languages share the default's.
    if not is_root and assignment.column == column("slug", default_language()):
        known.faults.add(assignment.place, _("The page needs a slug."))


def _check_place(page_plan, plan, stored, known):
    if page_plan.page is not None:
        _check_same_type(page_plan, known)
        if page_plan.parent_key is None:
            page_plan.parent_key = _stored_parent_key(page_plan.page, stored)
        return
    parent = plan.pages.get(page_plan.parent_key)
    parent_page = stored.get(page_plan.parent_key)
    parent_model = parent.page_type.model if parent else type(parent_page)
    if page_plan.parent_key is None:
        message = _(
            "The page needs a “parent”: only the home page stands alone, and it is there already."
        )
        known.faults.add(page_plan.place, message)
    elif parent is None and parent_page is None:
        return
    elif parent_model not in page_plan.page_type.model.allowed_parent_page_models():
        message = _("A %(type)s cannot stand below “%(parent)s”.")
        known.faults.add(
            page_plan.place,
            message
            % {"type": page_plan.page_type.name, "parent": page_plan.parent_key},
        )
    elif parent_page is not None:
        page_plan.page = _unkeyed_page(page_plan, parent_page)


def _stored_parent_key(page, stored):
    parent = page.get_parent()
    return next((key for key, other in stored.items() if other.pk == parent.pk), None)


def _check_same_type(page_plan, known):
    """Note a file that means another type; a stand-in of old files names any page."""
    model = type(page_plan.page)
    if model is page_plan.page_type.model:
        return
    stored_type = formats.type_of(model)
    if page_plan.page_type.name == "ContentPage" and stored_type:
        page_plan.page_type = stored_type
        return
    message = _(
        "The page with this key is a %(stored)s, and its type cannot be changed to %(given)s."
    )
    names = {
        "stored": stored_type.name if stored_type else model.__name__,
        "given": page_plan.page_type.name,
    }
    known.faults.add(page_plan.place, message % names)
    page_plan.page_type = stored_type or page_plan.page_type


def _unkeyed_page(page_plan, parent):
    """Return the page that staff made at this very address, which then gets the key."""
    slug = page_plan.told(column("slug", default_language()))
    page = parent.get_children().filter(slug=slug, content_key=None).first()
    page = page.specific if page else None
    return page if type(page) is page_plan.page_type.model else None


def _check_slugs(plan, stored, known):
    """Note pages that would have the same address as a sibling, in the file or on the site."""
    taken = {}
    for page_plan in plan.pages.values():
        for language, slug in _slugs(page_plan).items():
            place = (page_plan.parent_key, language, slug)
            other = taken.setdefault(place, page_plan.key)
            if other == page_plan.key:
                other = _stored_sibling(page_plan, plan, stored, language, slug)
            if other and other != page_plan.key:
                message = _(
                    "“%(slug)s” (%(language)s) is already the slug of “%(other)s”, beside it."
                )
                names = {"slug": slug, "language": language, "other": other}
                known.faults.add(page_plan.place, message % names)


def _slugs(page_plan):
    default = page_plan.told(column("slug", default_language()))
    if default is None or page_plan.parent_key is None:
        return {}
    return {
        language: page_plan.told(column("slug", language)) or default
        for language in content_languages()
    }


def _stored_sibling(page_plan, plan, stored, language, slug):
    """Return the key or title of a page of the site that has the slug and keeps it."""
    parent = stored.get(page_plan.parent_key)
    if parent is None:
        return None
    own = page_plan.page.pk if page_plan.page else None
    for sibling in SitePage.objects.child_of(parent).exclude(pk=own):
        if sibling.slug_in(language) == slug and sibling.content_key not in plan.pages:
            return sibling.content_key or sibling.title
    return None
