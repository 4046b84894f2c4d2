"""Every text of the interface is translated, and well: the tools of gettext are not needed."""

import ast
import io
import re
from pathlib import Path

import polib
import pytest
from babel.messages.extract import extract_python
from django.conf import settings
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.utils.translation.template import templatize

from core.languages import content_languages
from core.typography import typeset
from core.typography_lint import lint
from tests.admin.people import make_translator

ROOT = Path(settings.BASE_DIR)
SOURCE_LANGUAGE = "en"
TRANSLATED = [code for code in content_languages() if code != SOURCE_LANGUAGE]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]")
TEMPLATES = (".html", ".txt")
OUTSIDE = {"tests", "var", ".venv", "node_modules", "locale", "docs", "bench"}


def files(suffix: str) -> list[Path]:
    return [
        path
        for path in sorted(ROOT.rglob(f"*{suffix}"))
        if path.relative_to(ROOT).parts[0] not in OUTSIDE
    ]


def templates() -> list[Path]:
    found = [path for suffix in TEMPLATES for path in files(suffix)]
    return [path for path in found if ROOT / "templates" in path.parents]


def source_of(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if path.suffix in TEMPLATES:
        # What is left of a template is indented like none of Python.
        return re.sub(r"^[ \t]+", "", templatize(text, origin=str(path)), flags=re.M)
    return text


def messages_of_the_code() -> set[str]:
    """Return the first form of every text that code and templates ask to be translated."""
    found = set()
    for path in [*files(".py"), *templates()]:
        source = io.BytesIO(source_of(path).encode())
        for _line, name, message, _comments in extract_python(source, KEYWORDS, [], {}):
            if message:
                first = message[1] if name.startswith("p") else message
                found.add(first if isinstance(first, str) else first[0])
    return found - {None, ""}


def catalogue(language: str) -> polib.POFile:
    path = ROOT / "locale" / language / "LC_MESSAGES" / "django.po"
    assert path.exists(), f"{path} is missing: see docs/developers/add-a-language.md"
    return polib.pofile(path)


def translations(entry) -> list[str]:
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


def entries(language: str):
    """Yield each text with each of its translations."""
    for entry in catalogue(language):
        for translated in translations(entry):
            yield entry.msgid, translated


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_of_the_interface_is_translated(language):
    known = {entry.msgid for entry in catalogue(language) if not entry.obsolete}

    assert sorted(messages_of_the_code() - known) == [], "run `make messages`"


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_empty_or_a_guess(language):
    unfinished = [
        entry.msgid
        for entry in catalogue(language)
        if entry.fuzzy or not all(translations(entry))
    ]

    assert unfinished == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_stays_behind_without_its_text(language):
    known = {entry.msgid for entry in catalogue(language)}

    assert sorted(known - messages_of_the_code()) == [], "run `make messages`"
    assert catalogue(language).obsolete_entries() == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_keep_the_placeholders(language):
    different = [
        (text, translated)
        for text, translated in entries(language)
        if sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(translated))
    ]

    assert different == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_pass_our_own_lint_as_labels(language):
    faults = [
        (translated, found.wrong)
        for _text, translated in entries(language)
        for found in lint(translated, language, is_label=True)
    ]

    assert faults == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_hold_their_spaces_and_apostrophes(language):
    """Texts of the interface are shown as they are written, without typesetting."""
    different = [
        translated
        for _text, translated in entries(language)
        if typeset(mark_safe(translated), language) != translated
    ]

    assert different == []


def test_code_asks_for_translations_by_names_that_makemessages_knows():
    aliases = {
        f"{path.relative_to(ROOT)}: {alias.name} as {alias.asname}"
        for path in files(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        and node.module == "django.utils.translation"
        for alias in node.names
        if alias.asname not in (None, "_")
    }

    assert aliases == set()


@pytest.mark.parametrize(
    ("language", "shown"),
    [("fr", "Aller au contenu"), ("en", "Skip to content"), ("es", "Ir al contenido")],
)
def test_the_interface_speaks_each_language(language, shown):
    with translation.override(language):
        assert gettext("Skip to content") == shown


def test_a_language_without_translations_falls_back_to_the_default_one():
    with translation.override("ar"):
        assert gettext("Skip to content") == "Aller au contenu"


@pytest.mark.django_db
def test_the_admin_does_not_mix_french_into_spanish(client):
    translator = make_translator("es")
    translator.wagtail_userprofile.preferred_language = "es"
    translator.wagtail_userprofile.save()
    client.force_login(translator)

    text = client.get("/admin/").text

    assert "Buscar en todas las páginas" in text
    assert "Rechercher" not in text


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_remembers_what_its_text_was_before(language):
    path = ROOT / "locale" / language / "LC_MESSAGES" / "django.po"

    # Left behind by a guess that somebody confirmed, it is a syntax error to gettext.
    assert [line for line in path.read_text().splitlines() if line[:2] == "#|"] == []
