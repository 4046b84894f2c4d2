"""The first page of the admin tells each person what to do next, and how far each language is."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.admin.people import make_staff, make_translator, make_user, signed_in
from tests.factories import make_content_page
from tests.translations.queue.work import make_many_pages, make_work
from translations.models import LanguageVersion
from translations.queue.progress import next_for, progress_by_language, work_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_else():
    """Start without the work that the home page makes."""
    LanguageVersion.objects.all().delete()


def progress(user):
    return {one.code: one for one in progress_by_language(user)}


def test_a_language_is_as_far_as_its_texts_are_done():
    make_content_page(title_fr="Un", title_es="Uno", lead_fr="Bonjour")

    spanish = progress(make_staff())["es"]

    assert spanish.percent == 50
    assert spanish.words_todo == 1


def test_a_language_is_not_finished_while_one_text_of_many_is_left():
    make_work(done=9999, todo=1)

    assert progress(make_staff())["es"].percent == 99


def test_the_language_of_the_originals_has_no_progress():
    make_work()

    assert "fr" not in progress(make_staff())


def test_a_translator_reads_of_their_language_first():
    make_work()

    assert list(progress(make_translator("es")))[0] == "es"
    assert list(progress(make_translator("en")))[0] == "en"


def test_the_next_work_is_ones_own_and_the_most_urgent():
    person = make_translator("es")
    tomorrow = timezone.localdate() + timedelta(days=1)
    make_work("Libre", due_on=tomorrow - timedelta(days=9))
    make_work("Plus tard", assignee=person)
    own = make_work("Demain", assignee=person, due_on=tomorrow)

    assert next_for(person, work_of(person)) == own


def test_whoever_has_no_work_is_offered_what_nobody_has():
    person = make_translator("es")
    make_work("Pris", assignee=make_translator("es"), words_todo=500)
    free = make_work("Libre")

    assert next_for(person, work_of(person)) == free


def test_staff_are_offered_no_work_that_nobody_gave_them():
    person = make_staff()
    make_work()

    assert next_for(person, work_of(person)) is None


def test_overdue_work_is_counted():
    person = make_translator("es")
    make_work(assignee=person, due_on=timezone.localdate() - timedelta(days=1))
    make_work("Demain", assignee=person, due_on=timezone.localdate())

    work = work_of(person)

    assert (work.count, work.overdue) == (2, 1)


def test_the_first_page_says_it_in_words():
    person = make_translator("es")
    make_work(assignee=person, due_on=timezone.localdate() - timedelta(days=1))

    html = signed_in(person).get(reverse("wagtailadmin_home")).content.decode()

    assert "Your next translation" in html
    assert "1 overdue" in html
    assert "Translated to Spanish" in html
    assert "1 to translate" in html


def test_whoever_writes_no_language_reads_nothing_of_it():
    person = make_user()
    person.is_superuser = False
    make_work()

    html = signed_in(person).get(reverse("wagtailadmin_home")).content.decode()

    assert "work-home" not in html


@pytest.mark.parametrize("make_person", [make_staff, lambda: make_translator("es")])
def test_the_first_page_takes_as_many_queries_for_many_pages_as_for_few(make_person):
    person = make_person()
    client = signed_in(person)
    counts = []

    for size in (5, 100):
        make_many_pages(size)
        LanguageVersion.objects.update(assignee=person)
        client.get(reverse("wagtailadmin_home"))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("wagtailadmin_home"))
        counts.append(len(queries))

    assert counts[0] == counts[1]
