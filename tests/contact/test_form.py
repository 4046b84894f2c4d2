"""A visitor writes to the team."""

import re
from html import unescape

import pytest
from django.core import mail
from django.test import Client

from contact.models import Message
from tests.contact.letters import letter, write
from tests.factories import contact_route, make_contact_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_contact_page(
        routes=[contact_route(recipients="library@example.org")],
        thanks_fr="Merci, c’est arrivé.",
    )


def test_a_message_is_kept_and_mailed_to_the_team(client, page):
    write(client, page)

    (message,) = Message.objects.all()
    assert (message.name, message.email) == ("Awa Ndiaye", "awa@example.org")
    to_team = mail.outbox[0]
    assert to_team.to == ["team@example.org"]
    assert to_team.reply_to == ["awa@example.org"]
    assert "Où trouver vos statistiques ?" in to_team.body


def test_the_visitor_is_thanked_on_the_page_which_can_be_loaded_again(client, page):
    response = write(client, page)

    assert response.status_code == 302
    thanks = client.get(response.url)
    assert "Merci, c’est arrivé." in thanks.text
    assert f"/_contact/{page.pk}/" not in thanks.text
    client.get(response.url)
    assert Message.objects.count() == 1


def test_the_visitor_gets_a_confirmation_in_the_language_they_chose(client, page):
    write(client, page, language="es")

    confirmation = mail.outbox[1]
    assert confirmation.to == ["awa@example.org"]
    assert "ha recibido su mensaje" in confirmation.subject


def test_a_confirmation_repeats_nothing_of_what_was_written(client, page):
    write(client, page, name="Buy pills", text="https://pills.example.org")

    confirmation = mail.outbox[1]
    told = confirmation.subject + confirmation.body
    assert "pills" not in told and "Buy" not in told


def test_a_subject_leads_to_the_people_who_answer_it(client, page):
    route = page.routes.get()

    write(client, page, subject=route.row_key.hex)

    assert mail.outbox[0].to == ["library@example.org"]
    assert "Vous étudiez" in mail.outbox[0].subject


def test_a_message_that_is_sent_twice_is_one_message(client, page):
    same = letter()

    for _press in range(2):
        client.post(f"/fr/_contact/{page.pk}/", same)

    assert Message.objects.count() == 1
    assert len(mail.outbox) == 2


def test_a_message_that_went_to_the_wrong_people_is_sent_again_to_others(client, page):
    write(client, page)

    write(client, page, subject=page.routes.get().row_key.hex)

    to_teams = [one.to for one in mail.outbox if one.to != ["awa@example.org"]]
    assert to_teams == [["team@example.org"], ["library@example.org"]]


def test_a_faulty_message_comes_back_with_all_that_was_typed(client, page):
    response = write(client, page, email="awa", text="Bonjour à toutes")

    assert "Bonjour à toutes" in response.text
    assert 'value="Awa Ndiaye"' in response.text
    assert 'href="#id_email"' in response.text
    assert not Message.objects.exists() and not mail.outbox


@pytest.mark.parametrize("name", ["text", "name", "email"])
def test_nothing_is_missing_from_a_message(client, page, name):
    response = write(client, page, **{name: " "})

    assert f'href="#id_{name}"' in response.text
    assert not Message.objects.exists()


def test_an_address_that_is_longer_than_any_is_refused_in_words(client, page):
    address = f"awa@{'.'.join(['a' * 60] * 5)}.org"

    response = write(client, page, email=address)

    assert 'href="#id_email"' in response.text
    assert not Message.objects.exists()


def test_a_name_cannot_add_recipients_to_the_mail(client, page):
    write(client, page, name="Awa\r\nBcc: all@example.org")

    to_team = mail.outbox[0]
    assert "\n" not in to_team.subject
    assert "all@example.org" not in to_team.recipients()


@pytest.mark.parametrize("text", ["x" * 5001, "\0", "\u202e", "💧" * 5000, "<script>"])
def test_any_text_gets_an_answer(client, page, text):
    response = write(client, page, text=text)

    assert response.status_code in (200, 302, 400)
    assert b"<script>" not in response.content


def test_bytes_that_are_no_text_get_an_answer(client, page):
    response = client.post(
        f"/fr/_contact/{page.pk}/",
        b"text=%ED%A0%80&name=%FF",
        content_type="application/x-www-form-urlencoded",
    )

    assert response.status_code in (200, 400)


def test_a_field_for_machines_that_a_browser_filled_in_can_be_emptied(client, page):
    response = write(client, page, website="https://example.org")

    assert "Videz ce champ" in unescape(response.text)
    assert "Où trouver vos statistiques" in response.text
    assert not Message.objects.exists()


def test_a_form_that_is_filled_in_no_time_is_asked_for_again(client, page):
    response = write(client, page, seconds=0)

    assert "C’était très rapide" in unescape(response.text)
    assert not Message.objects.exists()


@pytest.mark.parametrize("stamp", ["", "forged", "x:y:z"])
def test_a_form_that_is_not_ours_is_asked_for_again(client, page, stamp):
    response = write(client, page, stamp=stamp)

    (fresh,) = re.findall(r'name="stamp" value="([^"]+)"', response.text)
    assert fresh not in ("", "forged", "x:y:z")
    assert not Message.objects.exists()


def test_a_form_that_was_open_for_days_keeps_its_text(client, page):
    response = write(client, page, seconds=3 * 24 * 60 * 60)

    assert "Où trouver vos statistiques" in response.text
    assert not Message.objects.exists()


def test_the_page_sets_no_cookie_and_is_the_same_for_all(client, page):
    response = client.get(page.get_url())

    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_a_message_is_taken_by_a_browser_without_cookies(page):
    response = write(Client(enforce_csrf_checks=True), page)

    assert response.status_code == 302


def test_the_address_of_the_form_leads_to_the_page(client, page):
    response = client.get(f"/fr/_contact/{page.pk}/")

    assert response.url == page.get_url()


def test_a_page_that_is_not_public_takes_no_message(client, page):
    page.unpublish()

    assert write(client, page).status_code == 404
    assert not Message.objects.exists()


def test_the_answers_that_exist_come_before_the_form(client, page):
    html = client.get(page.get_url()).text

    assert html.index("Vous étudiez</h3>") < html.index(f"/_contact/{page.pk}/")


def test_a_page_without_texts_for_its_form_has_sensible_ones(client):
    page = make_contact_page(slug_fr="ecrire", slug_en="write")

    assert "Écrire à l’équipe" in unescape(client.get(page.get_url()).text)
    sent = client.get(page.get_url() + "?sent=1")
    assert "Votre message est arrivé" in unescape(sent.text)
