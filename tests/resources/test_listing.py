"""The list of documents and its filters."""

import re

import pytest

from resources.models import ResourceAuthor, ResourcePage, Theme
from tests.factories import make_resource_page
from tests.resources.lists import address, counts, listing, make, titles

pytestmark = pytest.mark.django_db


def test_filters_combine_and_count_what_each_choice_would_leave(
    client, index_page, sectors
):
    make("A", index_page, year=2020, sectors=[sectors["waste"]])
    make("B", index_page, year=2021, sectors=sectors.values())
    make("C", index_page, year=2021, sectors=[sectors["street"]])

    found = listing(client, "?sector=waste&year=2021")

    assert titles(found) == ["B"]
    assert counts(found, "sector") == {"waste": 1, "street": 2}
    assert counts(found, "year") == {"2021": 1, "2020": 1}


def test_several_values_of_a_filter_widen_the_list_and_filters_narrow_it(
    client, index_page, sectors
):
    make("A", index_page, year=2020, sectors=[sectors["waste"]])
    make("B", index_page, year=2021, sectors=sectors.values())
    make("C", index_page, year=2022, sectors=[sectors["street"]])
    make("D", index_page, year=2022, original_language="pt")

    found = listing(client, "?sector=waste&sector=street&sort=title")
    assert titles(found) == ["A", "B", "C"]
    assert counts(found, "year") == {"2022": 1, "2021": 1, "2020": 1}

    found = listing(client, "?sector=waste&sector=street&year=2020&year=2022")
    assert titles(found) == ["C", "A"]
    # As if nothing were chosen in the filter itself, but all in the other.
    assert counts(found, "sector") == {"street": 1, "waste": 1}
    assert counts(found, "year") == {"2022": 1, "2021": 1, "2020": 1}

    assert titles(listing(client, "?language=pt&language=en&year=2022")) == ["D", "C"]


def test_each_value_can_be_taken_away_alone(client, index_page, sectors):
    make("B", index_page, year=2021, sectors=sectors.values())

    chips = listing(client, "?sector=waste&sector=street&year=2021&sort=title").chips

    assert {(chip.label, str(chip.name)): chip.url for chip in chips} == {
        ("Secteur", "Street"): "/fr/ressources/?sector=waste&year=2021&sort=title",
        ("Secteur", "Waste"): "/fr/ressources/?sector=street&year=2021&sort=title",
        ("Année", "2021"): "/fr/ressources/?sector=street&sector=waste&sort=title",
    }


def test_one_choice_has_one_address_in_whatever_order_it_was_made(
    client, index_page, sectors
):
    make("B", index_page, year=2021, sectors=sectors.values())
    queries = [
        "?year=2021&sector=waste&sector=street",
        "?sector=street&sector=waste&sector=waste&year=2021",
    ]

    assert {listing(client, query).url() for query in queries} == {
        "/fr/ressources/?sector=street&sector=waste&year=2021"
    }


def test_filters_are_ticked_in_a_form_that_keeps_what_was_ticked(
    client, index_page, sectors
):
    make("B", index_page, year=2021, sectors=sectors.values())

    page = client.get(address("?sector=waste&sort=title&q=b")).text
    form = re.search(r'<form class="facets".*?</form>', page, re.DOTALL)[0]

    ticked = re.findall(r'name="(\w+)" value="(\w+)" checked', form)
    assert ticked == [("sector", "waste")]
    assert 'action="/fr/ressources/#results"' in form and 'id="results"' in page
    assert re.findall(r'type="hidden" name="(\w+)" value="(\w+)"', form) == [
        ("q", "b"),
        ("sort", "title"),
    ]
    assert "<details open>" in form and "<details>" in form


def test_what_is_ticked_is_shown_even_where_it_is_rare(client, index_page):
    for number in range(12):
        make(f"{number}", index_page, year=2000 + number)

    found = listing(client, "?year=2000&year=1990")
    assert counts(found, "year").keys() >= {"2000", "1990"}
    assert len(counts(found, "year")) == 12

    assert len(counts(listing(client, "?all=year"), "year")) == 12
    assert "<details open>" in client.get(address("?all=year")).text


def test_the_other_languages_keep_all_values(client, index_page, sectors):
    make("B", index_page, sectors=sectors.values())

    page = client.get(address("?sector=street&sector=waste")).text

    assert "/en/resources/?sector=street&amp;sector=waste" in page


