"""Whatever a visitor types, there is an answer."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.engine import find, suggest
from tests.search.test_engine import make, titles

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \t\n\u00a0",
        "\x00",
        "a\x00b",
        '"',
        '""',
        "'",
        "\\",
        "a\\'b",
        "AND",
        "NOT NEAR(a b)",
        "a AND OR NOT",
        "title:x",
        "-",
        "--",
        "-mot",
        '-"',
        "*",
        "a*",
        "^a",
        "{a}",
        "(((((",
        "&|!<->:*",
        "\ud800",
        "\ufdfa",
        "ß" * 500,
        "mot " * 10_000,
        '"' + "mot " * 10_000,
        "travailleur·euse·s " * 1000,
        "x" * 100_000,
        "%s %d",
        "; DROP TABLE search_indexentry",
        "🙂 🙃",
        "١٢٣ ½ ﷺ",
    ],
)
def test_no_query_is_too_odd(text):
    make("Mot")

    for ask in (find, suggest):
        ask(text, "fr")
    assert titles(find("mot", "fr")) == ["Mot"]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.text(
        alphabet=st.one_of(st.characters(), st.sampled_from("\"'*-·:()\\&| \x00")),
        max_size=60,
    )
)
def test_whatever_is_typed_there_is_an_answer(text):
    find(text, "fr")
    suggest(text, "es")
