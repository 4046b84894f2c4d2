"""The messages in the admin: the staff reads, ticks off and erases them."""

from html import unescape

import pytest
from django.urls import reverse

from contact.models import Message
from tests.admin.people import make_staff, make_translator
from tests.contact.letters import write
from tests.factories import make_contact_page

pytestmark = pytest.mark.django_db

LIST = reverse("contact_messages:index")


@pytest.fixture
def message(client):
    write(client, make_contact_page())
    return Message.objects.get()


def edit_url(message):
    return reverse("contact_messages:edit", args=[message.pk])


@pytest.fixture
def staff(client):
    client.force_login(make_staff())
    return client


def test_staff_finds_a_message_by_its_words(staff, message):
    assert "Awa Ndiaye" in staff.get(LIST + "?q=statistiques").text
    assert "Awa Ndiaye" not in staff.get(LIST + "?q=zebra").text


def test_staff_ticks_off_a_message_and_changes_nothing_else(staff, message):
    html = unescape(staff.get(edit_url(message)).text)
    assert "Où trouver vos statistiques ?" in html

    staff.post(edit_url(message), {"is_answered": "on", "text": "forged"})

    message.refresh_from_db()
    assert message.is_answered
    assert message.text == "Où trouver vos statistiques ?"


def test_staff_answers_from_the_message(staff, message):
    html = unescape(staff.get(edit_url(message)).text)

    assert 'href="mailto:awa@example.org?subject=Re%3A%20Message"' in html
    assert "Answer in this language: Français" in html


def test_nobody_adds_a_message_in_the_admin(admin_client):
    address = reverse("contact_messages:add")

    assert admin_client.get(address).status_code in (302, 403)
    assert address not in admin_client.get(LIST).text


def test_translators_read_no_messages(client, message):
    client.force_login(make_translator("es"))

    assert client.get(LIST).status_code == 302
    assert "Messages" not in client.get(reverse("wagtailadmin_home")).text


def test_staff_is_warned_while_messages_cannot_be_mailed(staff, message):
    assert "could not be mailed" not in staff.get("/admin/").text

    Message.objects.update(mailed_at=None, problem="SMTPServerDisconnected")

    assert "1 message from a visitor could not be mailed" in staff.get("/admin/").text


def test_recipients_are_addresses(staff):
    page = make_contact_page()
    page.recipients = "team@example.org, lakshmi"

    with pytest.raises(Exception, match="lakshmi"):
        page.full_clean()
