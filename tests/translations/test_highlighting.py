from bs4 import BeautifulSoup
from django.utils.translation import override

from tests.translations.glossaries import GLOSSARY
from translations.highlighting import highlight
from translations.terms import Glossary, Term


def marks(html):
    return BeautifulSoup(html, "html.parser").find_all("mark")


def test_a_term_says_what_to_write_for_it():
    [mark] = marks(highlight("Our street vendors", "en", "es", GLOSSARY))

    assert mark["title"] == "vendedora ambulante"
    assert mark.span["lang"] == "es"
    assert mark.get_text() == "street vendors (vendedora ambulante)"


def test_all_that_may_be_written_is_offered():
    with override("en"):
        [mark] = marks(highlight("A waste picker", "en", "es", GLOSSARY))

    assert mark["title"] == "recicladora or recicladora de base"


def test_a_name_says_that_it_stays():
    with override("en"):
        [mark] = marks(highlight("StreetNet International", "en", "es", GLOSSARY))

    assert mark["title"] == "StreetNet International (stays as it is)"


def test_a_term_without_a_translation_says_so():
    with override("en"):
        [mark] = marks(highlight("A stipend", "en", "es", GLOSSARY))

    assert mark["title"] == "no translation in the glossary yet"


def test_a_plain_text_is_escaped():
    html = highlight("<b>street vendor</b> & <script>", "en", "es", GLOSSARY)

    assert html.startswith("&lt;b&gt;<mark")
    assert html.endswith("</mark>&lt;/b&gt; &amp; &lt;script&gt;")


def test_a_rich_text_keeps_its_structure_and_nothing_that_runs():
    html = (
        '<p onclick="x()"><a href="javascript:x()" title="street vendor">A <b>street'
        "</b> vendor</a><img src=x onerror=x()></p><script>x()</script>"
    )

    shown = BeautifulSoup(highlight(html, "en", "es", GLOSSARY, True), "html.parser")

    assert [mark.get_text() for mark in shown.find_all("mark")] == [
        "street",
        " vendor (vendedora ambulante)",
    ]
    assert shown.find("b").mark is not None
    assert not any(tag.attrs for tag in shown.find_all(["p", "a", "b"]))
    assert shown.find(["img", "script"]) is None


def test_a_translation_in_the_glossary_cannot_break_out_of_its_place():
    glossary = Glossary([Term("x", {"en": ("worker",), "es": ('"><script>',)})])

    shown = highlight("A worker", "en", "es", glossary)

    assert "<script>" not in shown
    assert marks(shown)[0]["title"] == '"><script>'
