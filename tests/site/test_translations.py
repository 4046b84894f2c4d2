"""The catalogues are what `make messages` would gather, and no others; see test_locale.py."""

import polib
import pytest
from django.conf import settings

from tests.programs import ROOT, copy_of_project, manage

CATALOGUES = sorted(ROOT.glob("locale/*/LC_MESSAGES/*.po"))


def read(path) -> polib.POFile:
    return polib.pofile(str(path))


@pytest.mark.usefixtures("gettext_tools")
def test_catalogues_hold_every_text_of_the_code(tmp_path):
    copy = copy_of_project(tmp_path / "project")

    outside = "--ignore=tests"
    manage("makemessages", "--all", "--no-location", "--no-wrap", outside, cwd=copy)

    for path in CATALOGUES:
        gathered = read(copy / path.relative_to(ROOT))
        texts = {entry.msgid for entry in gathered if not entry.obsolete}
        known = {entry.msgid for entry in read(path) if not entry.obsolete}
        assert texts - known == set(), f"{path}: run make messages"
        assert known - texts == set(), f"{path}: run make messages"


def test_languages_with_a_catalogue_are_languages_of_the_site():
    assert {path.parts[-3] for path in CATALOGUES} <= set(dict(settings.LANGUAGES))
