"""The translators' guides say the same in every language, and show the admin in the reader's."""

import re
from pathlib import Path

import pytest
from PIL import Image

from core.languages import content_languages

FOLDER = Path(__file__).parent.parent / "docs" / "translators"
ENGLISH = "en"
MOST_BYTES = 3_000_000


def guide(language: str) -> Path:
    name = "start.md" if language == ENGLISH else f"start.{language}.md"
    return FOLDER / name


def text(language: str) -> str:
    return guide(language).read_text()


def headings(language: str) -> list[str]:
    return re.findall(r"^#+(?= )", text(language), re.MULTILINE)


def paragraphs(language: str) -> list[int]:
    """Return by section how many paragraphs and items it has."""
    sections = re.split(r"^#+ .*$", text(language), flags=re.MULTILINE)
    return [
        len(re.findall(r"\n\n(?=\S)", f"\n{section.rstrip()}"))
        + len(re.findall(r"^\* ", section, re.MULTILINE))
        for section in sections
    ]


def pictures(language: str) -> list[str]:
    return re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text(language))


def links(language: str) -> set[str]:
    found = re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", text(language))
    return {(FOLDER / link).resolve().name for link in found}


@pytest.mark.parametrize("language", content_languages())
def test_each_guide_has_the_same_sections_paragraphs_and_pictures(language):
    assert headings(language) == headings(ENGLISH)
    assert paragraphs(language) == paragraphs(ENGLISH)
    assert [name.replace(f"-{language}.", ".") for name in pictures(language)] == [
        name.replace(f"-{ENGLISH}.", ".") for name in pictures(ENGLISH)
    ]


@pytest.mark.parametrize("language", content_languages())
def test_each_guide_leads_to_the_others(language):
    others = {guide(other).name for other in content_languages() if other != language}

    assert links(language) == others
    assert all((FOLDER / name).exists() for name in others)


@pytest.mark.parametrize("language", content_languages())
def test_every_picture_of_a_guide_is_there_in_its_language(language):
    assert pictures(language)
    for name in pictures(language):
        assert name.endswith(f"-{language}.png")
        with Image.open(FOLDER / name) as picture:
            assert picture.width >= 800


def test_the_pictures_of_the_guides_are_small():
    names = [FOLDER / name for code in content_languages() for name in pictures(code)]

    assert sum(path.stat().st_size for path in names) < MOST_BYTES


def test_the_french_guide_has_french_spaces_and_apostrophes():
    words = re.sub(r"`[^`]*`|\]\([^)]*\)|«.: ; ! \?.»", "", text("fr"))

    assert not re.findall(r".{0,20}(?:(?<=\w)'| [:;!?»]|« ).{0,20}", words)
