"""Gathers what every page shows around its own texts: menus, languages, breadcrumbs."""

from dataclasses import dataclass

from core.languages import (
    content_languages,
    current_language,
    direction,
    native_name,
)
from core.models.site_settings import MenuItem, SiteSettings
from core.texts import Text


@dataclass(frozen=True)
class Link:
    """A link with a label that knows its language."""

    label: Text
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class Alternate:
    """The same page in another language."""

    language: str
    name: str
    url: str
    is_current: bool
    is_offered: bool


def frame(page, request) -> dict:
    """Return the template context that every page shares."""
    language = current_language()
    site_settings = SiteSettings.load(request)
    menu_items = site_settings.visible_menu_items()
    return {
        "language": language,
        "direction": direction(language),
        "site_settings": site_settings,
        "main_menu": menu(page, menu_items, MenuItem.Place.MAIN, request),
        "footer_menu": menu(page, menu_items, MenuItem.Place.FOOTER, request),
        "breadcrumbs": [],
        "alternates": alternates(page, request),
        "canonical_url": page.get_full_url(request),
        "notice_language": None,
    }


def menu(page, items, place, request) -> list[Link]:
    """Return the links of the menu at `place`."""
    return [
        Link(
            label=item.text_label(),
            url=item.page.get_url(request),
            is_current=item.page.path == page.path[: len(item.page.path)],
        )
        for item in items
        if item.place == place
    ]


def alternates(page, request) -> list[Alternate]:
    """Return the page in each language of the site, the current one included."""
    return [
        Alternate(
            language=language,
            name=native_name(language),
            url=page.get_url(request),
            is_current=language == current_language(),
            is_offered=page.is_offered_in(language),
        )
        for language in content_languages()
    ]
