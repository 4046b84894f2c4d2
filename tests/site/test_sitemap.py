"""What search engines find: each readable page in each language it is offered in."""

from xml.etree import ElementTree

import pytest

from core import sitemaps
from core.languages import content_languages
from tests.factories import make_content_page

pytestmark = pytest.mark.django_db

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


@pytest.fixture(autouse=True)
def site_address(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://www.example.org"
    return settings.WAGTAILADMIN_BASE_URL


def read(client, address):
    response = client.get(address)
    assert response["Content-Type"] == "application/xml"
    return ElementTree.fromstring(response.getvalue())


def addresses(client, language, number=1):
    found = read(client, f"/sitemap-{language}-{number}.xml").findall(".//s:loc", NAMES)
    return [place.text.removeprefix("https://www.example.org") for place in found]


def test_the_index_names_a_file_for_each_language(client):
    found = read(client, "/sitemap.xml").findall(".//s:loc", NAMES)

    assert [place.text for place in found] == [
        f"https://www.example.org/sitemap-{code}-1.xml" for code in content_languages()
    ]


def test_a_language_lists_only_the_pages_that_are_offered_in_it(client):
    make_content_page(title_fr="Gouvernance", title_en="Governance")
    make_content_page(title_fr="Équipe")

    assert addresses(client, "fr") == ["/fr/", "/fr/gouvernance/", "/fr/equipe/"]
    assert addresses(client, "en") == ["/en/", "/en/governance/"]


def test_drafts_private_pages_and_what_is_below_them_are_left_out(client):
    make_content_page(title_fr="Brouillon").unpublish()
    private = make_content_page(title_fr="Privé")
    private.view_restrictions.create(restriction_type="login")
    make_content_page(private, title_fr="Dessous")

    assert addresses(client, "fr") == ["/fr/"]


def test_each_page_names_its_translations_and_one_for_other_languages(client):
    make_content_page(title_fr="Gouvernance", title_en="Governance")

    entry = read(client, "/sitemap-en-1.xml").findall("s:url", NAMES)[-1]

    links = {
        link.get("hreflang"): link.get("href")
        for link in entry.findall("x:link", NAMES)
    }
    assert links == {
        "fr": "https://www.example.org/fr/gouvernance/",
        "en": "https://www.example.org/en/governance/",
        "x-default": "https://www.example.org/fr/gouvernance/",
    }
    assert entry.find("s:lastmod", NAMES) is not None


def test_a_large_site_has_several_files(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "PAGES_IN_A_FILE", 2)
    make_content_page(title_fr="Un")
    make_content_page(title_fr="Deux")

    index = read(client, "/sitemap.xml").findall(".//s:loc", NAMES)

    assert [place.text[-8:] for place in index] == [
        "fr-1.xml",
        "fr-2.xml",
        "en-1.xml",
        "es-1.xml",
    ]
    assert addresses(client, "fr", 1) + addresses(client, "fr", 2) == [
        "/fr/",
        "/fr/un/",
        "/fr/deux/",
    ]
    assert client.get("/sitemap-fr-3.xml").status_code == 404


@pytest.mark.parametrize("number", [1, 9])
def test_a_file_takes_the_same_queries_for_any_number_of_pages(
    client, django_assert_num_queries, number
):
    for index in range(number):
        make_content_page(title_fr=f"Page {index}")
    addresses(client, "fr")

    with django_assert_num_queries(1):
        assert len(addresses(client, "fr")) == number + 1
