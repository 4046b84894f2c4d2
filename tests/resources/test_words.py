"""Words that are searched within the list of documents."""

import pytest

from tests.factories import make_resource_page
from tests.resources.lists import address, counts, listing, make, titles

pytestmark = pytest.mark.django_db


def test_words_and_filters_combine_and_are_counted(client, index_page, sectors):
    both = [sectors["waste"], sectors["street"]]
    make("Travailleuses domestiques", index_page, sectors=both[:1])
    make("Travail domestique", index_page, sectors=both)
    make("Vente de rue", index_page, sectors=both)

    found = listing(client, "?q=travailleurs+domestiques&sort=title")
    assert found.total == 1
    found = listing(client, "?q=domestiques&sort=title")
    assert titles(found) == ["Travail domestique", "Travailleuses domestiques"]
    assert counts(found, "sector") == {"waste": 2, "street": 1}

    found = listing(client, "?q=domestiques&sector=street")
    assert titles(found) == ["Travail domestique"]
    assert counts(found, "sector") == {"waste": 2, "street": 1}


def test_words_find_documents_in_whatever_language_they_are(client, index_page):
    make_resource_page(index_page, title_en="Street vendors", abstract_en="Markets.")

    assert listing(client, "?q=markets").total == 1


def test_a_search_within_the_list_keeps_what_is_chosen(client, index_page, sectors):
    make("A", index_page, sectors=[sectors["waste"]])

    page = client.get(address("?q=a&sector=waste&sort=title")).text

    assert '<input type="hidden" name="sector" value="waste">' in page
    assert '<input type="hidden" name="sort" value="title">' in page
    assert 'href="/fr/ressources/?sector=waste&amp;sort=title"' in page
    assert "/en/resources/?sector=waste&amp;q=a&amp;sort=title" in page


def test_words_that_nothing_has_lead_to_the_search_of_the_site(client, index_page):
    make("A", index_page)

    page = client.get(address("?q=introuvable")).text

    assert '<a href="/fr/recherche/?q=introuvable">introuvable</a>' in page


@pytest.mark.parametrize(
    "words", ["%22", "%00", "?!", "a" * 2000, "-x", "%F0%9F%98%80"]
)
def test_no_words_make_the_list_fail(client, index_page, words):
    make("A", index_page)

    assert client.get(address(f"?q={words}")).status_code == 200
