"""A file that nobody edited comes back as it left, whatever its texts and its format."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translations.exchange.samples import (
    TWO_PARAGRAPHS,
    by_key,
    hostile_words,
    make_rich_unit,
    make_unit,
    rich_texts,
)
from translations.exchange.deliveries import Format, Standing, State
from translations.exchange.files import read, write, write_again
from translations.exchange.markup import normal
from translations.exchange.plans import Result, plan
from translations.units import Kind

FORMATS = pytest.mark.parametrize("format", list(Format))

plain_units = st.builds(
    make_unit,
    source=hostile_words.filter(str.strip),
    target=hostile_words,
    label=hostile_words,
    note=hostile_words,
    max_length=st.none() | st.integers(0, 500),
)
rich_units = st.builds(
    make_rich_unit, source=rich_texts, target=st.just("") | rich_texts
)
standings = st.builds(
    Standing,
    state=st.sampled_from([State.NEEDS_WORK, State.TRANSLATED]),
    previous_source=st.just("") | rich_texts,
    comment=hostile_words,
)


def back(units, format, standing=None):
    content = write(
        units, format, standings={units[0].key: standing} if standing else {}
    )
    return content, read(content, f"texts{format.extension}")


@FORMATS
@settings(max_examples=60, deadline=None)
@given(unit=st.one_of(plain_units, rich_units), standing=standings)
def test_any_text_comes_back_as_it_left(format, unit, standing):
    if not normal(unit.source, unit.kind):
        return

    content, delivery = back([unit], format, standing)

    assert delivery.units[0].source == normal(unit.source, unit.kind)
    assert delivery.units[0].target == normal(unit.target, unit.kind)
    assert not delivery.units[0].fault
    assert write_again(delivery) == content


@FORMATS
@settings(max_examples=40, deadline=None)
@given(unit=st.one_of(plain_units, rich_units))
def test_a_file_that_nobody_edited_changes_nothing(format, unit):
    if not normal(unit.source, unit.kind):
        return

    _content, delivery = back([unit], format)

    assert [outcome.result for outcome in plan(delivery, by_key(unit))] == [
        Result.UNCHANGED
    ]


@settings(max_examples=60, deadline=None)
@given(html=rich_texts)
def test_the_form_for_files_is_the_html_that_the_editor_stores(html):
    stored = html.replace(' data-block-key="k3y9a"', "")

    assert normal(normal(html, Kind.RICH), Kind.RICH) == normal(html, Kind.RICH)
    if "\r" not in html and stored == stored.strip() and stored.isprintable():
        assert normal(html, Kind.RICH) in (stored, "")


@FORMATS
def test_the_same_units_give_the_same_bytes(format):
    units = [make_unit(), make_rich_unit(key="b", target=TWO_PARAGRAPHS)]

    assert write(units, format) == write(units, format)


@FORMATS
def test_everything_that_the_file_says_of_a_text_comes_back(format):
    unit = make_rich_unit(
        target="<p>Una <i>frase</i></p>", note="Deux\nlignes", max_length=80
    )
    standing = Standing(State.NEEDS_WORK, "<p>Ancienne <b>phrase</b></p>", "¿Seguro?")

    _content, delivery = back([unit], format, standing)

    [delivered] = delivery.units
    assert delivered.label == unit.label
    assert delivered.note == unit.note
    assert delivered.max_length == unit.max_length
    assert delivered.comment == standing.comment
    assert delivered.previous_source == standing.previous_source
    assert delivered.state == State.NEEDS_WORK
    assert delivered.fingerprints.source == unit.source_fingerprint
    assert delivered.fingerprints.target == unit.target_fingerprint
    assert (delivered.source_language, delivered.target_language) == ("fr", "es")


@pytest.mark.parametrize("format", [Format.XLIFF, Format.CSV])
def test_an_approved_translation_comes_back_approved(format):
    unit = make_unit(target="Una frase.")

    _content, delivery = back([unit], format, Standing(State.APPROVED))

    assert delivery.units[0].state == State.APPROVED


@FORMATS
def test_a_text_may_have_its_source_in_any_language(format):
    units = [
        make_unit(key="a"),
        make_unit(key="b", source_language="en", source="A sentence."),
    ]

    delivery = read(write(units, format), f"x{format.extension}")

    assert {unit.key: unit.source_language for unit in delivery.units} == {
        "a": "fr",
        "b": "en",
    }


def test_a_po_file_of_two_languages_is_refused_when_it_is_written():
    units = [make_unit(key="a"), make_unit(key="b", target_language="en")]

    with pytest.raises(ValueError, match="one language"):
        write(units, Format.PO)


@FORMATS
def test_texts_without_a_source_stay_at_home(format):
    units = [make_unit(key="a", source=" "), make_unit(key="b")]

    delivery = read(write(units, format), f"x{format.extension}")

    assert [unit.key for unit in delivery.units] == ["b"]


def test_a_delivery_can_go_on_in_another_format():
    units = [make_unit(target="Una."), make_rich_unit(key="b", target=TWO_PARAGRAPHS)]
    delivery = read(write(units, Format.XLIFF), "x.xlf")

    as_table = read(write_again(delivery, Format.CSV), "x.csv")

    assert as_table.units == delivery.units
