"""Checks the site settings, the menus and the redirects."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect

from core.languages import content_languages
from home.content import formats
from home.content.entries import no_such_page, rows_of, unknown
from home.content.kinds import Shared
from home.content.known import not_a_text
from home.content.links import fault_of
from home.content.plans import MenuPlan, RedirectPlan
from home.content.source import Located

REDIRECT_FIELDS = ("from", "to", "language", "url", "permanent", "automatic")


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
        if not isinstance(key, str) or key not in known.page_keys:
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
    for old_path, given in rows_of(section, "from", known.faults).items():
        for name, item in given.items():
            if name not in REDIRECT_FIELDS:
                known.faults.add(item.place, unknown(name, REDIRECT_FIELDS))
        _check_old_path(old_path, given.get("from").place, known)
        redirect = RedirectPlan(
            Redirect.normalise_path(old_path),
            key=_word(given, "to", known),
            language=_word(given, "language", known),
            url=_word(given, "url", known) or "",
            is_permanent=_flag(given, "permanent", True, known),
            is_automatic=_flag(given, "automatic", False, known),
        )
        _check_target(redirect, given, known)
        if redirect.old_path in {other.old_path for other in plan.redirects}:
            message = _("“%s” is given twice.") % redirect.old_path
            known.faults.add(given.place, message)
        plan.redirects.append(redirect)


def _check_target(redirect, given, known):
    if bool(redirect.key) == bool(redirect.url):
        message = _("Say where it leads: “to” a page, or to a “url”, one of the two.")
        known.faults.add(given.place, message)
    elif redirect.key and redirect.key not in known.page_keys:
        known.faults.add(given.get("to").place, no_such_page(redirect.key, known))
    elif redirect.url:
        fault = fault_of(redirect.url, (), ())
        if fault:
            known.faults.add(given.get("url").place, fault)
    if redirect.language and redirect.language not in content_languages():
        message = _("“%(name)s” is no language of this site: %(languages)s.")
        names = {
            "name": redirect.language,
            "languages": ", ".join(content_languages()),
        }
        known.faults.add(given.get("language").place, message % names)


def _word(given, name, known):
    found = given.get(name)
    if found is None or isinstance(found.value, str):
        return found and found.value
    not_a_text(found, known)
    return None


def _flag(given, name, default, known):
    found = given.get(name)
    if found is None:
        return default
    if not isinstance(found.value, bool):
        known.faults.add(found.place, _("Write true or false."))
    return found.value is True


def _check_old_path(old_path, place, known):
    if not old_path.startswith("/") or old_path.startswith("//"):
        message = _("“%s” is no path. Start it with one “/”.")
        known.faults.add(place, message % old_path)
        return
    try:
        Redirect._meta.get_field("old_path").clean(old_path, None)
    except ValidationError as error:
        known.faults.add(place, " ".join(error.messages))
