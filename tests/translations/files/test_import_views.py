"""Texts leave in a file and come back: shown first, written on confirmation, and only where nobody wrote meanwhile."""

import io

import pytest
from bs4 import BeautifulSoup
from translate.storage.xliff import xlifffile

from tests.factories import make_content_page
from tests.translations.files.sending import (
    EXPORT,
    confirm,
    download,
    groups,
    message,
    translated,
    upload,
)
from tests.translations.test_states import latest, save, state, version
from translations.models import Origin, State

pytestmark = pytest.mark.django_db


def test_a_file_is_shown_first_and_written_on_confirmation(page, translator):
    content = translated(download(translator, page), lead="Hola")

    shown = upload(translator, content)
    before = latest(page).lead_es
    report = confirm(translator, shown)

    assert groups(shown)["applied"] == 1
    assert before is None
    assert groups(report)["applied"] == 1
    assert latest(page).lead_es == "Hola"


def test_the_plan_marks_the_words_that_the_file_changes(page, translator):
    save(page, lead_es="Hola a todas")

    shown = upload(translator, translated(download(translator, page), lead="Hola a ti"))

    soup = BeautifulSoup(shown.content, "html.parser")
    assert "todas" in soup.select_one("td del").text
    assert "ti" in soup.select_one("td ins").text


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
