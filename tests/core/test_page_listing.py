import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from wagtail.models import get_page_models

from core.languages import content_languages
from core.models import SitePage
from tests.admin.browser import HOST, admin_window
from tests.admin.people import make_staff, make_superuser, signed_in
from tests.factories import (
    home_page,
    make_content_page,
    make_faq_page,
    make_partnership_page,
)

pytestmark = pytest.mark.django_db

PAGE_TYPES = [model for model in get_page_models() if model is not SitePage]


def explorer(section):
    return reverse("wagtailadmin_explore", args=[section.pk])


def chooser(section):
    return reverse("wagtailadmin_choose_page_child", args=[section.pk])


def search(section):
    return reverse("wagtailadmin_pages:search")


def html_of(client, url):
    response = client.get(url)
    assert response.status_code == 200
    # The chooser answers with a fragment inside JSON.
    is_json = response["Content-Type"] == "application/json"
    html = response.json()["html"] if is_json else response.content
    return BeautifulSoup(html, "html.parser")


def row_of(soup, page):
    """Return the row of `page`, by its title in the language of the reader where it has one."""
    title = page.title_en or page.title
    return soup.find(string=lambda text: text.strip() == title).find_parent("tr")


def offers_in(element):
    return [item.get_text(" ", strip=True) for item in element.select(".offers li")]


def icons_in(element):
    return {use["href"].removeprefix("#icon-") for use in element.select("use")}


def test_each_page_type_has_an_icon_of_its_own():
    icons = [model.icon for model in PAGE_TYPES]

    assert len(set(icons)) == len(icons)
    for icon in icons:
        assert f'id="icon-{icon}"' in render_to_string(f"icons/{icon}.svg")


def test_the_admin_knows_the_icons(admin_client):
    sprite = admin_client.get(reverse("wagtailadmin_sprite")).content.decode()

    for model in PAGE_TYPES:
        assert f'id="icon-{model.icon}"' in sprite


@pytest.mark.parametrize("language", content_languages())
def test_each_page_type_is_described_in_every_language(language):
    with translation.override("en"):
        english = [model.get_page_description() for model in PAGE_TYPES]
    with translation.override(language):
        described = [model.get_page_description() for model in PAGE_TYPES]

    assert all(described)
    assert language == "en" or not set(described) & set(english)


@pytest.mark.parametrize("listing", [explorer, chooser, search])
def test_a_list_of_pages_says_which_languages_each_is_offered_in(admin_client, listing):
    page = make_content_page(lead_fr="Un texte.", title_en="Governance")

    row = row_of(html_of(admin_client, listing(home_page())), page)

    assert offers_in(row) == [
        "fr Français: complete",
        "en English: partly translated",
        "es Español: not translated",
    ]


@pytest.mark.parametrize("listing", [explorer, search])
def test_a_list_of_pages_shows_the_icon_of_each_type(admin_client, listing):
    text, partnerships = make_content_page(), make_partnership_page()

    soup = html_of(admin_client, listing(home_page()))

    assert "content-page" in icons_in(row_of(soup, text))
    assert "partnership-page" in icons_in(row_of(soup, partnerships))


def test_icons_and_languages_cost_no_query_a_page(admin_client):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            html_of(admin_client, explorer(section))
        return len(captured)

    section = make_content_page()
    make_content_page(section, title_fr="A")
    make_content_page(section, title_fr="B")
    queries()
    two = queries()
    for number in range(5):
        make_content_page(section, title_fr=f"C {number}")

    assert queries() == two


def test_the_types_to_choose_from_show_icon_and_description(admin_client):
    url = reverse("wagtailadmin_pages:add_subpage", args=[home_page().pk])

    types = html_of(admin_client, url).select(".page-types__type")

    assert [icons_in(item) for item in types] == [
        {"contact-page"},
        {"content-page"},
        {"organisation-list-page"},
        {"faq-page"},
        {"resource-index-page"},
        {"partnership-page"},
        {"press-room-page"},
    ]
    assert all(item.select_one(".page-types__description").text for item in types)


@pytest.mark.parametrize("name", ["wagtailadmin_pages:edit", "wagtailadmin_explore"])
def test_the_header_of_a_page_shows_its_type_and_languages(admin_client, name):
    page = make_content_page(title_en="Governance")

    header = html_of(admin_client, reverse(name, args=[page.pk])).select_one(
        ".w-slim-header"
    )

    assert "content-page" in icons_in(header)
    assert offers_in(header)[1:] == [
        "en English: complete",
        "es Español: not translated",
    ]


def test_the_chooser_shows_the_icon_of_the_type():
    page = make_faq_page()

    response = signed_in(make_staff()).get(chooser(home_page()))

    html = response.json()["html"]
    row = html[html.index("page-title__icon") :]
    assert f"#icon-{page.icon}" in html
    assert f'data-title="{page.title}"' in row


@pytest.mark.sqlite
def test_lists_of_pages_and_users_fit_a_telephone():
    section = make_content_page(title_fr="Base de connaissances")
    make_content_page(section)
    url = HOST + explorer(home_page())
    make_staff(email="communications.and.press.of.the.network@example.org")

    with admin_window(make_superuser(), width=360) as window:
        window.goto(url)
        window.locator("td.page-title").first.wait_for()
        pages = widths_of_list(window)
        window.goto(HOST + reverse("wagtailusers_users:index"))
        window.locator("td.username").first.wait_for()
        users = widths_of_list(window)

    assert pages[0] <= pages[1]
    assert users[0] <= users[1]


def widths_of_list(window):
    return window.evaluate(
        "(({scrollWidth, clientWidth}) => [scrollWidth, clientWidth])"
        "(document.querySelector('table.listing').parentElement)"
    )


def test_a_list_says_yes_and_no_in_the_language_of_whoever_reads():
    with translation.override("fr"):
        cells = [
            render_to_string(
                "wagtailadmin/tables/boolean_cell.html", {"value": value, "column": {}}
            )
            for value in (True, False, None)
        ]

    titles = [BeautifulSoup(cell, "html.parser").text.strip() for cell in cells]
    assert titles == ["oui", "non", "peut-être"]
