"""Where no page has the words, those that have words of the same family are found."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.engine import current_generation, find
from search.families import widened
from search.queries import read
from tests.search.test_engine import make, titles

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _words_are_known_at_once(monkeypatch):
    """Let a page's words be known with its entries, and not when the test has ended."""
    monkeypatch.setattr(
        "django.db.transaction.on_commit", lambda call, **kwargs: call()
    )


@pytest.mark.parametrize(
    ("language", "asked", "title"),
    [
        ("fr", "partenaire", "Nos partenariats"),
        ("fr", "devenir partenaire", "Nos partenariats"),
        ("en", "canadian", "Government of Canada"),
        ("es", "periodística", "Periodismo y datos"),
    ],
)
def test_a_word_of_the_family_will_do_where_nothing_has_the_word(
    language, asked, title
):
    make(title, language=language)

    results = find(asked, language)

    assert titles(results) == [title]
    assert results.has_some_words


def test_where_something_has_the_word_its_family_is_left_out():
    make("Nos partenariats", slug="un")
    make("Nos partenaires", slug="deux")

    results = find("partenaire", "fr")

    assert titles(results) == ["Nos partenaires"]
    assert not results.has_some_words


def test_a_found_word_of_the_family_is_marked():
    make("Nos partenariats")

    (hit,) = find("partenaire", "fr").hits

    assert [piece.text for piece in hit.title if piece.is_match] == ["partenariats"]


def test_words_of_another_language_are_no_family():
    make("Nos partenariats")

    assert find("partenaire", "en", only="en").hits == []


def test_a_short_word_and_a_phrase_have_no_family():
    make("Marbre et partenariats locaux")

    assert titles(find("marb", "fr")) == []
    assert titles(find('"partenaire local"', "fr")) == []


def test_families_in_all_languages_take_one_query():
    make("Nos partenariats")
    queries = [read("partenaire informel", code) for code in ("fr", "en", "es")]
    generation = current_generation()

    with CaptureQueriesContext(connection) as made:
        widened(queries, generation)

    assert len(made) == 1
