"""Nothing a visitor wrote is lost, whatever the mail server does."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.utils import timezone

from contact.delivery import LONGEST_PAUSE, claim, deliver_what_is_due
from contact.models import Message
from tests.contact.letters import write
from tests.factories import make_contact_page

pytestmark = pytest.mark.django_db

REFUSED = ConnectionRefusedError("the mail server is away")


@pytest.fixture
def page():
    return make_contact_page()


def failing(refused=lambda mail: True):
    """Let the mail server refuse some mails."""
    send = EmailMessage.send

    def send_or_fail(self, *args, **kwargs):
        if refused(self):
            raise REFUSED
        return send(self, *args, **kwargs)

    return patch.object(EmailMessage, "send", send_or_fail)


def later(hours=7):
    return timezone.now() + timedelta(hours=hours)


def test_a_message_is_kept_when_mail_fails_and_the_visitor_is_thanked(client, page):
    with failing():
        response = write(client, page)

    assert response.status_code == 302
    message = Message.objects.failed().get()
    assert "the mail server is away" in message.problem


def test_what_failed_is_mailed_later(client, page):
    with failing():
        write(client, page)

    deliver_what_is_due(now=later())

    assert [sent.to for sent in mail.outbox] == [
        ["team@example.org"],
        ["awa@example.org"],
    ]
    assert not Message.objects.failed().exists()


def test_a_message_that_is_erased_while_it_is_mailed_keeps_back_no_other(client, page):
    with failing():
        write(client, page, email="awa@example.org")
        write(client, page, email="lakshmi@example.org")

    def erase(mail):
        Message.objects.filter(email="awa@example.org").delete()
        return False

    with failing(erase):
        deliver_what_is_due(now=later())

    (message,) = Message.objects.all()
    assert message.mailed_at and message.confirmed_at


def test_nothing_is_mailed_twice(client, page):
    write(client, page)

    deliver_what_is_due(now=later())

    assert len(mail.outbox) == 2


def test_an_address_that_takes_no_mail_keeps_nothing_from_the_team(client, page):
    with failing(lambda mail: mail.to == ["awa@example.org"]):
        write(client, page)

    assert [sent.to for sent in mail.outbox] == [["team@example.org"]]


def test_a_confirmation_that_cannot_be_delivered_is_given_up(client, page):
    with failing(lambda mail: mail.to == ["awa@example.org"]):
        write(client, page)
        for _try in range(4):
            with pytest.raises(RuntimeError):
                deliver_what_is_due(now=later())
            Message.objects.exclude(next_try_at=None).update(next_try_at=later(1))

        deliver_what_is_due(now=later())

    assert Message.objects.get().next_try_at is None


def test_the_mail_to_the_team_is_never_given_up(client, page):
    with failing():
        write(client, page)
        Message.objects.update(tries=400)
        with pytest.raises(RuntimeError):
            deliver_what_is_due(now=later())

    again = Message.objects.get().next_try_at
    assert timezone.now() < again <= timezone.now() + LONGEST_PAUSE


def test_two_who_mail_at_once_send_one_mail(client, page):
    with failing():
        write(client, page)
    first, second = Message.objects.get(), Message.objects.get()

    assert claim(first, timezone.now())
    assert not claim(second, timezone.now())


def test_a_message_to_nobody_waits_until_somebody_is_named(client, page):
    page.recipients = ""
    page.save_revision().publish()
    write(client, page)
    assert "Nous écrire" in Message.objects.failed().get().problem

    page.recipients = "new@example.org"
    page.save_revision().publish()
    deliver_what_is_due(now=later())

    assert ["new@example.org"] in [sent.to for sent in mail.outbox]


def test_a_message_outlives_its_page(client, page):
    write(client, page)

    page.delete()

    assert Message.objects.get().text == "Où trouver vos statistiques ?"


def test_what_falls_due_sends_what_failed(client, page):
    with failing():
        write(client, page)
    Message.objects.update(next_try_at=timezone.now())

    call_command("run_due")

    assert not Message.objects.failed().exists()
