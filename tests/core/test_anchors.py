import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError

from core.anchors import RESERVED, make_anchor, validate_anchor

# Folders of templates with which no visitor's page is made.
OF_THE_ADMIN = {"translations", "wagtailadmin"}


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("Proposez-vous des stages ?", "proposez-vous-des-stages"),
        ("Le Conseil d’administration", "le-conseil-d-administration"),
        ("Les travailleuse·eur·s", "les-travailleuse-eur-s"),
        ("¿Trabajan con empresas?", "trabajan-con-empresas"),
        ("هل تعملون؟", "part"),
        ("", "part"),
    ],
)
def test_an_anchor_says_what_the_text_says(text, anchor):
    assert make_anchor(text) == anchor


def test_a_long_anchor_ends_with_a_whole_word():
    anchor = make_anchor("mot " * 40)

    assert len(anchor) <= 60
    assert anchor.endswith("-mot")


def test_one_endless_word_fits():
    assert len(make_anchor("x" * 300, {"x" * 60})) <= 64


def test_a_second_anchor_of_the_same_words_gets_a_number():
    assert make_anchor("Stages", {"stages", "stages-2"}) == "stages-3"


@pytest.mark.parametrize("value", ["main", "contents", "kind-foundation"])
def test_a_part_of_the_page_itself_keeps_its_anchor(value):
    assert make_anchor(value) != value
    with pytest.raises(ValidationError, match=value):
        validate_anchor(value)


def test_every_id_of_the_pages_of_the_site_is_reserved():
    ids = set()
    for path in Path(settings.BASE_DIR, "templates").rglob("*.html"):
        if path.relative_to(settings.BASE_DIR).parts[1] not in OF_THE_ADMIN:
            ids |= set(re.findall(r'\sid="([^"{]+)"', path.read_text()))

    assert ids <= RESERVED, "Add these ids to core.anchors.RESERVED."
