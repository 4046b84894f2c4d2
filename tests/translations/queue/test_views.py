"""The queue shows each person what to do, the most urgent first."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from tests.admin.people import make_staff, make_translator, make_user, signed_in
from tests.factories import make_content_page, make_faq_page
from tests.translations.queue.work import make_many_pages, make_work, titles
from translations.models import LanguageVersion

pytestmark = pytest.mark.django_db

# Nine of them are Wagtail's, on every page of the admin.
MOST_QUERIES = {"translations_queue": 10, "translations_overview": 10}
TODAY = timezone.localdate


@pytest.fixture(autouse=True)
def nothing_else():
    """Start without the work that the home page makes."""
    LanguageVersion.objects.all().delete()


def queue(user, url="translations_queue", **query):
    return signed_in(user).get(reverse(url), query)


def test_a_translator_sees_their_language_by_default():
    make_work("Accueil", "es")

    response = queue(make_translator("es"))

    assert [v.language for v in response.context["object_list"]] == ["es"]


def test_a_translator_may_look_at_every_language():
    make_work("Accueil", "es")

    response = queue(make_translator("es"), language="all")

    assert {v.language for v in response.context["object_list"]} == {"en", "es"}


def test_staff_see_every_language():
    make_work("Accueil", "es")

    languages = {v.language for v in queue(make_staff()).context["object_list"]}

    assert languages == {"en", "es"}


def test_whoever_writes_no_language_has_no_queue():
    response = queue(make_user())

    assert response.status_code == 302


def test_what_is_finished_is_not_in_the_queue_unless_asked_for():
    make_content_page(title_fr="Fini", title_es="Hecho")
    person = make_translator("es")

    assert titles(queue(person)) == []
    assert titles(queue(person, state="all")) == ["Fini"]


def test_what_is_due_first_comes_first_and_then_where_most_is_to_do():
    make_work("Court", words_todo=3)
    make_work("Long", words_todo=900)
    make_work("Demain", due_on=TODAY() + timedelta(days=1))
    make_work("Hier", due_on=TODAY() - timedelta(days=1))

    assert titles(queue(make_translator("es"))) == ["Hier", "Demain", "Long", "Court"]


@pytest.mark.parametrize(
    "ordering", ["title", "-title", "due_on", "-due_on", "nonsense"]
)
def test_the_list_is_put_in_the_order_asked_for(ordering):
    make_work("Alpha")
    make_work("Beta", due_on=TODAY())

    shown = titles(queue(make_translator("es"), ordering=ordering))

    # What has no date is last, whichever way the dates go.
    alphabetical = ordering == "title"
    assert shown == (["Alpha", "Beta"] if alphabetical else ["Beta", "Alpha"])


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("state", "missing", ["Manque"]),
        ("state", "outdated", ["Vieilli"]),
        ("state", "unreviewed", ["À relire"]),
        ("state", "waiting", ["Attend"]),
        ("state", "unpublished", ["Pas en ligne"]),
        ("assignee", "me", ["À moi"]),
        ("due", "overdue", ["Hier"]),
        ("due", "week", ["Demain"]),
        ("due", "some", ["Hier", "Demain"]),
        ("q", "vieil", ["Vieilli"]),
    ],
)
def test_the_list_is_held_to_what_is_chosen(name, value, found):
    person = make_translator("es")
    none = {"missing": 0, "todo": 1}
    make_work("Manque", missing=1)
    make_work("Vieilli", **none, outdated=1)
    make_work("À relire", **none, unreviewed=1)
    make_work("Attend", **none, waiting=1)
    make_work("Pas en ligne", **none, is_unpublished=True)
    make_work("À moi", **none, assignee=person)
    make_work("Hier", **none, due_on=TODAY() - timedelta(days=1))
    make_work("Demain", **none, due_on=TODAY() + timedelta(days=1))
    LanguageVersion.objects.exclude(title="Pas en ligne").update(is_unpublished=False)

    assert titles(queue(person, **{name: value})) == found


def test_the_list_is_held_to_a_section_and_to_a_type():
    section = make_content_page(title_fr="Section")
    make_content_page(section, title_fr="Dedans")
    make_faq_page(section, title_fr="Questions", title_en="", title_es="")
    make_content_page(title_fr="Dehors")
    person = make_translator("es")
    kind = LanguageVersion.objects.filter(title="Questions").first().content_type_id

    inside = titles(queue(person, section=section.pk))

    assert sorted(inside) == ["Dedans", "Questions", "Section"]
    assert titles(queue(person, kind=kind)) == ["Questions"]


@pytest.mark.parametrize("name", ["language", "state", "kind", "section", "due"])
def test_a_value_that_is_no_choice_is_named_and_fails_nothing(name):
    make_work()

    response = queue(make_translator("es"), **{name: "nonsense'\x00"})

    assert response.status_code == 200


def test_a_person_of_one_section_sees_no_work_elsewhere():
    person = make_translator("es")
    group = person.groups.get()
    make_work("Dehors")
    section = make_content_page(title_fr="Section")
    group.page_permissions.update(page=section)

    assert titles(queue(person)) == ["Section"]


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_an_export_holds_the_list_and_no_formula(format):
    make_work("=SUM(A1)", words_todo=7)

    response = queue(make_translator("es"), export=format)

    content = b"".join(response.streaming_content)
    if format == "xlsx":
        rows = list(load_workbook(BytesIO(content)).active.values)
        assert rows[1][0] == "'=SUM(A1)"
        assert 7 in rows[1]
    else:
        assert "'=SUM(A1)" in content.decode("utf-8-sig").splitlines()[1]


@pytest.mark.parametrize("url", MOST_QUERIES)
@pytest.mark.parametrize("size", [5, 120])
@pytest.mark.parametrize("make_person", [make_staff, lambda: make_translator("es")])
def test_a_page_of_a_list_takes_few_queries_whatever_its_size(url, size, make_person):
    person = make_person()
    make_many_pages(size)
    LanguageVersion.objects.update(assignee=person, due_on=TODAY())
    make_content_page(make_content_page(title_fr="Section"))
    client = signed_in(person)
    client.get(reverse(url))

    with CaptureQueriesContext(connection) as queries:
        assert client.get(reverse(url)).status_code == 200

    assert len(queries) <= MOST_QUERIES[url], "\n".join(
        query["sql"][:300] for query in queries
    )


def test_each_page_of_the_list_continues_the_one_before():
    make_many_pages(150)
    person = make_translator("es")

    pages = [queue(person, p=number) for number in (1, 2, 3)]

    shown = [titles(page) for page in pages]
    assert len(set(shown[0] + shown[1] + shown[2])) == 129
    assert [len(rows) for rows in shown] == [50, 50, 29]
    assert titles(queue(person, p=99)) == shown[2]
    assert titles(queue(person, p="x")) == shown[0]


def test_all_pages_at_a_glance_show_each_language_in_words():
    page = make_content_page(title_fr="Fini", title_es="Hecho")

    response = queue(make_translator("es"), "translations_overview", q="Fini")

    html = response.content.decode()
    assert [shown.pk for shown in response.context["object_list"]] == [page.pk]
    assert "original" in html
    assert "✓ done" in html
    assert "1 missing" in html
