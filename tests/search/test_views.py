"""The page of the search: for any visitor, in any language, without a script."""

from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.models import MenuItem, SiteSettings
from search.engine import RESULTS_A_PAGE
from search.grouping import SHOWN_OF_A_GROUP
from tests.factories import (
    faq_item,
    funder,
    make_faq_page,
    make_funder_list_page,
    make_organisation_list_page,
    make_press_item,
    make_resource_page,
    organisation,
)
from tests.search.test_engine import make
from tests.site.rendering import Elements

pytestmark = pytest.mark.django_db

MOST_QUERIES = 5
ADDRESSES = {"fr": "/fr/recherche/", "en": "/en/search/", "es": "/es/buscar/"}


def show(client, language="fr", **query):
    response = client.get(ADDRESSES[language], query)
    assert response.status_code == 200
    return response


def make_many(count, word="moineau", **fields):
    for number in range(count):
        make(f"{word} {number}", slug=f"{word}-{number}", **fields)


@pytest.mark.parametrize("language", ADDRESSES)
def test_the_search_has_an_address_in_each_language_and_knows_the_others(
    client, language
):
    html = show(client, language, q="wiego", kind="page", page="2").text

    links = [
        (link["hreflang"], link["href"])
        for link in Elements(html).named("a")
        if "hreflang" in link
    ]
    assert links == [
        (code, f"{address}?q=wiego&kind=page") for code, address in ADDRESSES.items()
    ]


