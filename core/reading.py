"""Gathers what every page shows around its own texts: menus, languages, breadcrumbs."""

from dataclasses import dataclass
from urllib.parse import urlencode

from core.languages import (
    content_languages,
    current_language,
    default_language,
    direction,
    fallback_chain,
    native_name,
)
from core.lookups import await_images, pages_around
from core.models.site_settings import MenuItem, SiteSettings
from core.page_references import references
from core.routing import full_url_in, site_root, url_in, url_of_home
from core.sharing import shared_picture
from core.structured_data import breadcrumb_list, organization
from core.texts import Text

LONGEST_PARAMETER = 100
MOST_VALUES = 50


@dataclass(frozen=True)
class Link:
    """A link with a label that knows its language."""

    label: Text
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class Alternate:
    """The same page in another language, for the reader to change to."""

    language: str
    name: str
    url: str
    is_current: bool
    is_offered: bool


@dataclass(frozen=True)
class Hreflang:
    """The absolute address of the page in one language, for search engines."""

    code: str
    url: str


def frame(page, request) -> dict:
    """Return the template context that every page shares."""
    language = current_language()
    offered = offered_languages(page, request)
    source = source_language(language, offered)
    site_settings = SiteSettings.load(request)
    around = _look_up_pages_around(page, site_settings)
    way = breadcrumbs([*_above(page, around), page], request)
    canonical_url = full_url_in(page, source, request)
    return {
        **_language_context(language),
        **_menus(site_settings, request, page),
        "breadcrumbs": way,
        "pages_around": around,
        "alternates": alternates(page, request, offered),
        "canonical_url": canonical_url,
        "hreflangs": hreflangs(page, request, offered) if source == language else [],
        "notice_language": source if source != language else None,
        # A page shown for want of a translation is described where its text is.
        "structured_data": (
            _structured_data(page, site_settings, way, canonical_url)
            if source == language
            else ""
        ),
        "shared_picture": shared_picture(page, canonical_url),
    }


def _structured_data(page, site_settings, way, canonical_url):
    if way:
        return breadcrumb_list(way, canonical_url)
    return organization(page, site_settings)


def frame_without_page(request) -> dict:
    """Return what surrounds a response that is no page, such as one that was not found."""
    language = current_language()
    site_settings = SiteSettings.load(request)
    return {
        **_language_context(language),
        **_menus(site_settings, request),
        "alternates": [
            _alternate(code, url_of_home(code), is_offered=True)
            for code in content_languages()
        ],
    }


def offered_languages(page, request) -> list[str]:
    """Return the languages in which `page` has a text; for a preview, in which its draft has."""
    if getattr(request, "is_preview", False):
        return [offer.language for offer in page.written_offers() if offer.has_any]
    return page.languages_offered()


def source_language(language: str, offered: list[str]) -> str:
    """Return the language that a reader of `language` really gets: that one, or where its texts come from."""
    chain = [code for code in fallback_chain(language) if code in offered]
    return (chain or [language])[0]


def _language_context(language):
    return {"language": language, "direction": direction(language)}


def _menus(site_settings, request, page=None):
    items = site_settings.visible_menu_items()
    return {
        "site_settings": site_settings,
        "main_menu": menu(page, items, MenuItem.Place.MAIN, request),
        "footer_menu": menu(page, items, MenuItem.Place.FOOTER, request),
    }


def menu(page, items, place, request) -> list[Link]:
    """Return the links of the menu at `place`; the one to this page, or to its section, is current."""
    home = site_root(request)
    return [
        Link(
            label=item.text_label(),
            url=item.page.get_url(request),
            is_current=_is_current(item.page, page, home),
        )
        for item in items
        if item.place == place
    ]


def _is_current(menu_page, page, home):
    if page is None or menu_page.path == page.path:
        return page is not None
    # Every page is below the home page, which is nobody's section.
    is_home = home is not None and menu_page.url_path == home.root_path
    return page.path.startswith(menu_page.path) and not is_home


def breadcrumbs(way: list, request) -> list[Link]:
    """Return the links from the home page down to the last page of `way`; none on the home page."""
    if len(way) < 2:
        return []
    return [
        Link(
            label=page.text("title"),
            url=page.get_url(request),
            is_current=page is way[-1],
        )
        for page in way
    ]


def alternates(page, request, offered: list[str]) -> list[Alternate]:
    """Return the page in each language of the site, the current one included.

    An anchor is the same in each language, but the server never learns it: `#stages` stays
    with the browser. So each answer has its own link, and a redirect keeps the anchor.
    """
    query = _kept_query(page, request)
    return [
        _alternate(code, url_in(page, code, request) + query, code in offered)
        for code in content_languages()
    ]


def _alternate(language, url, is_offered):
    return Alternate(
        language=language,
        name=native_name(language),
        url=url,
        is_current=language == current_language(),
        is_offered=is_offered,
    )


def _kept_query(page, request):
    """Return what the address asks of the page and means the same in every language."""
    query = urlencode(
        [
            (name, value[:LONGEST_PARAMETER])
            for name in page.query_parameters
            for value in request.GET.getlist(name)[:MOST_VALUES]
            if value
        ]
    )
    return f"?{query}" if query else ""


def hreflangs(page, request, offered: list[str]) -> list[Hreflang]:
    """Return the address in each language that has texts, and one for readers of none of them."""
    urls = {code: full_url_in(page, code, request) for code in offered}
    default = source_language(default_language(), offered)
    links = [Hreflang(code, url) for code, url in urls.items()]
    return [*links, Hreflang("x-default", urls[default])] if links else []


def _look_up_pages_around(page, site_settings):
    """Look up all that the page leads to and lists in one query, and the pages above it."""
    menu_ids = {row.page_id for row in site_settings.menu_items.all()}
    used = references(page)
    await_images(used["image"])
    return pages_around(
        menu_ids | used["page"], _paths_above(page), page.listed_pages()
    )


def _above(page, around):
    """Return the pages above `page`, home first."""
    paths = _paths_above(page)
    ancestors = [other for other in around if other.path in paths]
    return sorted(ancestors, key=lambda ancestor: ancestor.path)


def _paths_above(page):
    step = page.steplen
    return [page.path[:end] for end in range(2 * step, len(page.path), step)]
