"""Messages are erased: when they are old, and when their sender asks for it."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from contact.models import Message
from contact.retention import erase_old_messages
from tests.contact.letters import write
from tests.factories import make_contact_page

pytestmark = pytest.mark.django_db


def test_a_message_is_erased_when_it_is_as_old_as_the_page_says(client, settings):
    settings.CONTACT_KEEP_DAYS = 30
    write(client, make_contact_page())
    Message.objects.update(received_at=timezone.now() - timedelta(days=29))
    assert erase_old_messages() == 0

    assert erase_old_messages(now=timezone.now() + timedelta(days=2)) == 1


def test_the_page_says_how_long_a_message_is_kept(client, settings):
    settings.CONTACT_KEEP_DAYS = 30

    html = client.get(make_contact_page().get_url()).text

    assert "30 jours" in html


def test_all_messages_of_a_person_are_erased_on_request(client):
    page = make_contact_page()
    write(client, page)
    write(client, page, email="AWA@example.org", text="Encore une question")
    write(client, page, email="lakshmi@example.org")
    told = StringIO()

    call_command("erase_messages", "Awa@Example.org", stdout=told)

    assert [message.email for message in Message.objects.all()] == [
        "lakshmi@example.org"
    ]
    assert "2" in told.getvalue()


def test_what_is_no_address_erases_nothing():
    with pytest.raises(CommandError, match="awa"):
        call_command("erase_messages", "awa")


def test_the_log_of_the_admin_keeps_no_word_of_the_sender(client, admin_client):
    write(client, make_contact_page())
    message = Message.objects.get()

    admin_client.post(reverse("contact_messages:delete", args=[message.pk]))

    assert not Message.objects.exists()
    for entry in ModelLogEntry.objects.filter(object_id=str(message.pk)):
        assert "Awa" not in entry.label + str(entry.data)
