"""The interface speaks every language: no text is missing, doubtful, or left behind."""

import shutil

import polib
import pytest
from django.conf import settings

from tests.programs import ROOT, copy_of_project, manage

CATALOGUES = sorted(ROOT.glob("locale/*/LC_MESSAGES/*.po"))


def read(path) -> polib.POFile:
    return polib.pofile(str(path))


def test_every_text_is_translated():
    missing = [
        f"{path.relative_to(ROOT)}: {entry.msgid}"
        for path in CATALOGUES
        for entry in [*read(path).untranslated_entries(), *read(path).fuzzy_entries()]
    ]

    assert missing == []


def test_no_translation_names_a_value_that_its_text_has_not():
    lost = [
        f"{path.relative_to(ROOT)}: {entry.msgid}"
        for path in CATALOGUES
        for entry in read(path)
        for translation in [entry.msgstr, *entry.msgstr_plural.values()]
        if translation and not placeholders(translation) <= placeholders(entry)
    ]

    assert lost == []


def test_catalogues_hold_every_text_of_the_code(tmp_path):
    if shutil.which("xgettext") is None:
        pytest.skip("needs gettext: apt-get install gettext")
    copy = copy_of_project(tmp_path / "project")

    manage("makemessages", "--all", "--no-location", "--no-wrap", cwd=copy)

    for path in CATALOGUES:
        gathered = read(copy / path.relative_to(ROOT))
        texts = {entry.msgid for entry in gathered if not entry.obsolete}
        known = {entry.msgid for entry in read(path) if not entry.obsolete}
        assert texts - known == set(), f"{path}: run make messages"
        assert known - texts == set(), f"{path}: run make messages"


def test_languages_with_a_catalogue_are_languages_of_the_site():
    assert {path.parts[-3] for path in CATALOGUES} <= set(dict(settings.LANGUAGES))


def placeholders(text) -> set[str]:
    """Return the named values of a text or of an entry's forms, as in `%(name)s`."""
    if not isinstance(text, str):
        text = f"{text.msgid} {text.msgid_plural}"
    return {part.partition(")")[0] for part in text.split("%(")[1:]}
