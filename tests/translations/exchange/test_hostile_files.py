"""Files that were made to do harm, or were broken on the way: a clear error, and nothing taken."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translations.exchange.samples import by_key, make_rich_unit, make_unit
from translations.exchange.deliveries import ExchangeError, Format, Limits
from translations.exchange.files import read, write
from translations.exchange.plans import Result, plan

pytestmark = pytest.mark.usefixtures("english_interface")

XLIFF = write([make_unit(key="a")], Format.XLIFF).decode()
HEAD = '<?xml version="1.0"?>\n'
BOMB = HEAD + (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    + XLIFF.split("\n", 1)[1].replace("Une phrase.", "&b;")
)
OUTSIDE = HEAD + (
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    + XLIFF.split("\n", 1)[1].replace("Une phrase.", "&a;")
)


def refusal(content, filename="x.xlf", **limits):
    if isinstance(content, str):
        content = content.encode()
    with pytest.raises(ExchangeError) as refused:
        read(content, filename, limits=Limits(**limits))
    return str(refused.value)


@pytest.mark.parametrize(
    "content",
    [
        BOMB,
        OUTSIDE,
        HEAD + '<!DOCTYPE x SYSTEM "http://example.org/x.dtd"><x/>',
    ],
    ids=["bomb", "a file of the server", "a type from elsewhere"],
)
def test_entities_and_document_types_are_refused(content):
    assert "document type or entities" in refusal(content)


def test_elements_that_are_nested_too_deep_are_refused_with_their_line():
    content = XLIFF.replace("Une phrase.", "<g id='1'>" * 500 + "</g>" * 500)

    assert refusal(content).startswith("Line 6: elements are nested more than 40 deep")


@pytest.mark.parametrize(
    "content, filename, reason",
    [
        (b"PK\x03\x04rest", "x.xlf", "zip archive or an Excel workbook"),
        (b"PK\x03\x04rest", "x.csv", "save the sheet as “CSV UTF-8”"),
        (b"", "x.po", "The file is empty"),
        (b" \n ", "x.csv", "The file is empty"),
        (XLIFF, "x.docx", "“x.docx” is not the name of a translation file"),
        (XLIFF, "../../etc/passwd", "is not the name"),
        (XLIFF[:300], "x.xlf", "this is not XML"),
        (XLIFF.replace("Une", "\x00"), "x.xlf", "Line 6: this is not XML"),
        (XLIFF.replace("1.2", "2.0"), "x.xlf", "not an XLIFF 1.2 file"),
        ("<html/>", "x.xlf", "starts with <html>"),
        (XLIFF.encode().replace(b"Une", b"\xff"), "x.xlf", "Line 6: this is not XML"),
        (b'msgid "a"\nmsgstr "\xff"', "x.po", "Line 2: the file is not in UTF-8"),
        (b'msgid "a"\nmsgstr "\x00"', "x.po", "Line 2: the file holds a character"),
        (b"key\n\n\x00", "x.csv", "Line 3: the file holds a character"),
        (b"\xff\xfea", "x.csv", "the file is not in UTF-8"),
        (XLIFF.replace("<source>Une phrase.</source>", ""), "x.xlf", "has no source"),
    ],
)
def test_what_is_no_file_of_translations_says_so(content, filename, reason):
    assert reason in refusal(content, filename)


@pytest.mark.parametrize("name", ["shift_jis", "rot13", "idna", "nowhere", "utf-7"])
def test_an_encoding_that_no_xml_has_is_refused(name):
    content = f'<?xml version="1.0" encoding="{name}"?>' + XLIFF.split("?>", 1)[1]

    assert refusal(content).startswith("Line 1: this is not XML")


def test_a_length_that_no_number_has_is_no_length():
    content = XLIFF.replace("<trans-unit ", f'<trans-unit maxwidth="{"9" * 5000}" ')

    [unit] = read(content.encode(), "x.xlf").units

    assert unit.max_length is None


def test_the_same_key_twice_is_refused_with_both_lines():
    unit = XLIFF[XLIFF.index("<trans-unit") : XLIFF.index("    </body>")]

    reason = refusal(XLIFF.replace("    </body>", unit + "    </body>"))

    assert "“a” is in the file twice, in lines 5 and 12" in reason


@pytest.mark.parametrize("format", list(Format))
def test_a_file_that_is_too_big_is_refused_unread(format):
    content = write([make_unit()], format)

    reason = refusal(content, f"x{format.extension}", bytes=100)

    assert f"has {len(content)} bytes, and at most 100" in reason


@pytest.mark.parametrize("format", list(Format))
def test_a_file_of_too_many_texts_is_refused(format):
    content = write([make_unit(key=key) for key in "abc"], format)

    assert "has 3 texts, and at most 2" in refusal(
        content, f"x{format.extension}", units=2
    )


def test_a_site_sets_its_own_limits(settings):
    settings.TRANSLATIONS_EXCHANGE_LIMITS = {"units": 1}

    with pytest.raises(ExchangeError, match="at most 1"):
        read(write([make_unit(key=key) for key in "ab"], Format.PO), "x.po")


HARMFUL = [
    "<p>Lea <b>todo</b><script>alert(1)</script></p>",
    "<p>Lea <b onclick='alert(1)'>todo</b></p>",
    "<p style='color:red'>Lea <b>todo</b></p>",
    '<p>Lea <b>todo</b><a href="javascript:alert(1)">x</a></p>',
    "<p>Lea <b>todo</b><img src=x onerror=alert(1)></p>",
    "<p>Lea <b>todo</b><iframe src='//x'></iframe></p>",
    "<p>Lea <b>todo</b><svg/onload=alert(1)></p>",
    "<p>Lea <b>todo</b><a/href='java\tscript:alert(1)'>x</a></p>",
    "<p>Lea <b>todo</b></p><style>p{}</style>",
    "<p>Lea <b>todo</b><script",
    "<p>Lea <b>todo</b><script src='//x' ",
]


@pytest.mark.parametrize("format", [Format.PO, Format.CSV])
@pytest.mark.parametrize("html", HARMFUL)
def test_html_that_does_harm_is_refused(html, format):
    unit = make_rich_unit(key="a", source="<p>Lisez <b>tout</b></p>", target="X X")
    content = write([unit], format)
    quote = '""' if format == Format.CSV else '\\"'
    sent = html.replace('"', quote)

    delivery = read(content.replace(b"X X", sent.encode()), f"x{format.extension}")
    [outcome] = plan(delivery, by_key(unit))

    assert outcome.result == Result.REFUSED
    assert outcome.text == ""


def test_a_harmful_link_of_the_source_does_not_get_into_a_translation():
    html = '<p><a href="javascript:alert(1)">x</a></p>'
    unit = make_rich_unit(key="a", source=html)
    out = write([unit], Format.PO).replace(b'msgstr ""\n', b'msgstr "X"\n')
    translated = html.replace(">x<", ">y<").replace('"', '\\"')

    content = out.decode().replace('msgstr "X"', f'msgstr "{translated}"')
    [outcome] = plan(read(content.encode(), "x.po"), by_key(unit))

    assert outcome.result == Result.REFUSED
    assert "not allowed" in outcome.reason


@pytest.mark.parametrize(
    "filename, content",
    [
        ("x.po", 'msgctxt "a"\nmsgid "' + '<a \\"' * 300_000 + '"\nmsgstr "x"'),
        ("x.po", 'msgctxt "a"\nmsgid "' + "<<<!>" * 300_000 + '"\nmsgstr "x"'),
        (
            "x.po",
            '#. Kind: rich\nmsgctxt "a"\nmsgid "'
            + "<!-- <" * 300_000
            + '"\nmsgstr "x"',
        ),
        (
            "x.po",
            '#. Kind: rich\nmsgctxt "a"\nmsgid "'
            + "<a '<b \\\"" * 200_000
            + '"\nmsgstr "x"',
        ),
        ("x.xlf", XLIFF.replace("Une phrase.", "&amp;" * 600_000)),
        (
            "x.csv",
            "key,source language,source,target language,target,kind\na,fr,b,es,"
            + "<p> </p> " * 50_000
            + "x,rich",
        ),
        ("x.csv", ";" * 2_000_000),
    ],
    ids=["tags", "words", "comments", "quotes", "entities", "paragraphs", "cells"],
)
def test_texts_made_to_take_forever_come_to_an_end(filename, content):
    unit = make_rich_unit(key="a", source="<p>x</p>")

    # What grew with the square of these would take hours.
    try:
        outcomes = plan(read(content.encode(), filename), by_key(unit))
    except ExchangeError:
        return

    assert outcomes[0].text == ""


noise = st.binary(max_size=400) | st.text(max_size=200).map(str.encode)


@pytest.mark.parametrize("format", list(Format))
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_file_that_was_damaged_anywhere_is_read_or_refused(format, data):
    content = bytearray(write([make_unit(key="a"), make_rich_unit(key="b")], format))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content)))
        length = data.draw(st.integers(0, 30))
        content[place : place + length] = data.draw(noise)

    try:
        delivery = read(bytes(content), f"x{format.extension}")
        plan(delivery, by_key(make_unit(key="a"), make_rich_unit(key="b")))
    except ExchangeError as refused:
        assert str(refused)
