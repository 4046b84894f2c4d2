"""XLIFF that the standard allows, that tools understand, and that comes back from them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree
from translate.storage.placeables.xliff import G, X
from translate.storage.xliff import xlifffile

from tests.translations.exchange.samples import (
    TWO_PARAGRAPHS,
    by_key,
    make_rich_unit,
    make_unit,
    rich_texts,
)
from translations.exchange.deliveries import Format, Standing, State
from translations.exchange.files import read, write
from translations.exchange.plans import Result, plan

pytestmark = pytest.mark.usefixtures("english_interface")

SCHEMAS = Path(__file__).parent / "schemas"
SENTENCE = '<p>Lisez <b>tout</b> <a href="https://example.org/">ici</a>.</p>'


class OurCopies(etree.Resolver):
    """Finds what a schema imports beside it, and asks nobody on the network."""

    def resolve(self, url, public_id, context):
        name = url.rsplit("/", 1)[-1]
        return self.resolve_filename(str(SCHEMAS / name), context)


def schema_of(name):
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(OurCopies())
    path = SCHEMAS / f"xliff-core-1.2-{name}.xsd"
    return etree.XMLSchema(etree.parse(str(path), parser))


STRICT = schema_of("strict")


@pytest.fixture(scope="module", params=["strict", "transitional"])
def schema(request):
    return schema_of(request.param)


def xliff(*units, **standings):
    return write(units, Format.XLIFF, standings=standings).decode()


def planned(content, *units):
    if isinstance(content, str):
        content = content.encode()
    return plan(read(content, "texts.xlf"), by_key(*units))


def test_files_are_valid_by_the_schema_of_the_standard(schema):
    units = [
        make_unit(key="a", target="Una & <frase>", max_length=60, note="Note"),
        make_rich_unit(key="b", target=TWO_PARAGRAPHS),
        make_rich_unit(key="c", source=SENTENCE, source_language="en"),
    ]
    content = xliff(
        *units,
        a=Standing(State.APPROVED),
        b=Standing(State.NEEDS_WORK, "<p>Avant</p>", "Pourquoi ?"),
    )

    document = etree.fromstring(content.encode())

    schema.assertValid(document)


@settings(max_examples=40, deadline=None)
@given(html=rich_texts)
def test_any_rich_text_makes_a_valid_file(html):
    unit = make_rich_unit(source=html + "<p>Fin.</p>", target=html)

    document = etree.fromstring(xliff(unit).encode())

    STRICT.assertValid(document)


def test_a_paragraph_shows_its_words_and_no_tags_of_its_own():
    content = xliff(make_rich_unit(source="<p>Une phrase.</p>"))

    assert "<source>Une phrase.</source>" in content


def test_a_sentence_translated_in_a_tool_comes_back_with_its_tags():
    unit = make_rich_unit(source=SENTENCE)
    store = xlifffile.parsestring(xliff(unit).encode())

    [message] = store.units
    target = message.rich_source[0].copy()
    for word, translated in (("Lisez ", "Lea "), ("tout", "todo"), ("ici", "aquí")):
        replace_words(target, word, translated)
    message.rich_target = [target]
    message.marktranslated()

    [outcome] = planned(bytes(store), unit)
    assert outcome.result == Result.APPLIED
    assert outcome.text == (
        '<p>Lea <b>todo</b> <a href="https://example.org/">aquí</a>.</p>'
    )


def replace_words(element, old, new):
    element.sub = [
        new if str(part) == old and isinstance(part, str) else part
        for part in element.sub
    ]
    for part in element.sub:
        if not isinstance(part, str):
            if not part.sub or not hasattr(part, "sub"):
                continue
            replace_words(part, old, new)


def test_a_tool_that_only_reads_and_saves_changes_nothing():
    units = [
        make_unit(key="a", target="Una frase."),
        make_rich_unit(key="b", target=TWO_PARAGRAPHS),
    ]
    store = xlifffile.parsestring(xliff(*units).encode())

    outcomes = planned(bytes(store), *units)

    assert {outcome.result for outcome in outcomes} == {Result.UNCHANGED}


def test_a_tool_sees_the_states_that_we_wrote():
    units = [make_unit(key=key, target="Una frase.") for key in "abc"]
    content = xliff(*units, a=Standing(State.APPROVED), b=Standing(State.NEEDS_WORK))

    approved, needs_work, translated = xlifffile.parsestring(content.encode()).units

    assert approved.isapproved()
    assert needs_work.get_state_id() == needs_work.S_NEEDS_TRANSLATION
    assert translated.get_state_id() == translated.S_TRANSLATED


def test_marks_are_protected_in_a_tool():
    store = xlifffile.parsestring(
        xliff(make_rich_unit(source="<p><b>a</b><br/>b</p>")).encode()
    )

    [text] = store.units[0].rich_source

    assert [type(part) for part in text.sub if not isinstance(part, str)][:2] == [G, X]


def with_target(unit, target):
    """The file of `unit` as a tool gives it back with that translation."""
    content = xliff(unit)
    return content.replace("</source>", f"</source><target>{target}</target>", 1)


def test_a_translator_may_put_the_marks_in_another_order():
    unit = make_rich_unit(source=SENTENCE)

    [outcome] = planned(
        with_target(unit, '<g id="2">Aquí</g> lea <g id="1">todo</g>.'), unit
    )

    assert outcome.result == Result.APPLIED
    assert outcome.text == (
        '<p><a href="https://example.org/">Aquí</a> lea <b>todo</b>.</p>'
    )


def test_segments_that_a_tool_marked_are_their_words():
    unit = make_rich_unit(source=SENTENCE)
    target = (
        '<mrk mtype="seg" mid="1"><g id="1">Lea</g></mrk> '
        '<mrk mtype="seg" mid="2"><g id="2">aquí</g>.</mrk>'
    )

    [outcome] = planned(with_target(unit, target), unit)

    assert outcome.text == (
        '<p><b>Lea</b> <a href="https://example.org/">aquí</a>.</p>'
    )


@pytest.mark.parametrize(
    "target, reason",
    [
        ("Lea todo aquí.", "missing"),
        ('<g id="1">Lea</g> aquí.', "missing"),
        ('<g id="1">a</g><g id="1">b</g><g id="2">c</g>', "not in the source"),
        ('<g id="1">a</g><g id="7">b</g>', "number 7"),
        ('<g id="1">a</g><ph id="2">&lt;a&gt;</ph>', "<ph>"),
        ('<g id="1">a</g><script>x</script>', "<script>"),
        (
            '<g id="1">a</g><g id="8" equiv-text="&lt;a onclick=&quot;x()&quot;&gt;">c</g>',
            "not allowed",
        ),
        (
            '<g id="1">a</g><g id="8" equiv-text="&lt;script&gt;">c</g><g id="2"/>',
            "not allowed",
        ),
    ],
)
def test_marks_that_are_not_those_of_the_source_are_refused(target, reason):
    unit = make_rich_unit(source=SENTENCE)

    [outcome] = planned(with_target(unit, target), unit)

    assert outcome.result == Result.REFUSED
    assert reason in outcome.reason
    assert outcome.text == ""


def test_a_file_cannot_give_a_mark_of_ours_another_meaning():
    unit = make_rich_unit(source=SENTENCE)
    content = with_target(unit, '<g id="1">a</g><g id="2">b</g>').replace(
        "https://example.org/", "javascript:alert(1)"
    )

    [outcome] = planned(content, unit)

    assert outcome.result == Result.REFUSED
    assert "javascript" in outcome.reason


def test_marks_are_found_again_where_a_tool_kept_only_their_numbers():
    unit = make_rich_unit(source=SENTENCE, target=SENTENCE.replace("Lisez", "Lea"))
    content = xliff(unit)
    before, _tag, target = content.partition("<target")
    stripped = target.replace(
        '<g id="1" ctype="bold" equiv-text="&lt;b&gt;"', '<g id="1"'
    )

    [outcome] = planned((before + "<target" + stripped).replace("Lea", "Lean"), unit)

    assert outcome.result == Result.APPLIED
    assert outcome.text == SENTENCE.replace("Lisez", "Lean")


def test_a_translation_with_other_paragraphs_than_its_source_can_be_corrected():
    unit = make_rich_unit(source=SENTENCE, target="<p>Uno</p><p><b>Dos</b></p>")

    [outcome] = planned(xliff(unit).replace("Uno", "Primero"), unit)

    assert outcome.result == Result.APPLIED
    assert outcome.text == "<p>Primero</p><p><b>Dos</b></p>"
