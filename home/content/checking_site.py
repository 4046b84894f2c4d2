"""Checks the site settings, the menus and the redirects."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect

from core.languages import content_languages
from home.content import formats
from home.content.entries import no_such_page, rows_of, unknown
from home.content.kinds import Shared
from home.content.plans import MenuPlan, RedirectPlan
from home.content.source import Located

REDIRECT_FIELDS = ("from", "to", "language")


def check_site(plan, given, known):
    """Plan the site settings and the menus."""
    if given is None:
        return
    names = [*formats.SITE_FIELDS, *formats.MENUS, "social_links"]
    for name, item in given.items():
        if name in formats.SITE_FIELDS:
            kind = formats.SITE_FIELDS[name]
            plan.site.assignments.extend(kind.read(item, formats.SITE_MODEL, known))
        elif name in formats.MENUS:
            menu = MenuPlan(formats.MENUS[name], _menu_items(item, known))
            plan.site.menus.append(menu)
        elif name == "social_links":
            plan.site.social_links = _social_links(item, known)
        else:
            known.faults.add(item.place, unknown(name, names))


def _menu_items(given, known):
    """Return what a file tells of a menu: a key, or a key with a label of its own."""
    if not given.is_list:
        known.faults.add(given.place, _("Write a list of keys of pages."))
        return []
    items = []
    for item in given.value:
        page = item.get("page") if item.is_map else item
        key = page.value if page is not None else None
        if key not in known.page_keys:
            known.faults.add(item.place, no_such_page(key, known))
            continue
        told = {"page": key, **_labels(item, known)}
        if told in items:
            known.faults.add(item.place, _("“%s” is in the menu twice.") % key)
        items.append(told)
    return items


def _labels(item, known):
    labels = {}
    for name, value in item.items():
        if name == "label":
            kind = formats.MENU_LABEL
            for assignment in kind.read(value, formats.MENU_ITEM, known):
                labels[assignment.column] = assignment.told
        elif name != "page":
            known.faults.add(value.place, unknown(name, ("page", "label")))
    return labels


def _social_links(given, known):
    if not given.is_list:
        known.faults.add(given.place, _("Write a list."))
        return []
    links = []
    for item in given.value:
        told = {}
        for name in ("name", "url"):
            value = item.get(name) or Located(None, item.place)
            for assignment in Shared(name).read(value, formats.SOCIAL_LINK, known):
                told[name] = assignment.told
        links.append(told)
    return links


def check_redirects(plan, section, known):
    """Plan the redirects of old addresses."""
    old_paths = set()
    for old_path, given in rows_of(section, "from", known.faults).items():
        for name, item in given.items():
            if name not in REDIRECT_FIELDS:
                known.faults.add(item.place, unknown(name, REDIRECT_FIELDS))
        _check_old_path(old_path, given.get("from").place, known)
        to, language = _word(given, "to"), _word(given, "language")
        if to not in known.page_keys:
            known.faults.add(given.place, no_such_page(to, known))
        if language not in content_languages():
            message = _("“%(name)s” is no language of this site: %(languages)s.")
            languages = ", ".join(content_languages())
            known.faults.add(
                given.place, message % {"name": language, "languages": languages}
            )
        normal = Redirect.normalise_path(old_path)
        if normal in old_paths:
            known.faults.add(given.place, _("“%s” is given twice.") % normal)
        old_paths.add(normal)
        plan.redirects.append(RedirectPlan(normal, to, language, given.place))


def _word(given, name):
    found = given.get(name)
    return found.value if found is not None and isinstance(found.value, str) else None


def _check_old_path(old_path, place, known):
    if not old_path.startswith("/") or old_path.startswith("//"):
        message = _("“%s” is no path. Start it with one “/”.")
        known.faults.add(place, message % old_path)
        return
    try:
        Redirect._meta.get_field("old_path").clean(old_path, None)
    except ValidationError as error:
        known.faults.add(place, " ".join(error.messages))
