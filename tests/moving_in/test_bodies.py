"""The HTML of WordPress becomes blocks, and nothing is lost in silence."""

import pytest

from core.blocks import BodyBlock
from moving_in.bodies import body_of, prepared


class NoLibrary:
    """Knows no page and no file, and takes every address for a foreign one."""

    def link(self, target):
        return {"href": target}

    def image(self, source):
        return None

    def absolute(self, target):
        return target


def body(html):
    return body_of(html, NoLibrary(), "key", "Une page")


def shape(html):
    return [(block["type"], block["value"]) for block in body(html).blocks]


def test_the_marks_of_the_block_editor_are_gone():
    html = "<!-- wp:paragraph --><p>Bonjour</p><!-- /wp:paragraph -->"

    assert shape(html) == [("text", "<p>Bonjour</p>")]


def test_text_without_paragraphs_gets_them():
    assert prepared("Une\n\nDeux\nlignes") == "<p>Une</p><p>Deux<br>lignes</p>"


def test_headings_stand_between_texts():
    html = "<p>Un</p><h2>Titre</h2><div><p>Deux</p><ul><li>Trois</li></ul></div>"

    assert shape(html) == [
        ("text", "<p>Un</p>"),
        ("heading", {"text": "Titre", "anchor": ""}),
        ("text", "<p>Deux</p><ul><li>Trois</li></ul>"),
    ]


def test_a_quotation_names_who_said_it():
    html = "<blockquote><p>Des droits.</p><cite>Une vendeuse</cite></blockquote>"

    assert shape(html) == [
        ("quote", {"text": "Des droits.", "source": "Une vendeuse"}),
    ]


def test_a_table_keeps_its_rows():
    html = "<table><tr><th>Pays</th><th>An</th></tr><tr><td>Ghana</td><td>2019</td></tr></table>"

    ((kind, value),) = shape(html)
    assert kind == "table"
    assert [column["heading"] for column in value["table"]["columns"]] == ["Pays", "An"]
    assert value["table"]["rows"] == [{"values": ["Ghana", "2019"]}]


@pytest.mark.parametrize(
    "html",
    [
        '<p onclick="x()">Bonjour</p><script>alert(1)</script>',
        '<p><a href="javascript:alert(1)">Bonjour</a></p>',
        '<p style="color:red">Bonjour <svg onload="x()"></svg></p>',
    ],
)
def test_nothing_that_runs_moves_in(html):
    ((_kind, value),) = shape(html)

    assert "Bonjour" in value
    assert not any(word in value for word in ("script", "onclick", "onload", "style"))


def test_what_is_left_out_is_said():
    told = body('<p>Film</p><iframe src="https://video.example.org/1"></iframe>')

    assert "https://video.example.org/1" in told.remarks[0]


def test_a_shortcode_is_pointed_out():
    assert "[contact-form-7 id=3]" in body("<p>[contact-form-7 id=3]</p>").remarks[0]


def test_a_caption_of_the_classic_editor_becomes_a_figure():
    html = '[caption id="a"]<img src="a.png"> Dakar[/caption]'

    assert prepared(html).startswith("<figure><img")
    assert "a.png" in body(html).remarks[0]


def test_a_heading_that_is_too_long_becomes_a_paragraph():
    ((kind, value),) = shape(f"<h2>{'long ' * 60}</h2>")

    assert kind == "text" and "<b>" in value


def test_translations_of_a_block_share_its_id():
    first, second = body("<h2>Titre</h2><p>Un</p>"), body("<h2>Title</h2><p>One</p>")

    assert [block["id"] for block in first.blocks] == [
        block["id"] for block in second.blocks
    ]


def test_the_blocks_are_those_of_every_page():
    html = "<h2>Titre</h2><p>Un</p><blockquote>Mots</blockquote>"

    stream = BodyBlock().to_python(body(html).blocks)

    assert [child.block_type for child in stream] == ["heading", "text", "quote"]
    BodyBlock().clean(stream)
