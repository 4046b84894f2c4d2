import pytest
from bs4 import BeautifulSoup
from django.contrib.messages import get_messages
from django.urls import reverse

from core.models import SiteSettings
from core.typography_views import ENTRIES_A_PAGE
from tests.admin.forms import edit_url, open_form, open_page
from tests.admin.people import make_staff, make_translator, make_user, signed_in
from tests.factories import faq_item, make_content_page, make_faq_page

pytestmark = pytest.mark.django_db


def note(client, url, input_name) -> str:
    """Return what stands in the note below an input, or nothing."""
    soup = BeautifulSoup(client.get(url).content, "html.parser")
    found = soup.find(id=f"typography-{input_name}")
    return found.get_text() if found else ""


def report(user, **query) -> str:
    return (
        signed_in(user).get(reverse("typography_report"), query).content.decode("utf-8")
    )


def test_a_note_below_the_field_shows_the_place_and_a_suggestion():
    page = make_content_page(lead_fr="Qui décide? Nous.", lead_en="Who decides?")
    client = signed_in(make_staff())

    shown = note(client, edit_url(page), "lead_fr")

    assert "Qui décide? Nous." in shown
    assert "Qui décide\u202f? Nous." in shown
    assert note(client, edit_url(page), "lead_en") == ""


def test_rows_and_settings_have_notes_too():
    page = make_faq_page(items=[faq_item(question_fr="Des étudiant·e·s ?")])
    settings = SiteSettings.load()
    settings.strapline_es = "Quién?"
    settings.save()
    client = signed_in(make_staff())

    row = note(client, edit_url(page), "items-0-question_fr")
    form = reverse("wagtailsnippets_core_sitesettings:edit", args=[settings.pk])

    assert "étudiantes et étudiants" in row
    assert "¿Quién?" in note(client, form, "strapline_es")


def test_a_fault_keeps_nobody_from_saving_and_is_announced():
    page = make_content_page()
    client = signed_in(make_staff())

    response = open_page(client, page).set(lead_fr="Qui? L'or").save()

    page.refresh_from_db()
    assert page.get_latest_revision_as_object().lead_fr == "Qui? L'or"
    said = " ".join(str(message) for message in get_messages(response.wsgi_request))
    assert "The typography of 2 places could be better." in said
    assert f"{edit_url(page)}#typography-lead_fr" in said


def test_automatic_saves_announce_nothing():
    page = make_content_page()
    client = signed_in(make_staff())

    response = open_page(client, page).set(lead_fr="Qui?").autosave()

    assert response.status_code == 200
    assert list(get_messages(response.wsgi_request)) == []


def test_saving_the_settings_announces_too():
    settings = SiteSettings.load()
    settings.name_fr = "WIEGO"
    settings.save()
    client = signed_in(make_staff())
    form = reverse("wagtailsnippets_core_sitesettings:edit", args=[settings.pk])

    response = open_form(client, form).set(strapline_fr="Un  réseau").save()

    said = " ".join(str(message) for message in get_messages(response.wsgi_request))
    assert "The typography of 1 place could be better." in said


def test_a_translator_sees_the_remarks_of_her_language_alone():
    page = make_content_page(lead_fr="Qui?", lead_es="Quién?")
    user = make_translator("es")

    form = signed_in(user).get(edit_url(page)).content.decode()
    listed = report(user)

    for shown in (form, listed):
        assert "¿Quién?" in shown
        assert "Qui\u202f?" not in shown
    assert "Qui\u202f?" not in report(user, language="fr")


def test_the_report_leads_to_the_notes_and_keeps_to_a_language():
    page = make_content_page(lead_fr="Qui?", lead_es="Quién?")
    staff = make_staff()

    assert f"{edit_url(page)}#typography-lead_fr" in report(staff)
    assert "Qui\u202f?" not in report(staff, language="es")
    assert "¿Quién?" in report(staff, language="es")


def test_the_report_says_when_nothing_is_to_correct():
    assert "Nothing to correct." in report(make_staff())


def test_the_report_is_for_people_of_the_admin():
    response = signed_in(make_user()).get(reverse("typography_report"))

    assert response.status_code == 302


def test_the_report_has_pages_that_keep_to_the_language():
    for number in range(ENTRIES_A_PAGE + 1):
        make_content_page(title_fr=f"Page {number}", lead_fr="Qui?", lead_es="Quién?")
    staff = make_staff()

    first, second = report(staff, language="es"), report(staff, language="es", p=2)

    assert first.count("¿Quién?") == ENTRIES_A_PAGE
    assert second.count("¿Quién?") == 1
    assert "?language=es&amp;p=2" in first


def test_the_report_is_a_file_too_with_every_remark_of_the_language():
    page = make_content_page(lead_fr="Qui?", lead_es="Quién?")
    client = signed_in(make_staff())

    answer = client.get(
        reverse("typography_report"), {"language": "es", "export": "csv"}
    )

    lines = answer.content.decode("utf-8-sig").splitlines()
    assert answer["Content-Type"].startswith("text/csv")
    assert len(lines) == 2
    assert page.title in lines[1]
    assert "¿Quién?" in lines[1]
