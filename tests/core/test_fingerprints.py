import json
from datetime import UTC, datetime

import pytest

from core.fingerprints import canonical, canonical_rich_text, fingerprint
from core.models import SitePage
from faq.models import FaqItem
from home.models import ContentPage

BODY = ContentPage._meta.get_field("body_fr")


def stream(*blocks):
    return BODY.to_python(
        json.dumps([{"type": kind, "value": v} for kind, v in blocks])
    )


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p></p>",
        '<p data-block-key="abcde"></p>',
        "<p><br/></p>",
        " <p> </p> ",
    ],
)
def test_an_empty_rich_text_has_no_fingerprint(html):
    assert fingerprint(FaqItem._meta.get_field("answer_fr"), html) == ""


@pytest.mark.parametrize(
    ("stored", "returned"),
    [
        ("<p>Un</p>", '<p data-block-key="x1y2z">Un</p>'),
        ("<p>Un <b>deux</b></p>", "<p>Un <strong>deux</strong></p>"),
        ("<p>Un</p><p>Deux</p>", "<p>Un</p>\n<p>Deux</p>\n"),
        ("Un", "<p>Un</p>"),
        ("<ul><li>Un</li></ul>", '<ul><li data-block-key="q">Un</li></ul>'),
        ("<p>« Un\N{NO-BREAK SPACE}»</p>", "<p>« Un&nbsp;»</p>"),
    ],
)
@pytest.mark.django_db
def test_a_rich_text_that_went_through_the_editor_is_the_same(stored, returned):
    features = ["bold", "ul", "link"]

    assert canonical_rich_text(stored, features) == canonical_rich_text(
        returned, features
    )


def test_a_rich_text_with_another_word_is_another():
    assert canonical_rich_text("<p>Un</p>") != canonical_rich_text("<p>Deux</p>")


def test_line_ends_and_outer_spaces_are_no_change():
    field = ContentPage._meta.get_field("lead_fr")

    assert fingerprint(field, "Un\r\ndeux ") == fingerprint(field, "Un\ndeux")


def test_empty_and_missing_are_the_same():
    field = ContentPage._meta.get_field("lead_fr")

    assert fingerprint(field, None) == fingerprint(field, "") == ""


def test_a_moment_is_compared_without_seconds():
    field = SitePage._meta.get_field("go_live_at")

    assert fingerprint(field, datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)) == fingerprint(
        field, datetime(2030, 1, 2, 3, 4, tzinfo=UTC)
    )


def test_the_order_of_checked_boxes_is_no_change():
    field = FaqItem._meta.get_field("audiences")

    assert fingerprint(field, ["b", "a"]) == fingerprint(field, ["a", "b"])


def test_blocks_with_other_ids_are_the_same():
    once, again = stream(("text", "<p>Un</p>")), stream(("text", "<p>Un</p>"))
    once[0].id, again[0].id = "1", "2"

    assert fingerprint(BODY, once) == fingerprint(BODY, again)


def test_rich_text_in_blocks_goes_through_the_editor_too():
    stored = stream(("text", "<p>Un</p>"), ("list", [{"title": "T", "text": ""}]))
    returned = stream(
        ("text", '<p data-block-key="k">Un</p>'),
        ("list", [{"title": "T", "text": '<p data-block-key="k"></p>'}]),
    )

    assert canonical(BODY, stored) == canonical(BODY, returned)


def test_a_cell_of_a_table_is_part_of_the_content():
    def table(text):
        cells = {
            "columns": [{"type": "rich_text", "heading": "H"}],
            "rows": [{"values": [text]}],
            "caption": "",
        }
        return stream(("table", {"caption": "C", "table": cells}))

    assert canonical(BODY, table("<p>Un</p>")) == canonical(
        BODY, table('<p data-block-key="k">Un</p>')
    )
    assert canonical(BODY, table("<p>Un</p>")) != canonical(BODY, table("<p>2</p>"))


def test_moved_blocks_are_a_change():
    heading, text = ("heading", {"text": "H"}), ("text", "<p>Un</p>")

    assert canonical(BODY, stream(heading, text)) != canonical(
        BODY, stream(text, heading)
    )


def test_an_empty_stream_has_no_fingerprint():
    assert fingerprint(BODY, stream()) == ""