def test_documents_are_found_by_author_and_by_language(client, index_page):
    chen = ResourceAuthor(family="Chen", given="Martha")
    make("A", index_page, authors=[chen])
    make("B", index_page, original_language="pt")

    assert titles(listing(client, "?author=chen-martha")) == ["A"]
    assert titles(listing(client, "?language=pt")) == ["B"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("newest", ["Été", "Ezra", "Eau"]),
        ("oldest", ["Ezra", "Été", "Eau"]),
        ("title", ["Eau", "Été", "Ezra"]),
    ],
)
def test_the_list_is_sorted_as_asked_and_titles_as_a_dictionary_does(
    client, index_page, sort, expected
):
    make("Été", index_page, year=2021)
    make("Eau", index_page)
    make("Ezra", index_page, year=2019)

    assert titles(listing(client, f"?sort={sort}")) == expected


def test_a_title_follows_its_language_in_the_order_too(client, index_page):
    make_resource_page(index_page, title_fr="Zone", title_en="Area")
    make_resource_page(index_page, title_fr="Abri", title_en="Shelter")

    assert titles(listing(client, "?sort=title", "en")) == ["Area", "Shelter"]


@pytest.mark.parametrize(
    "query",
    [
        "?sector=none",
        "?year=99",
        "?language=%00",
        "?author=" + "x" * 5000,
        "?page=0",
        "?page=" + "9" * 400,
        "?sort=x&all=y&page=%F0%9F%A6%8A",
        "?sector=none&sector=neither&theme=no&page=3",
        "?sector=&sector=%20&sector=%00",
        "?language=x%00&language=fr-" + "y" * 300,
        "?year=" + "&year=".join(["12x4", "²²²²", "-100", "1e10"]),
    ],
)
def test_what_cannot_be_asked_is_left_out(client, index_page, query):
    make("A", index_page)

    response = client.get(address(query))

    assert response.status_code == 200
    assert titles(response.context["listing"]) == ["A"]


def test_a_wrong_value_beside_a_right_one_is_left_out_and_told(
    client, index_page, sectors
):
    make("A", index_page, sectors=[sectors["waste"]])
    make("B", index_page)

    found = listing(client, "?sector=waste&sector=none&author=nobody&author=")
    assert titles(found) == [] and len(found.chips) == 2
    found = listing(client, "?sector=waste&sector=none")

    assert titles(found) == ["A"]
    assert len(found.problems) == 1 and "none" in found.problems[0]
    assert found.url() == "/fr/ressources/?sector=waste"


def test_hundreds_of_values_are_answered(client, index_page):
    make("A", index_page)
    many = "&".join(f"author=a{number}&theme=t{number}" for number in range(400))

    assert client.get(address(f"?{many}")).status_code == 200


def test_an_empty_result_says_what_to_do(client, index_page, sectors):
    make("A", index_page)

    response = client.get(address("?sector=waste&year=1999"))

    assert titles(response.context["listing"]) == []
    assert '<a href="/fr/ressources/">' in response.text
    assert response.text.count('class="chosen"') == 1


def test_search_engines_know_the_plain_list_alone(client, index_page):
    for number in range(21):
        make(f"Titre {number}", index_page)

    assert "noindex" not in client.get(address()).text
    assert "noindex" in client.get(address("?year=2020")).text
    second = client.get(address("?page=2")).text
    assert "noindex" not in second
    assert re.search(r'rel="canonical" href="[^"]*/fr/ressources/\?page=2"', second)


def test_drafts_and_private_documents_are_neither_shown_nor_counted(
    client, index_page, sectors
):
    make("Shown", index_page, sectors=[sectors["waste"]])
    draft = make("Canary draft", index_page, sectors=[sectors["waste"]])
    draft.unpublish()
    private = make("Canary private", index_page, sectors=[sectors["waste"]])
    private.view_restrictions.create(restriction_type="login")

    response = client.get(address())

    assert "Canary" not in response.text
    assert response.context["listing"].total == 1
    assert counts(response.context["listing"], "sector") == {"waste": 1}


def test_the_list_follows_what_editors_publish(client, index_page):
    theme = Theme.objects.create(key="law", label_fr="Droit")
    page = make("A", index_page)
    page.themes = [theme]
    page.save_revision()
    assert counts(listing(client), "theme") == {}

    page.get_latest_revision().publish()
    assert counts(listing(client), "theme") == {"law": 1}

    ResourcePage.objects.get().delete()
    assert counts(listing(client), "theme") == {}


def test_an_alias_is_listed_once(client, index_page):
    page = make("A", index_page)
    page.create_alias(update_slug="alias")

    assert titles(listing(client)) == ["A"]
