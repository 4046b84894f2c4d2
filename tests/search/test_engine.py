"""Visitors find what they ask for, in their language first."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resources.models import Sector
from search.engine import RESULTS_A_PAGE, find, suggest
from tests.factories import (
    faq_item,
    make_content_page,
    make_faq_page,
    make_resource_page,
)

pytestmark = pytest.mark.django_db


def make(title, language="fr", **fields):
    """Make a page called `title`, which is also its address."""
    slug = fields.pop("slug", title.split()[0].lower())
    titles = {"title_fr": fields.pop("title_fr", title), f"title_{language}": title}
    return make_content_page(**titles, slug_fr=slug, **fields)


def titles(results):
    return ["".join(piece.text for piece in hit.title) for hit in results.hits]


def matched(pieces):
    return [piece.text for piece in pieces if piece.is_match]


@pytest.mark.parametrize(
    "asked", ["travailleur", "travailleuse", "travailleurs", "travailleuses"]
)
def test_inclusive_writing_is_found_by_each_word_it_stands_for(asked):
    make("Page", lead_fr="Les travailleuse·eur·s domestiques s’organisent.")

    results = find(asked, "fr")

    assert matched(results.hits[0].snippet) == ["travailleuse·eur·s"]


def test_all_words_must_be_there():
    make("Statistiques", lead_fr="Travail domestique")
    make("Autre", lead_fr="Statistiques du commerce")

    assert titles(find("statistiques domestique", "fr")) == ["Statistiques"]


def test_some_words_will_do_where_nothing_has_all():
    make("Statistiques")

    results = find("statistiques zoologiques", "fr")

    assert titles(results) == ["Statistiques"]
    assert results.has_some_words


def test_a_title_goes_before_a_text():
    make("Un", lead_fr="Il est question de logement dans ce texte.", slug="un")
    make("Logement", lead_fr="Autre chose.")

    assert titles(find("logement", "fr")) == ["Logement", "Un"]


def test_a_phrase_is_found_in_its_order_alone():
    make("Un", lead_fr="le commerce de rue")
    make("Deux", lead_fr="la rue du commerce")

    assert titles(find('"commerce de rue"', "fr")) == ["Un"]
    assert titles(find("« rue du commerce »", "fr")) == ["Deux"]


def test_a_phrase_does_not_reach_from_one_text_into_the_next():
    make("Protection", lead_fr="sociale")

    results = find('"protection sociale"', "fr")

    assert results.hits == []


def test_a_phrase_finds_inclusive_writing():
    make("Un", lead_fr="des travailleuse·eur·s domestiques")

    assert titles(find('"travailleurs domestiques"', "fr")) == ["Un"]


def test_what_is_excluded_is_not_found():
    make("Un", lead_fr="commerce et transport")
    make("Deux", lead_fr="commerce seul")

    assert titles(find("commerce -transport", "fr")) == ["Deux"]


def test_other_languages_come_after_with_their_name():
    make("Logement", lead_fr="Rien sur WIEGO.")
    make(
        "Housing",
        language="en",
        title_fr="Abri",
        lead_en="WIEGO again and again: WIEGO.",
    )

    results = find("wiego", "fr")

    assert [hit.language for hit in results.hits] == ["fr", "en"]
    assert results.counts_by_language == {"fr": 1, "en": 1, "es": 0}


def test_a_page_that_is_found_in_the_language_asked_for_is_not_shown_in_others():
    make("WIEGO", title_en="WIEGO", title_es="WIEGO")

    assert [hit.language for hit in find("wiego", "es").hits] == ["es"]


def test_a_result_in_another_language_leads_to_the_page_in_that_language():
    make("Abri", title_en="Housing", slug_en="housing")

    (hit,) = find("housing", "fr").hits

    assert hit.url == "/en/housing/"


def test_one_language_alone_can_be_searched():
    make("WIEGO un")
    make("WIEGO", language="en", title_fr="Deux", slug="deux")

    assert [hit.language for hit in find("wiego", "fr", only="en").hits] == ["en"]


def test_results_are_counted_by_kind_and_can_be_of_one():
    make("Stages")
    make_faq_page(items=[faq_item()])

    results = find("stages", "fr", kind="faq.faqitem")

    assert results.counts_by_kind == {"page": 1, "faq.faqitem": 1}
    assert [hit.kind_name for hit in results.hits] == ["Question"]
    assert results.count == 1


def test_a_kind_behind_all_that_is_looked_at_can_be_chosen(
    monkeypatch, django_assert_max_num_queries
):
    for module in ("engine", "matching"):
        monkeypatch.setattr(f"search.{module}.MOST_FOUND", 2)
    for number in range(3):
        make(f"Moineau {number}", slug=f"m{number}")
    make_faq_page(items=[faq_item(answer_fr="<p>Le moineau.</p>")])

    found = find("moineau", "fr")

    assert found.counts_by_kind == {"page": 2, "faq.faqitem": 1}
    with django_assert_max_num_queries(5):
        find("moineau", "fr")
    assert find("moineau", "fr", kind="faq.faqitem").count == 1


@pytest.mark.parametrize("kind", ["", "page"])
def test_a_title_behind_all_that_is_looked_at_comes_first(monkeypatch, kind):
    for module in ("engine", "matching"):
        monkeypatch.setattr(f"search.{module}.MOST_FOUND", 2)
    for number in range(3):
        make(f"Abri {number}", lead_fr="Un moineau.", slug=f"a{number}")
    make("Moineau")

    assert titles(find("moineau", "fr", kind))[0] == "Moineau"


def test_a_suggestion_goes_on_from_titles_to_texts_where_they_are_few():
    make("Autre", lead_fr="Un moineau.", slug="autre")
    make("Moineau")

    assert [hit.plain_title for hit in suggest("moin", "fr")] == ["Moineau", "Autre"]


def test_a_quotation_keeps_titles_and_sentences_apart():
    make_faq_page(items=[faq_item(question_fr="Un", answer_fr="<p>Le moineau</p>")])
    sector = Sector.objects.create(key="birds", label_fr="Oiseaux de ville")
    make_resource_page(title_fr="Abri", abstract_fr="Moineau.", sectors=[sector])

    quoted = {
        "".join(piece.text for piece in hit.snippet)
        for hit in find("moineau", "fr").hits
    }

    assert quoted == {"Le moineau", "Moineau.\nRapport · Oiseaux de ville"}


@pytest.mark.parametrize("kind", ["", "page"])
def test_a_language_with_few_results_has_no_more_because_another_has(monkeypatch, kind):
    for module in ("engine", "matching"):
        monkeypatch.setattr(f"search.{module}.MOST_FOUND", 2)
    for number in range(3):
        make(f"Moineau {number}", slug=f"m{number}")
    make("Moineau", language="en", title_fr="Oiseau", slug="oiseau")

    assert find("moineau", "fr", kind).has_more
    assert not find("moineau", "fr", kind, only="en").has_more


def test_pages_of_results_follow_each_other_over_languages():
    for number in range(RESULTS_A_PAGE):
        make(f"Moineau {number}", slug=f"m{number}")
    make("Moineau", language="en", title_fr="Oiseau", slug="oiseau")

    first, second = find("moineau", "fr"), find("moineau", "fr", page=2)

    assert first.last_page == 2
    assert {hit.language for hit in first.hits} == {"fr"}
    assert [hit.language for hit in second.hits] == ["en"]


@pytest.mark.parametrize("page", [-1, 0, 99999999])
def test_a_page_that_is_not_there_is_the_nearest_one(page):
    make("Moineau")

    assert titles(find("moineau", "fr", page=page)) == ["Moineau"]


def test_a_result_names_its_section():
    section = make("Section")
    make_content_page(section, title_fr="Moineau")

    (hit,) = find("moineau", "fr").hits

    assert hit.section == "Section"


@pytest.mark.parametrize(
    "typed", ["organisa", "Organis", "ORGANISATIO", "organisation"]
)
def test_a_suggestion_goes_on_from_what_is_typed(
    typed, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        make("Organisation")

    assert [hit.url for hit in suggest(typed, "fr")] == ["/fr/organisation/"]


def test_a_suggestion_asks_for_the_words_before_as_they_are():
    make("Commerce de rue", slug="rue")
    make("Commerce équitable", slug="equitable")

    assert [hit.url for hit in suggest("commerce équi", "fr")] == ["/fr/equitable/"]


def test_one_letter_suggests_nothing_by_its_beginning():
    make("Organisation")

    assert suggest("o", "fr") == []


@pytest.mark.parametrize("asked", ["comment devenir partenaire ?", "partenaire de la"])
def test_small_words_need_not_be_there(asked):
    make("Devenir partenaire")

    results = find(asked, "fr")

    assert titles(results) == ["Devenir partenaire"]
    assert not results.has_some_words


def test_a_mistyped_word_is_answered_with_one_that_is_there(
    django_capture_on_commit_callbacks,
):
    with django_capture_on_commit_callbacks(execute=True):
        make("Économie informelle")

    assert find("économie infromelle", "fr").did_you_mean == "économie informelle"
    assert find("informelle", "fr").did_you_mean == ""


def test_a_word_of_a_page_that_is_no_longer_public_is_not_offered(
    django_capture_on_commit_callbacks,
):
    with django_capture_on_commit_callbacks(execute=True):
        page = make("Serinus")
    page.unpublish()

    assert find("serimus", "fr").did_you_mean == ""


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.text(
        alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"),
        max_size=60,
    )
)
def test_whatever_is_written_can_be_indexed(text):
    page = make_content_page(title_fr="Titre", lead_fr=text)
    page.delete()
