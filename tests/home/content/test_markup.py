import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.content.markup import html_of, paragraphs_of, sanitise

WORDS = st.text("ab é’«»*[]()\\<>&\"'/:;!?·\n\u00a0\u202f", max_size=40)
LINES = st.lists(WORDS.filter(str.strip), min_size=1, max_size=3)
PARAGRAPHS = st.lists(
    WORDS | LINES | st.fixed_dictionaries({"numbered": LINES}), max_size=4
)
ALLOWED = re.compile(
    r'</?(?:p|ul|ol|li|b|i)>|<br/>|<a href="[^"<>]*">|<a>|</a>', re.IGNORECASE
)


@pytest.mark.parametrize(
    ("paragraph", "html"),
    [
        ("Un réseau.", "<p>Un réseau.</p>"),
        ("[Nous](page:about)", '<p><a href="page:about">Nous</a></p>'),
        ("**gras** et *italique*", "<p><b>gras</b> et <i>italique</i></p>"),
        ("<strong>gras</strong> <em>là</em>", "<p><b>gras</b> <i>là</i></p>"),
        ("[**gras**](page:a)", '<p><a href="page:a"><b>gras</b></a></p>'),
        ("5 * 3 * 2", "<p>5 * 3 * 2</p>"),
        (r"\*pas italique\*", "<p>*pas italique*</p>"),
        ("R&D, 3 < 4", "<p>R&amp;D, 3 &lt; 4</p>"),
        ("une ligne\nl’autre", "<p>une ligne<br/>l’autre</p>"),
        ("[exemple]", "<p>[exemple]</p>"),
        (["un", "deux"], "<ul><li>un</li><li>deux</li></ul>"),
        ({"numbered": ["un"]}, "<ol><li>un</li></ol>"),
    ],
)
def test_markup_becomes_rich_text_and_comes_back(paragraph, html):
    assert html_of([paragraph]) == html
    assert html_of(paragraphs_of(html)) == html


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        '<a href="javascript:alert(1)">x</a>',
        "[x](javascript:alert(1))",
        "[x](data:text/html,y)",
        '<b onclick="x()">y</b>',
        '[x](https://e.org/"onclick="y)',
        "<p></p></p><h1>x</h1><iframe src=//e.org></iframe>",
        '<a linktype="page" id="1">x</a>',
        "<svg/onload=alert(1)>",
        "<style>p{color:red}</style>",
    ],
)
def test_nothing_stays_that_the_editor_would_not_keep(hostile):
    html = html_of([hostile])

    assert re.sub(ALLOWED, "", html).find("<") == -1
    assert "javascript:" not in re.findall(r'href="([^"]*)"', html)


@given(PARAGRAPHS)
def test_any_paragraphs_become_clean_rich_text(paragraphs):
    html = html_of(paragraphs)

    assert sanitise(html) == html
    assert "<" not in ALLOWED.sub("", html)


@given(PARAGRAPHS)
def test_what_is_told_of_rich_text_becomes_the_same_rich_text(paragraphs):
    html = html_of(paragraphs)
    told = paragraphs_of(html)

    again = told["html"] if isinstance(told, dict) else html_of(told)
    assert again == html


def test_rich_text_beyond_the_markup_is_told_as_html():
    nested = "<ul><li>a<ul><li>b</li></ul></li></ul>"

    assert paragraphs_of(nested) == {"html": nested}


def test_the_marks_of_comments_are_no_part_of_the_text():
    assert paragraphs_of('<p data-block-key="x1">Oui.</p>') == ["Oui."]
