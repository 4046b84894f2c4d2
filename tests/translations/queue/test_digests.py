"""A digest tells each person what is new and what is due, and nothing twice."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.urls import reverse

from tests.admin.forms import open_form
from tests.admin.people import make_staff, make_translator, signed_in
from tests.translations.queue.work import make_work
from translations.models import LanguageVersion, MailPreference, ReviewStatus
from translations.queue import digests
from translations.queue.digests import send_digests

pytestmark = pytest.mark.django_db

NOW = datetime(2030, 5, 6, 9, tzinfo=UTC)
WEEK = timedelta(days=7)


@pytest.fixture(autouse=True)
def nothing_else():
    """Start without the work that the home page makes."""
    LanguageVersion.objects.all().delete()


def told(now=NOW):
    """Return the texts of the mails that are sent at that time."""
    mail.outbox.clear()
    send_digests(now)
    return [message.body for message in mail.outbox]


def due_in(days):
    return NOW.date() + timedelta(days=days)


def test_what_is_new_in_ones_language_is_told_once():
    make_translator("es")
    make_work("Accueil", "es")

    [body] = told()

    assert "New to translate" in body
    assert "Accueil – Español, 4 words" in body
    assert "English" not in body
    assert told() == []
    assert told(NOW + WEEK) == []


def test_what_is_new_waits_for_the_week():
    make_translator("es")
    make_work("Accueil")
    told()
    make_work("Contact")

    assert told(NOW + timedelta(days=1)) == []
    assert "Contact" in told(NOW + WEEK)[0]


def test_whoever_wants_to_hear_daily_hears_the_next_day():
    person = make_translator("es")
    MailPreference.objects.create(user=person, digest="daily")
    make_work("Accueil")
    told()
    make_work("Contact")

    [body] = told(NOW + timedelta(days=1))

    assert "Contact" in body
    assert "Accueil" not in body


def test_whoever_wants_to_hear_nothing_hears_nothing():
    person = make_translator("es")
    MailPreference.objects.create(user=person, digest="none")
    make_work("Accueil", due_on=due_in(-1))

    assert told() == []


def test_each_person_chooses_in_their_account_what_they_are_told():
    person = make_translator("es", first_name="Rosa", last_name="Quispe")
    form = open_form(signed_in(person), reverse("wagtailadmin_account"))

    form.set(**{"translation_mails-digest": "none"}).save()

    assert MailPreference.objects.get(user=person).digest == "none"


def test_each_nearness_of_a_date_is_told_on_its_day_and_once():
    person = make_translator("es")
    make_work("Accueil", assignee=person, due_on=due_in(8))
    assert "New to translate" in told()[0]

    headings = {}
    for day in range(12):
        for body in told(NOW + timedelta(days=day)):
            headings[day] = body

    assert list(headings) == [1, 6, 9]
    assert "Due within 7 days" in headings[1]
    assert "Due within 2 days" in headings[6]
    assert "Overdue" in headings[9]


def test_a_date_that_was_moved_is_told_again():
    person = make_translator("es")
    version = make_work("Accueil", assignee=person, due_on=due_in(1))
    told()

    version.due_on = due_in(2)
    version.save()

    assert "Due within 2 days" in told()[0]


def test_work_that_comes_up_again_after_it_was_finished_is_new():
    make_translator("es")
    version = make_work("Accueil")
    told()
    LanguageVersion.objects.filter(pk=version.pk).update(todo=0)
    told(NOW + WEEK)

    LanguageVersion.objects.filter(pk=version.pk).update(todo=1)

    assert "Accueil" in told(NOW + 2 * WEEK)[0]


def test_a_finished_language_that_was_sent_back_is_told_once():
    make_translator("es")
    make_work("Accueil", due_on=due_in(-1), todo=0, review=ReviewStatus.RETURNED)

    assert "Accueil" in told()[0]
    assert told() == []
    assert told(NOW + WEEK) == []


def test_what_somebody_else_has_is_not_told():
    person, other = make_translator("es"), make_translator("es")
    make_work("Accueil", assignee=other)

    told()

    assert [message.to for message in mail.outbox] == [[other.email]]
    assert person.email != other.email


def test_staff_are_not_told_of_every_page_but_of_dates():
    make_staff()
    make_work("Accueil")
    assert told() == []

    make_work("Contact", due_on=due_in(-2))

    assert "Contact" in told()[0]


def test_nobody_waits_for_the_database_while_a_mail_is_sent(monkeypatch):
    make_translator("es")
    make_work("Accueil")
    inner_transactions = []

    def send(*arguments):
        inner_transactions.append(len(connection.savepoint_ids))

    monkeypatch.setattr(digests, "send", send)
    told()

    assert inner_transactions == [0]


def test_nobody_is_written_to_at_night():
    make_translator("es")
    make_work("Accueil")

    assert told(NOW.replace(hour=3)) == []
    assert len(told()) == 1


def test_a_mail_that_fails_keeps_back_no_other_and_is_tried_again(monkeypatch):
    first, second = make_translator("es"), make_translator("es")
    make_work("Accueil")
    send = digests.send

    def fail_for_first(person, *arguments):
        if person == first:
            raise OSError("the mail server is away")
        send(person, *arguments)

    monkeypatch.setattr(digests, "send", fail_for_first)
    with pytest.raises(RuntimeError, match="1 digests were not sent"):
        told()
    assert [message.to for message in mail.outbox] == [[second.email]]

    monkeypatch.undo()
    told()
    assert [message.to for message in mail.outbox] == [[first.email]]
