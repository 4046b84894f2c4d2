"""Files that are refused, and people who may not send them."""

from datetime import timedelta

import polib
import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from core.models import SiteSettings
from tests.admin.people import make_staff, make_translator, make_user, signed_in
from tests.factories import home_page, make_content_page
from tests.translations.files.sending import (
    EXPORT,
    UPLOAD,
    confirm,
    download,
    groups,
    message,
    translated,
    upload,
)
from tests.translations.test_states import latest
from translations.models import ImportedFile, LanguageVersion

pytestmark = pytest.mark.django_db


def test_a_file_in_a_language_one_does_not_write_is_refused(page):
    content = download(signed_in(make_staff()), page, language="en")
    client = signed_in(make_translator("es"))

    response = upload(client, translated(content, lead="Hello"))

    assert "You have no right to translate into “English”" in message(response)
    assert not ImportedFile.objects.exists()


def test_a_file_that_says_another_language_is_refused(page, translator):
    content = translated(download(translator, page), lead="Hallo")
    content = content.replace(b"Language: es", b"Language: de")

    response = upload(translator, content)

    assert "from “fr” to “es”" in message(response)
    assert not ImportedFile.objects.exists()


HOSTILE = {
    "bomba.xlf": b'<!DOCTYPE x [<!ENTITY a "a"><!ENTITY b "&a;&a;">]><xliff>&b;</xliff>',
    "roto.xlf": b"<xliff><file>",
    "hondo.xlf": b"<xliff>" + b"<g>" * 500 + b"</g>" * 500 + b"</xliff>",
    "roto.po": b'msgid "',
    "vacio.po": b"",
    "libro.csv": b"PK\x03\x04 workbook",
    "nada.csv": b"\x00\x00",
    "programa.exe": b"MZ",
    "../../etc/passwd": b"root",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_of_a_hostile_file_nothing_is_kept_and_nothing_written(page, translator, name):
    before = page.revisions.count()

    response = upload(translator, HOSTILE[name], name)

    assert response.status_code == 200
    assert response.context["form"].errors
    assert not ImportedFile.objects.exists()
    assert page.revisions.count() == before


def test_html_that_could_do_harm_is_refused(translator):
    page = make_content_page(
        body_fr=[{"type": "text", "value": "<p>Un</p>", "id": "b0"}]
    )
    po = polib.pofile(download(translator, page).decode())
    for entry in po:
        entry.msgstr = "<p><script>alert(1)</script></p>"

    shown = upload(translator, str(po).encode())
    report = confirm(translator, shown)

    assert groups(report) == {"refused": len(po)}
    assert "<script" not in str(latest(page).serializable_data())


def test_a_file_too_big_is_refused_before_it_is_read(page, translator, settings):
    settings.TRANSLATIONS_EXCHANGE_LIMITS = {"bytes": 100}

    response = upload(translator, b"x" * 101)

    assert "at most 100 are read" in message(response)


def test_nobody_confirms_the_file_of_somebody_else(page, translator):
    upload(translator, translated(download(translator, page), lead="Hola"))
    kept = ImportedFile.objects.get()
    other = signed_in(make_translator("es"))

    for ask in (other.get, other.post):
        response = ask(reverse("translation_import_plan", args=[kept.pk]), follow=True)
        assert "not kept any more" in message(response)

    assert latest(page).lead_es is None


def test_a_file_is_forgotten_after_some_days(page, translator, settings):
    settings.TRANSLATIONS_FILES_KEPT_DAYS = 3
    shown = upload(translator, translated(download(translator, page), lead="Hola"))
    ImportedFile.objects.update(uploaded_at=timezone.now() - timedelta(days=3))

    late = confirm(translator, shown)

    assert late.redirect_chain[-1][0] == UPLOAD
    assert "files are deleted after 3 days" in message(late)
    assert latest(page).lead_es is None


def test_old_files_are_deleted_when_they_fall_due_and_young_ones_stay(
    page, translator, settings
):
    settings.TRANSLATIONS_FILES_KEPT_DAYS = 3
    content = translated(download(translator, page), lead="Hola")
    upload(translator, content)
    ImportedFile.objects.update(uploaded_at=timezone.now() - timedelta(days=3))
    confirm(translator, upload(translator, content))

    for _run in range(2):
        call_command("run_due")
        assert ImportedFile.objects.count() == 1

    assert latest(page).lead_es == "Hola"
    assert ImportedFile.objects.get().is_written


def test_who_lost_the_right_meanwhile_writes_nothing(page):
    person = make_translator("es")
    client = signed_in(person)
    shown = upload(client, translated(download(client, page), lead="Hola"))
    person.groups.clear()

    confirm(client, shown)

    assert latest(page).lead_es is None


def test_who_writes_no_language_has_no_files(page):
    client = signed_in(make_user())

    assert client.get(UPLOAD).status_code == 302
    assert client.get(EXPORT, {"section": page.pk}).status_code == 302


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"version": ["1x", str(10**30)]},
        {"section": home_page, "format": "exe", "language": "es"},
        {"section": home_page, "format": "po", "language": "xx"},
    ],
)
def test_a_question_that_makes_no_sense_shows_the_form(translator, query):
    query = {
        key: value().pk if callable(value) else value for key, value in query.items()
    }

    assert translator.get(EXPORT, query).status_code == 200


def test_settings_and_snippets_leave_too(translator):
    settings = SiteSettings.objects.get()
    settings.strapline_fr = "Ensemble"
    settings.save()
    settings.save_revision().publish()
    content = translated(download(translator, settings), strapline="Juntas y juntos")

    confirm(translator, upload(translator, content))

    assert LanguageVersion.objects.of(settings).get(language="es").unreviewed == 1