def test_search_engines_list_no_search(client):
    response = show(client, q="wiego")

    assert response.headers["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in response.text
    assert not [
        link
        for link in Elements(response.text).named("link")
        if link["rel"] in ("canonical", "alternate")
    ]


def test_every_page_has_a_plain_form_that_leads_to_the_search(client):
    for path in ("/fr/", "/fr/nulle-part/"):
        html = client.get(path).text
        forms = Elements(html).named("form")

        assert [form["action"] for form in forms] == ["/fr/recherche/"], path


def test_the_page_of_the_search_has_one_field_that_keeps_what_was_typed(client):
    html = show(client, q='a "b" <c>').text

    fields = [tag for tag in Elements(html).named("input") if tag["name"] == "q"]
    assert [field["value"] for field in fields] == ['a "b" <c>']


def test_results_are_grouped_by_kind_and_other_languages_come_after(client):
    make("Stages de moineaux")
    make("Internship of moineau", language="en", title_fr="Abri", slug="abri")
    make_faq_page(items=[faq_item(question_fr="Un moineau ?")])

    response = show(client, q="moineau")

    names = [(group.name, group.language) for group in response.context["groups"]]
    assert sorted(names[:2]) == [("Pages", ""), ("Questions", "")]
    assert names[2:] == [("English", "en")]


def test_one_search_finds_all_kinds_of_things_and_gives_each_a_group(client):
    make("Moineau")
    make_faq_page(items=[faq_item(question_fr="Un moineau ?")])
    make_funder_list_page(funders=[funder(name_fr="Fonds Moineau")])
    make_organisation_list_page(organisations=[organisation(name_fr="Moineau net")])
    make_resource_page(title_fr="Profil du moineau")
    make_press_item(title_fr="Le moineau chante")

    groups = show(client, q="moineau").context["groups"]

    assert {(group.kind, group.count) for group in groups} == {
        ("page", 1),
        ("faq.faqitem", 1),
        ("partnerships.funder", 1),
        ("organisations.organisation", 1),
        ("resources.resourcepage", 1),
        ("press.pressitempage", 1),
    }


def test_an_answer_is_linked_where_it_stands(client):
    make_faq_page(items=[faq_item(anchor="moineau", question_fr="Un moineau ?")])

    assert '#moineau"' in show(client, q="moineau").text


def test_what_is_in_another_language_says_so(client):
    make("Sparrow house", language="en", title_fr="Abri", slug="abri")

    html = show(client, q="sparrow").text

    (hit,) = [tag for tag in Elements(html).named("li") if tag.get("class") == "hit"]
    assert (hit["lang"], hit["dir"]) == ("en", "ltr")
    assert "<strong>English</strong>" in html


def test_found_words_are_marked_and_nothing_of_a_text_is_html(client):
    make("Moineau <b>gras</b>", lead_fr="Le moineau <script>x</script> chante.")

    html = show(client, q="moineau").text

    assert "<mark>Moineau</mark> &lt;b&gt;gras" in html
    assert "<mark>moineau</mark> &lt;script&gt;" in html


def test_a_large_group_shows_some_and_leads_to_all(client):
    make_many(RESULTS_A_PAGE + 2)

    response = show(client, q="moineau")

    (group,) = response.context["groups"]
    assert len(group.hits) == SHOWN_OF_A_GROUP
    assert 'href="/fr/recherche/?q=moineau&amp;kind=page"' in response.text


def test_a_list_of_one_kind_has_pages(client):
    make_many(RESULTS_A_PAGE + 2)

    first = show(client, q="moineau", kind="page")
    second = show(client, q="moineau", kind="page", page="2")

    assert len(first.context["results"].hits) == RESULTS_A_PAGE
    assert len(second.context["results"].hits) == 2
    assert "?q=moineau&amp;kind=page&amp;page=2" in first.text


def test_filters_count_what_they_leave(client):
    make_many(2, title_en="moineau", lead_en="moineau")
    make_faq_page(items=[faq_item(question_fr="Un moineau ?")])

    response = show(client, q="moineau")

    choices = {
        filter.name: {choice.value: choice.count for choice in filter.choices}
        for filter in response.context["filters"]
    }
    assert choices["kind"] == {"": 3, "page": 2, "faq.faqitem": 1}
    assert choices["language"] == {"": 3, "fr": 3, "en": 2}


def test_a_language_alone_shows_what_is_found_in_others_too(client):
    make("WIEGO", title_en="WIEGO")

    response = show(client, q="wiego", language="en")

    assert [hit.url for hit in response.context["results"].hits] == ["/en/wiego/"]


def test_where_nothing_is_found_the_page_leads_on(
    client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        page = make("Économie informelle")
    site_settings = SiteSettings.objects.first() or SiteSettings(name_fr="WIEGO")
    site_settings.menu_items = [MenuItem(page=page)]
    site_settings.save()

    html = unescape(show(client, q="infromelle").text)

    assert "?q=informelle" in html
    assert "Vérifiez l’orthographe" in html
    assert Elements(html).named("main") and 'class="onward-list"' in html


def test_the_footer_and_texts_of_the_search_are_in_the_language_of_its_address(client):
    assert "Nothing was found for “zzz”" in unescape(show(client, "en", q="zzz").text)
    assert "No se encontró nada" in show(client, "es", q="zzz").text


@pytest.mark.parametrize("size", [1, 30])
@pytest.mark.parametrize("query", [{}, {"kind": "page"}, {"language": "fr"}])
def test_a_search_takes_at_most_five_queries(client, size, query):
    section = make("Section")
    make_many(size)
    make_many(size, "moineaux", language="en", title_fr="Autre")
    site_settings = SiteSettings.objects.first() or SiteSettings(name_fr="WIEGO")
    site_settings.menu_items = [MenuItem(page=section)]
    site_settings.save()
    show(client, q="moineau")

    with CaptureQueriesContext(connection) as queries:
        response = show(client, q="moineau", **query)

    assert response.context["results"].hits
    assert len(queries) <= MOST_QUERIES, [query["sql"] for query in queries]


def test_suggestions_come_with_all_that_is_said_of_them(client):
    make("Organisation")

    answer = client.get("/fr/recherche/suggestions/", {"q": "organ"})

    assert answer.json() == {
        "label": "Suggestions",
        "message": "1 suggestion",
        "results": [
            {"title": "Organisation", "kind": "Page", "url": "/fr/organisation/"}
        ],
    }
    assert "max-age" in answer.headers["Cache-Control"]


def test_a_suggestion_with_the_word_in_its_title_comes_first(client):
    make("Autre", lead_fr="organisation " * 20, slug="autre")
    make(
        "Une longue page où se trouve parmi d’autres mots une organisation", slug="une"
    )

    answer = client.get("/fr/recherche/suggestions/", {"q": "organisation"})

    assert [found["url"] for found in answer.json()["results"]] == [
        "/fr/une/",
        "/fr/autre/",
    ]


@pytest.mark.parametrize(
    "query",
    [
        {"q": "\x00"},
        {"q": "mot \x00\ud800".encode("utf-8", "surrogatepass").decode("latin-1")},
        {"q": '"' * 1000},
        {"q": "mot " * 10_000},
        {"q": "mot", "kind": "x" * 5000},
        {"q": "mot", "kind": "page\x00"},
        {"q": "mot", "kind": "pa\x00ge"},
        {"q": "mot", "kind": "auth.user"},
        {"q": "mot", "language": "xx"},
        {"q": "mot", "page": "99999999999999999999999"},
        {"q": "mot", "page": "-1"},
        {"q": "mot", "page": "٣"},
        {"q": ["mot", "autre"], "page": ["1", "x"]},
    ],
)
def test_no_address_is_too_odd(client, query):
    make("Mot")

    for path in ("", "suggestions/"):
        assert client.get(f"/fr/recherche/{path}", query).status_code == 200


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.dictionaries(
        st.sampled_from(["q", "kind", "language", "page"]),
        st.text(
            alphabet=st.characters(exclude_categories=["Cs"]),
            max_size=40,
        ),
    )
)
def test_whatever_an_address_asks_there_is_a_page(client, query):
    for path in ("", "suggestions/"):
        assert client.get(f"/fr/recherche/{path}", query).status_code == 200
