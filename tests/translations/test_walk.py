"""An edit in French goes all the way: outdated, out in a file, back, reviewed, and live in Spanish alone."""

import io
import subprocess
from dataclasses import dataclass

import polib
import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import translation
from translate.storage.xliff import xlifffile

from tests.admin.forms import open_page
from tests.admin.people import make_staff, make_translator, signed_in
from tests.factories import make_content_page
from tests.translations.files.sending import confirm, groups, upload
from tests.translations.queue.work import titles
from tests.translations.reviewing import make_task
from tests.translations.test_states import state, version
from translations.models import State

pytestmark = pytest.mark.django_db

OLD = {"fr": "Nous sommes douze.", "en": "We are twelve.", "es": "Somos doce."}
NEW = {"fr": "Nous sommes quinze.", "es": "Somos quince."}


def edit_in_tool(content: bytes) -> bytes:
    """Translate as a tool built on translate-toolkit does, which knows nothing of this site."""
    store = xlifffile(io.BytesIO(content))
    for unit in store.units:
        if unit.source == NEW["fr"]:
            unit.target = NEW["es"]
            # The tool takes what is typed for approved; it is to be read by somebody else.
            unit.markapproved(False)
    return bytes(store)


def edit_in_poedit(content: bytes) -> bytes:
    """Translate as an editor of PO files does."""
    po = polib.pofile(content.decode())
    for entry in po:
        if entry.msgid == NEW["fr"]:
            entry.msgstr = NEW["es"]
            entry.flags.remove("fuzzy")
    return str(po).encode()


EDITORS = {"xliff": edit_in_tool, "po": edit_in_poedit}


@dataclass
class Walk:
    """A live page in three languages, and the people who work on it."""

    page: object
    staff: Client
    translators: dict[str, Client]
    reader: Client

    def edit_the_source(self):
        open_page(self.staff, self.page).set(lead_fr=NEW["fr"]).save("publish")

    def queue(self, language):
        client = self.translators[language]
        return titles(client.get(reverse("translations_queue"), {"state": "outdated"}))

    def export(self, format) -> bytes:
        """Choose the row of the queue, then the kind of file."""
        action = ["translations", "languageversion", "export"]
        chosen = {"id": version(self.page, "es").pk}
        form = self.es.get(reverse("wagtail_bulk_action", args=action), chosen)
        query = "language=es&unfinished=on"
        return self.es.get(f"{form.url}&{query}&format={format}").content

    def review(self):
        """Hand in what came back, and let a colleague of the review step read and approve it."""
        address = reverse("translation_review", args=[version(self.page, "es").pk])
        self.es.post(address, {"action": "hand-in"})
        soup = BeautifulSoup(self.reader.get(address).content, "html.parser")
        assert "quince" in soup.select_one("main ins").text
        shown = soup.select_one("input[name=shown]")["value"]
        self.reader.post(address, {"action": "approve", "shown": shown})

    def publish_spanish(self):
        spanish = version(self.page, "es").pk
        self.staff.post(reverse("translation_publish", args=[spanish]))

    def read(self, language) -> str:
        """Return what a visitor reads."""
        page = type(self.page).objects.get(pk=self.page.pk)
        with translation.override(language):
            response = Client().get(page.get_url())
        assert response.status_code == 200
        return response.content.decode()

    def stored(self, language) -> dict:
        """Return the live columns of a language."""
        page = type(self.page).objects.filter(pk=self.page.pk).values().get()
        return {
            name: value for name, value in page.items() if name.endswith(f"_{language}")
        }

    @property
    def es(self):
        return self.translators["es"]


@pytest.fixture
def walk():
    titles = {"title_fr": "Équipe", "title_en": "Team", "title_es": "Equipo"}
    page = make_content_page(
        **titles, **{f"lead_{code}": text for code, text in OLD.items()}
    )
    translators = {code: signed_in(make_translator(code)) for code in ("en", "es")}
    make_task("es")
    return Walk(
        page, signed_in(make_staff()), translators, signed_in(make_translator("es"))
    )


def test_an_edited_source_makes_the_other_languages_outdated_and_leaves_them_live(walk):
    walk.edit_the_source()

    assert state(walk.page, "lead", "es") == state(walk.page, "lead", "en")
    assert state(walk.page, "lead", "es") == State.OUTDATED
    assert walk.queue("es") == walk.queue("en") == ["Équipe"]
    assert NEW["fr"] in walk.read("fr")
    assert OLD["en"] in walk.read("en")
    assert OLD["es"] in walk.read("es")


@pytest.mark.parametrize("format", EDITORS)
def test_a_file_made_elsewhere_is_shown_first_then_written_and_is_to_be_reviewed(
    walk, format
):
    walk.edit_the_source()
    content = EDITORS[format](walk.export(format))

    plan = upload(walk.es, content, f"textos.{'xlf' if format == 'xliff' else 'po'}")
    before = state(walk.page, "lead")
    report = confirm(walk.es, plan)

    assert groups(plan) == groups(report) == {"applied": 1}
    assert before == State.OUTDATED
    assert state(walk.page, "lead") == State.UNREVIEWED
    assert OLD["es"] in walk.read("es")


def test_the_file_that_leaves_and_the_one_that_comes_back_please_msgfmt(
    walk, gettext_tools
):
    walk.edit_the_source()
    leaving = walk.export("po")

    for content in (leaving, edit_in_poedit(leaving)):
        checked = subprocess.run(
            ["msgfmt", "--check", "--output-file=/dev/null", "-"], input=content
        )
        assert checked.returncode == 0


@pytest.mark.parametrize("format", EDITORS)
def test_spanish_goes_live_alone_once_reviewed(walk, format):
    walk.edit_the_source()
    name = f"textos.{'xlf' if format == 'xliff' else 'po'}"
    plan = upload(walk.es, EDITORS[format](walk.export(format)), name)
    confirm(walk.es, plan)
    stored = {code: walk.stored(code) for code in ("en", "fr")}
    shown = {code: walk.read(code) for code in ("en", "fr")}

    walk.review()
    walk.publish_spanish()

    assert state(walk.page, "lead", "es") == State.DONE
    assert NEW["es"] in walk.read("es")
    assert OLD["es"] not in walk.read("es")
    assert {code: walk.stored(code) for code in ("en", "fr")} == stored
    assert {code: walk.read(code) for code in ("en", "fr")} == shown
    assert state(walk.page, "lead", "en") == State.OUTDATED
    assert walk.queue("en") == ["Équipe"]
    assert walk.queue("es") == []
