"""Texts leave in a file and come back: shown first, written on confirmation, and only where nobody wrote meanwhile."""

import io

import polib
import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from translate.storage.xliff import xlifffile

from core.models import SiteSettings
from tests.admin.people import make_staff, make_translator, make_user, signed_in
from tests.factories import home_page, make_content_page
from tests.translations.test_states import latest, save, state, version
from translations.models import ImportedFile, LanguageVersion, Origin, State
from translations.models.imported_file import KEPT_FOR

pytestmark = pytest.mark.django_db

UPLOAD = "/admin/translations/import/"
EXPORT = "/admin/translations/export/"


@pytest.fixture
def page():
    return make_content_page(
        lead_fr="Bonjour", headline_fr="Nos principes", headline_es="Principios"
    )


@pytest.fixture
def translator(page):
    return signed_in(make_translator("es"))


def download(client, page, format="po", language="es", **query):
    query |= {"version": version(page, language).pk}
    query |= {"language": language, "format": format}
    response = client.get(EXPORT, query)
    assert "attachment" in response.get("Content-Disposition", ""), response
    return response.content


def translated(content: bytes, **texts) -> bytes:
    """Return a PO file in which the texts of these places were written with polib."""
    po = polib.pofile(content.decode())
    for entry in po:
        place = entry.msgctxt.partition("/")[2].partition("@")[0]
        if place in texts:
            entry.msgstr = texts[place]
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    return str(po).encode()


def upload(client, content, name="textos.po"):
    return client.post(UPLOAD, {"file": SimpleUploadedFile(name, content)}, follow=True)


def confirm(client, response, **more):
    return client.post(response.request["PATH_INFO"], more)


def groups(response) -> dict[str, int]:
    """Return how many texts the page lists, by what becomes of them."""
    return {
        group["result"]: len(group["rows"])
        for group in response.context["groups"]
        if group["rows"]
    }


def message(response) -> str:
    soup = BeautifulSoup(response.content, "html.parser")
    return " ".join(soup.get_text(" ").split())


def test_a_file_is_shown_first_and_written_on_confirmation(page, translator):
    content = translated(download(translator, page), lead="Hola")

    shown = upload(translator, content)
    before = latest(page).lead_es
    report = confirm(translator, shown)

    assert groups(shown)["applied"] == 1
    assert before is None
    assert groups(report)["applied"] == 1
    assert latest(page).lead_es == "Hola"


def test_what_comes_back_is_to_be_reviewed(page, translator):
    content = translated(download(translator, page), lead="Hola")

    confirm(translator, upload(translator, content))

    record = version(page, "es").texts.get(place="lead")
    assert record.state == State.UNREVIEWED
    assert record.origin == Origin.FILE


def test_a_second_import_changes_nothing(page, translator):
    content = translated(download(translator, page), lead="Hola")
    confirm(translator, upload(translator, content))
    revisions = page.revisions.count()

    again = upload(translator, content)

    assert set(groups(again)) <= {"unchanged", "refused"}
    assert "There is nothing to write." in message(again)
    assert page.revisions.count() == revisions


def test_a_text_whose_source_changed_meanwhile_waits_for_a_person(page, translator):
    content = translated(download(translator, page), lead="Hola")
    save(page, lead_fr="Bonsoir")

    shown = upload(translator, content)
    confirm(translator, shown)

    assert groups(shown)["source-changed"] == 1
    assert latest(page).lead_es is None


def test_a_person_may_take_a_text_whose_source_changed(page, translator):
    content = translated(download(translator, page), lead="Hola")
    save(page, lead_fr="Bonsoir")
    shown = upload(translator, content)
    soup = BeautifulSoup(shown.content, "html.parser")
    taken = [box["value"] for box in soup.find_all("input", {"name": "take"})]

    confirm(translator, shown, take=taken)

    assert latest(page).lead_es == "Hola"
    assert state(page, "lead") == State.UNREVIEWED


def test_a_text_that_somebody_wrote_meanwhile_is_not_written_over(page, translator):
    content = translated(download(translator, page), lead="Hola")
    save(page, lead_es="Buenos días")

    shown = upload(translator, content)
    confirm(translator, shown)

    assert groups(shown)["target-changed"] == 1
    assert "Buenos días" in message(shown)
    assert "Hola" in message(shown)
    assert latest(page).lead_es == "Buenos días"


def test_a_text_written_between_showing_and_confirming_is_kept(page, translator):
    shown = upload(translator, translated(download(translator, page), lead="Hola"))
    save(page, lead_es="Buenos días")

    confirm(translator, shown)

    assert latest(page).lead_es == "Buenos días"


def test_approved_in_the_file_means_done(page, translator):
    store = xlifffile(io.BytesIO(download(translator, page, "xliff")))
    for unit in store.units:
        if "/lead@" in unit.xmlelement.get("id"):
            unit.target = "Hola"
            unit.xmlelement.set("approved", "yes")

    confirm(translator, upload(translator, bytes(store), "textos.xlf"))

    assert state(page, "lead") == State.DONE


def test_nothing_leaves_as_approved(page, translator):
    content = download(translator, page, "xliff", unfinished="")

    assert b"Principios" in content
    assert b"approved" not in content


def test_an_outdated_text_leaves_with_the_source_it_was_made_from(page, translator):
    save(page, headline_fr="Principes")

    content = download(translator, page, "po", unfinished="on").decode()

    assert '#| msgid "Nos principes"' in content
    assert "fuzzy" in content


def test_only_what_is_to_be_done_may_leave(page, translator):
    assert b"Principios" not in download(translator, page, unfinished="on")


def test_a_section_leaves_with_all_pages_below_it(page, translator):
    below = make_content_page(page, title_fr="Équipe", lead_fr="Qui nous sommes")

    response = translator.get(
        EXPORT, {"section": page.pk, "language": "es", "format": "csv"}
    )

    assert "Qui nous sommes" in response.content.decode()
    assert "Bonjour" in response.content.decode()
    assert version(below, "es")


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


def test_a_file_is_forgotten_after_a_day(page, translator):
    content = translated(download(translator, page), lead="Hola")
    shown = upload(translator, content)
    ImportedFile.objects.update(uploaded_at=timezone.now() - KEPT_FOR)

    late = confirm(translator, shown)
    upload(translator, content)

    assert late.url == UPLOAD
    assert latest(page).lead_es is None
    assert ImportedFile.objects.count() == 1


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
