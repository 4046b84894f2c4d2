"""Who gets to the desk, and the ways that lead there and on."""

import pytest
from django.urls import reverse

from tests.admin.people import make_staff, make_translator, make_user, signed_in
from tests.translations.desk.desks import Sitting, desk_url, make_desk_page
from tests.translations.test_states import latest, save

pytestmark = pytest.mark.django_db


def test_who_does_not_write_the_language_reads_only():
    page = make_desk_page()
    reader = Sitting(page, make_translator("en"))

    assert "You can read these texts" in reader.html
    assert "text:headline" not in reader.fields
    url = desk_url(page, name="translations_save")
    assert reader.client.post(url, {"text:headline": "Hi"}).status_code != 200
    assert latest(page).headline_es == "Hola a todo el mundo"


@pytest.mark.parametrize(
    "name",
    [
        "translations_desk",
        "translations_save",
        "translations_beside",
        "translations_preview",
    ],
)
def test_who_may_not_edit_pages_sees_nothing(name):
    page = make_desk_page()
    url = desk_url(page, name=name)

    for method in ("get", "post"):
        response = getattr(signed_in(make_user()), method)(url)
        assert response.status_code in (302, 403, 405)


def test_a_locked_page_keeps_what_was_typed_and_says_why():
    page = make_desk_page()
    sitting = Sitting(page)
    page.locked, page.locked_by = True, make_staff()
    page.save()

    answered = sitting.autosave({"headline": "Hola"})

    assert answered["texts"]["headline"]["result"] == "error"
    assert "locked" in answered["texts"]["headline"]["notes"]


def test_an_unknown_language_or_thing_is_not_found():
    page = make_desk_page()
    client = signed_in(make_staff())
    known = {
        "content_type_id": page.content_type_id,
        "object_id": page.pk,
        "language": "es",
    }

    assert client.get(reverse("translations_open", kwargs=known)).status_code == 302
    for wrong in ({"language": "xx"}, {"object_id": 99999}, {"content_type_id": 999}):
        url = reverse("translations_open", kwargs={**known, **wrong})
        assert client.get(url).status_code == 404
    assert client.get(reverse("translations_desk", args=[99999])).status_code == 404


def test_a_page_leads_to_the_desk_of_each_language_that_one_writes():
    page = make_desk_page()
    client = signed_in(make_translator("es"))

    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content

    assert b"Translate into Spanish" in html
    assert b"Translate into English" not in html


def test_the_draft_is_previewed_in_the_language_of_the_desk():
    page = make_desk_page()
    save(page, title_es="Preguntas nuevas")
    client = signed_in(make_translator("es"))

    html = client.get(desk_url(page, name="translations_preview")).content.decode()

    assert '<html lang="es"' in html
    assert "Preguntas nuevas" in html
