"""What is searched in vain is counted for staff and translators, and nobody can be known by it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from search.fruitless import KEPT_FOR, MOST_ROWS, forget_old_searches, may_be_kept
from search.models import FruitlessSearch
from tests.admin.people import make_staff, make_translator
from tests.search.test_engine import make
from tests.search.test_views import show

pytestmark = pytest.mark.django_db


def counted():
    rows = FruitlessSearch.objects.order_by("language", "words")
    return list(rows.values_list("language", "words", "count", "found_in"))


def test_a_search_without_results_is_counted_by_language(client):
    show(client, q="Moineaux")
    show(client, q=" moineaux ")
    show(client, "es", q="moineaux")

    assert counted() == [("es", "moineaux", 1, ""), ("fr", "moineaux", 2, "")]


def test_what_is_found_only_in_another_language_is_wanted_in_this_one(client):
    make("Moineau")

    show(client, "es", q="moineau")

    assert counted() == [("es", "moineau", 1, "fr")]


def test_what_is_found_is_not_counted(client):
    make("Moineau")

    show(client, q="moineau")
    show(client, q="moineaux", kind="faq.faqitem")

    assert counted() == []


@pytest.mark.parametrize(
    "words",
    [
        "amina@example.org",
        "https://example.org/x",
        "+33 6 12 34 56 78",
        "née le 12/03/1985",
        "je m’appelle Amina et je cherche du travail à Dakar",
        "x" * 81,
        "?",
        "123",
    ],
)
def test_what_may_tell_who_searches_is_not_kept(words, client):
    show(client, q=words)

    assert not may_be_kept(words)
    assert counted() == []


def test_nobody_fills_the_table(client, monkeypatch):
    monkeypatch.setattr("search.fruitless.MOST_ROWS", 1)

    show(client, q="moineaux")
    show(client, q="mésanges")
    show(client, q="moineaux")

    assert MOST_ROWS >= 1000
    assert counted() == [("fr", "moineaux", 2, "")]


def test_what_nobody_searches_any_more_is_forgotten():
    today = timezone.localdate()
    for words, age in (("vieux", KEPT_FOR + timedelta(2)), ("jeune", timedelta(30))):
        FruitlessSearch.objects.create(language="fr", words=words, last_on=today - age)

    forget_old_searches(now=timezone.now())

    assert [row[1] for row in counted()] == ["jeune"]


def make_searches():
    for language, words, count, found_in in (
        ("fr", "moineaux", 7, ""),
        ("es", "gorriones", 3, "fr en"),
        ("es", "una vez", 1, "fr"),
    ):
        FruitlessSearch.objects.create(
            language=language,
            words=words,
            count=count,
            found_in=found_in,
            last_on=timezone.localdate(),
        )


def test_each_person_sees_what_is_wanted_in_their_languages(client):
    make_searches()
    client.force_login(make_translator("es"))

    html = client.get("/admin/reports/searches/").text

    assert "gorriones" in html and "/es/buscar/?q=gorriones" in html
    assert "moineaux" not in html


def test_a_search_made_once_is_not_shown(client):
    make_searches()
    client.force_login(make_staff())

    html = client.get("/admin/reports/searches/").text

    assert "moineaux" in html and "una vez" not in html


def test_the_report_is_a_file_for_spreadsheets_too(client):
    make_searches()
    client.force_login(make_staff())

    answer = client.get("/admin/reports/searches/", {"export": "csv", "language": "es"})

    rows = answer.content.decode("utf-8-sig").splitlines()
    assert len(rows) == 2
    assert rows[1].startswith('"gorriones","Español","3","Français, English"')


@pytest.mark.parametrize("address", ["/admin/", "/admin/translations/"])
def test_translators_see_the_demand_where_they_find_their_work(client, address):
    make_searches()
    client.force_login(make_translator("es"))
    assert "gorriones" in client.get(address).text

    client.force_login(make_translator("fr"))
    assert "moineaux" not in client.get(address).text
