"""A page leaves as a file, is translated with a library, comes back, is reviewed, and goes live in Spanish alone."""

from pathlib import Path

import polib
import pytest
from django.urls import reverse

from tests.admin.browser import HOST, admin_window
from tests.admin.forms import edit_url
from tests.admin.people import make_staff
from tests.factories import make_content_page
from tests.translations.test_states import latest, save, state, version
from translations.models import State

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def live(page):
    return type(page).objects.get(pk=page.pk)


def translate(file: Path) -> bytes:
    """Do what a translator does in an editor of PO files."""
    po = polib.pofile(str(file))
    for entry in po:
        if entry.msgid == "Bonsoir à toutes et à tous":
            entry.msgstr = "Buenas noches a todas y todos"
            entry.flags.remove("fuzzy")
    return str(po).encode()


def download(window, page, tmp_path) -> Path:
    window.goto(HOST + edit_url(page))
    window.get_by_role("button", name="Actions", exact=True).first.click()
    window.get_by_role("link", name="Export for translation").first.click()
    window.get_by_label("Translate into").select_option("es")
    window.get_by_label("PO, for gettext tools such as Poedit").check()
    with window.expect_download() as started:
        window.get_by_role("button", name="Download").click()
    file = tmp_path / "textos.po"
    started.value.save_as(file)
    return file


def test_a_page_goes_out_comes_back_and_is_published_in_spanish_alone(tmp_path):
    page = make_content_page(
        title_es="Gobernanza", lead_fr="Bonjour", lead_es="Hola", lead_en="Hello"
    )
    save(page, lead_fr="Bonsoir à toutes et à tous")
    assert state(page, "lead", "es") == state(page, "lead", "en") == State.OUTDATED

    publish = reverse("translation_publish", args=[version(page, "es").pk])

    with admin_window(make_staff()) as window:
        content = translate(download(window, page, tmp_path))
        window.get_by_role("link", name="Import translations").click()
        window.get_by_label("File").set_input_files(
            {"name": "textos.po", "mimeType": "text/x-po", "buffer": content}
        )
        window.get_by_role("button", name="Show what would change").click()
        window.get_by_text("Buenas noches a todas").wait_for()
        window.get_by_role("button", name="Write into the drafts").click()
        window.get_by_text("What became of each text").wait_for()
        window.goto(HOST + publish)
        window.get_by_role("button", name="Publish Spanish").click()
        window.locator(".messages .success").wait_for()

    assert live(page).lead_es == "Buenas noches a todas y todos"
    assert live(page).lead_fr == "Bonjour"
    assert live(page).lead_en == "Hello"
    assert latest(page).lead_fr == "Bonsoir à toutes et à tous"
    assert state(page, "lead", "es") == State.UNREVIEWED
