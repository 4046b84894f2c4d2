"""The admin speaks each language throughout: what Wagtail's catalogues lack is in ours."""

import re
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.conf import settings
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext, ngettext
from django.utils.translation.trans_real import DjangoTranslation

from core.languages import content_languages
from core.typography import typeset
from tests.admin.people import make_staff, signed_in

ROOT = Path(settings.BASE_DIR)
OURS = ROOT / "wiego_site" / "catalogues" / "wagtail"
# Languages of which the apps have texts, beside the one they are written in.
TRANSLATED = [code for code in content_languages() if code != "en"]
DOMAINS = ["django", "djangojs"]
KEPT = re.compile(r'%\(\w+\)[sd]|\{\w+\}|</?\w+|[\w-]+="[^"]*"')


def written(domain: str) -> list:
    """Return the texts that the installed apps of others are written with."""
    found = []
    for app in apps.get_app_configs():
        path = Path(app.path) / "locale" / "en" / "LC_MESSAGES" / f"{domain}.po"
        if path.exists() and not path.is_relative_to(ROOT / app.label):
            found.extend(polib.pofile(str(path)))
    return found


def added(language: str) -> list:
    """Return the texts that we translated for them."""
    paths = (OURS / language / "LC_MESSAGES").glob("*.po")
    return [entry for path in sorted(paths) for entry in polib.pofile(str(path))]


def forms(entry) -> list[str]:
    return [entry.msgid, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]


def translated(entry) -> list[str]:
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_of_the_installed_apps_is_translated(language, domain):
    catalogue = DjangoTranslation(language, domain=domain)._catalog

    missing = [
        entry.msgid
        for entry in written(domain)
        if not catalogue.get((entry.msgid, 0) if entry.msgid_plural else entry.msgid)
        and not entry.msgctxt
    ]

    assert missing == [], f"translate them in {OURS / language}"


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_stays_behind_without_its_text(language):
    known = {entry.msgid for domain in DOMAINS for entry in written(domain)}

    assert [entry.msgid for entry in added(language) if entry.msgid not in known] == []


@pytest.mark.parametrize("path", sorted(OURS.rglob("*.po")), ids=lambda path: path.name)
def test_each_text_is_translated_once(path):
    texts = [entry.msgid for entry in polib.pofile(str(path))]

    assert sorted({text for text in texts if texts.count(text) > 1}) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_keep_placeholders_and_markup(language):
    different = [
        (entry.msgid, text)
        for entry in added(language)
        for text in translated(entry)
        if not any(
            sorted(KEPT.findall(form)) == sorted(KEPT.findall(text))
            for form in forms(entry)
        )
    ]

    assert different == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_hold_their_spaces_and_apostrophes(language):
    different = [
        text
        for entry in added(language)
        for text in translated(entry)
        if typeset(mark_safe(text), language) != text
    ]

    assert different == []


# As of “modifié(e)” and “ce/cette”, which nobody can read aloud.
ENDINGS = re.compile(
    r"\w\((?:e|le|ne|ve|s|es|tte|elle|a|as|os)\)"
    r"|\w/(?:e|es|ne|ve|tte|la|las|elles?|une|cette|celle|as?|una|ella|esta)\b"
    r"|\b(?:la|elle|une|cette|celle|una|ella|esta)/\w",
    re.IGNORECASE,
)
# No language of the apps counts in more forms.
FORMS = range(3)


@pytest.mark.parametrize(
    ("text", "is_left"),
    [
        ("Modifier ce/cette page", True),
        ("Vous pouvez le/la voir", True),
        ("Un/une autre, nouvel(elle)", True),
        ("Cada usuario/a", True),
        ("Elle/il attend", True),
        ("Imágenes y/o documentos", False),
        ('<a href="#">24/24</a>', False),
    ],
)
def test_endings_that_are_left_to_the_reader_are_told_from_others(text, is_left):
    assert bool(ENDINGS.search(text)) == is_left


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("language", TRANSLATED)
def test_no_text_leaves_its_ending_to_the_reader(language, domain):
    catalogue = DjangoTranslation(language, domain=domain)._catalog
    known = (
        text
        for entry in written(domain)
        for key in (entry.msgid, *((entry.msgid, form) for form in FORMS))
        if isinstance(text := catalogue.get(key), str)
    )

    assert sorted({text for text in known if ENDINGS.search(text)}) == []


@pytest.mark.parametrize("path", sorted(OURS.rglob("*.po")), ids=lambda path: path.name)
def test_each_number_has_its_form(path):
    po = polib.pofile(str(path))
    (count,) = re.findall(r"nplurals=(\d+)", po.metadata["Plural-Forms"])

    # A form that lacked would be read in the catalogue of the app, with its faults.
    assert [
        entry.msgid
        for entry in po
        if entry.msgid_plural and len(entry.msgstr_plural) != int(count)
    ] == []


@pytest.mark.parametrize(("number", "word"), [(1, "página"), (16, "páginas")])
def test_spanish_counts_pages(number, word):
    one = '%(total)s Page <span class="w-sr-only">created in %(site_name)s</span>'
    many = '%(total)s Pages <span class="w-sr-only">created in %(site_name)s</span>'
    with translation.override("es"):
        text = ngettext(one, many, number)

    assert text.split()[1] == word


def test_a_text_that_wagtail_says_to_a_friend_is_said_to_anybody():
    # In a variable: it is no text of ours, to be gathered from this line.
    question = "Are you sure you want to delete this page?"
    with translation.override("es"):
        text = gettext(question)

    assert text == "¿Seguro que quiere eliminar esta página?"


@pytest.mark.django_db
def test_scripts_of_the_admin_speak_the_language_of_the_person():
    person = make_staff()
    person.wagtail_userprofile.preferred_language = "es"
    person.wagtail_userprofile.save()

    texts = signed_in(person).get("/admin/jsi18n/").text

    assert r"Opciones de b\u00fasqueda\u2026" in texts
    assert r"Se produjo un error de red." in texts
