"""One policy for texts that are not translated: every surface tells the same story of a page.

Each state of a page is made once and looked at on every surface in every language; what
the surfaces must say follows from two facts alone, who may read it and where it is written.
"""

import re
from dataclasses import dataclass

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import transaction
from django.test import Client, override_settings

from core.languages import default_language, direction
from core.models import MenuItem, SitePage, SiteSettings
from tests.factories import faq_item, make_content_page, make_faq_page
from tests.site.page_states import LANGUAGES, STATES, State

pytestmark = pytest.mark.django_db


SITE_URL = "https://www.example.org"


@dataclass
class Visit:
    """A page in a state, and what a visitor read of it in each language before it was undone."""

    state: State
    page: dict[str, BeautifulSoup | None]
    site_map: dict[str, str]
    home: dict[str, BeautifulSoup]
    linking: dict[str, BeautifulSoup]
    crumbs: dict[str, list[str] | None]


@pytest.fixture(scope="module", params=STATES, ids=lambda make: make.__name__)
def visit(request, django_db_setup, django_db_blocker):
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        override_settings(WAGTAILADMIN_BASE_URL=SITE_URL),
    ):
        visited = look_everywhere(request.param())
        transaction.set_rollback(True)
    cache.clear()
    return visited


def look_everywhere(state) -> Visit:
    state.page = page = SitePage.objects.get(pk=state.page.pk).specific
    seen = {
        "page": in_each_language(lambda code: read(address(page, code))),
        "site_map": in_each_language(site_map),
    }
    show_in_menu(page)
    linking, below = make_linking_page(page), make_page_below(page)
    return Visit(
        state=state,
        **seen,
        home=in_each_language(lambda code: read(f"/{code}/")),
        linking=in_each_language(lambda code: read(address(linking, code))),
        crumbs=in_each_language(lambda code: crumbs(below, code)),
    )


def in_each_language(look) -> dict:
    return {code: look(code) for code in LANGUAGES}


def read(url):
    response = Client().get(url)
    found = response.status_code == 200
    return BeautifulSoup(response.content, "html.parser") if found else None


def site_map(language):
    return Client().get(f"/sitemap-{language}-1.xml").getvalue().decode()


def show_in_menu(page):
    site_settings = SiteSettings.objects.first() or SiteSettings(name_fr="WIEGO")
    site_settings.menu_items = [MenuItem(page=page, place="main")]
    site_settings.save()


def make_linking_page(page):
    link = f'<p>Voir <a linktype="page" id="{page.pk}">cette page</a>.</p>'
    return make_faq_page(
        slug_fr="liens",
        slug_en="liens",
        title_fr="Liens",
        items=[faq_item(answer_fr=link)],
    )


def make_page_below(page):
    if page.subpage_types == []:
        return None
    return make_content_page(page, title_fr="Dessous", slug_fr="dessous")


def crumbs(page, language):
    """Return where the breadcrumbs of `page` lead, if there is one that can be read."""
    response = page and Client().get(address(page, language))
    if not response or response.status_code != 200:
        return None
    return [link.url for link in response.context_data["breadcrumbs"]]


@pytest.fixture
def state(visit):
    return visit.state


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def soup(visit, state, language):
    """The page as a visitor reads it in `language`; a page that nobody may read has none."""
    assert bool(visit.page[language]) == state.is_readable
    return visit.page[language]


def address(page, language):
    return f"/{language}/{page.url_path_in(language).removeprefix('/accueil/')}"


def absolute(page, language):
    return SITE_URL + address(page, language)


def language_of(element):
    """Return the language a browser takes `element` to be in."""
    return (
        element.find_parent(lang=True).get("lang")
        if not element.get("lang")
        else element["lang"]
    )


def test_the_heading_is_in_the_language_it_says(soup, state, language):
    if soup:
        heading = soup.h1
        expected = state.title_language(language)
        assert heading.text.strip() == f"Titre {expected}"
        assert language_of(heading) == expected
        assert heading.get("dir", direction(language)) == direction(expected)


def test_the_page_is_in_the_language_of_its_address(soup, language):
    if soup:
        assert (soup.html["lang"], soup.html["dir"]) == (language, direction(language))


def test_every_text_is_marked_with_its_language(soup):
    if soup:
        for words in soup.body.find_all(
            string=re.compile(r"^(Titre|Texte|Question) (\w\w)$")
        ):
            assert language_of(words.parent) == words.split()[-1], words


def test_the_title_of_the_tab_is_that_of_the_heading(soup, state, language):
    if soup:
        expected = f"Titre {state.title_language(language)}"
        assert soup.title.text.startswith(expected)
        assert soup.find(property="og:title")["content"] == expected


def test_a_notice_stands_on_pages_that_are_not_offered_only(soup, state, language):
    if soup:
        notice = soup.find(class_="notice")
        assert bool(notice) == (language not in state.offered)
        assert not notice or notice.find(lang=state.source(language))


def test_the_canonical_address_is_that_of_the_language_one_reads(soup, state, language):
    if soup:
        expected = absolute(state.page, state.source(language))
        assert [link["href"] for link in soup.find_all(rel="canonical")] == [expected]
        assert soup.find(property="og:url")["content"] == expected
        assert soup.find(property="og:locale")["content"] == state.source(language)


def test_search_engines_learn_of_the_languages_that_are_offered(soup, state, language):
    if soup:
        links = {
            link["hreflang"]: link["href"]
            for link in soup.head.find_all("link", hreflang=True)
        }
        expected = {code: absolute(state.page, code) for code in state.offered}
        expected["x-default"] = absolute(state.page, default_language())
        assert links == (expected if language in state.offered else {})


def test_the_description_follows_the_policy(soup, state, language):
    if soup:
        description = state.page.text("search_description", language)
        found = soup.find("meta", attrs={"name": "description"})
        assert (found["content"] if found else "") == description


def test_the_switcher_leads_to_every_language(soup, state):
    if soup:
        links = soup.find(class_="menu--languages").find_all("a")
        assert [link["href"] for link in links] == [
            address(state.page, code) for code in LANGUAGES
        ]


def test_the_breadcrumbs_end_at_the_page(soup, state, language):
    if soup and (last := soup.find(class_="breadcrumbs")):
        last = last.find_all("a")[-1]
        assert last["href"] == address(state.page, language)
        assert language_of(last) == state.title_language(language)
        assert last.text.strip() == f"Titre {language_of(last)}"


def test_the_site_map_lists_it_where_it_is_offered(visit, state, language):
    url = f"<loc>{absolute(state.page, language)}</loc>"

    is_listed = url in visit.site_map[language]

    assert is_listed == (state.is_readable and language in state.offered)


def test_menus_show_it_in_the_language_of_its_title(visit, state, language):
    header = visit.home[language].header

    links = header.find_all("a", href=address(state.page, language))

    assert bool(links) == state.is_readable
    for link in links:
        assert language_of(link) == state.title_language(language)
        assert link.text.strip() == f"Titre {language_of(link)}"


def test_a_link_in_a_text_leads_to_it_only_where_it_can_be_read(visit, state, language):
    words = visit.linking[language].find(string=re.compile(r"^(Voir )?cette page"))

    link = words.find_parent("a")

    assert bool(link) == state.is_readable
    if link:
        assert link["href"] == address(state.page, language)


def test_breadcrumbs_leave_out_what_nobody_may_read(visit, state, language):
    found = visit.crumbs[language]

    if found is not None:
        assert (address(state.page, language) in found) == state.is_readable
