"""What an import would do with each text, told before anything is done."""

from dataclasses import replace

import pytest

from tests.translations.exchange.samples import by_key, make_rich_unit, make_unit
from translations.exchange.deliveries import (
    DeliveredUnit,
    Delivery,
    Fingerprints,
    Format,
    leaving,
)
from translations.exchange.plans import Result, plan
from translations.units import Kind

pytestmark = pytest.mark.usefixtures("english_interface")

UNIT = make_unit(key="a", target="Una frase.")
LINKED = make_rich_unit(key="a", source='<p>Un <a href="/x">lien</a></p>')


def sent(unit, target, **fields) -> DeliveredUnit:
    return replace(leaving(unit, None), target=target, **fields)


def outcome_of(delivered, *units, **options):
    delivery = Delivery(Format.PO, (delivered,))
    [outcome] = plan(delivery, by_key(*units), **options)
    return outcome


def after(unit, outcome):
    """The unit once its outcome was written."""
    return replace(unit, target=outcome.text, target_fingerprint="cccc55556666")


@pytest.mark.parametrize(
    "unit, target",
    [
        (UNIT, "Otra frase."),
        (make_unit(key="a"), "Una frase."),
        (LINKED, '<p>Un <a href="/x">enlace</a></p>'),
    ],
)
def test_a_translation_is_applied_and_a_second_import_changes_nothing(unit, target):
    delivered = sent(unit, target)

    first = outcome_of(delivered, unit)
    second = outcome_of(delivered, after(unit, first))

    assert (first.result, first.text) == (Result.APPLIED, target)
    assert second.result == Result.UNCHANGED


def test_a_source_that_changed_meanwhile_is_shown_as_it_was_and_as_it_is():
    now = replace(UNIT, source="Une autre phrase.", source_fingerprint="dddd")

    outcome = outcome_of(sent(UNIT, "Otra."), now)

    assert outcome.result == Result.SOURCE_CHANGED
    assert outcome.delivered.source == "Une phrase."
    assert outcome.unit.source == "Une autre phrase."
    assert outcome.text == "Otra."


def test_a_translation_that_changed_meanwhile_is_shown_beside_the_one_of_the_file():
    now = replace(UNIT, target="La de Ana.", target_fingerprint="dddd")

    outcome = outcome_of(sent(UNIT, "La de Luis."), now)

    assert outcome.result == Result.TARGET_CHANGED
    assert outcome.text == "La de Luis."
    assert outcome.unit.target == "La de Ana."


def test_a_text_that_nobody_touched_in_the_file_stays_as_the_site_has_it_now():
    now = replace(UNIT, target="La de Ana.", target_fingerprint="dddd")

    assert outcome_of(sent(UNIT, UNIT.target), now).result == Result.UNCHANGED


def test_two_people_who_write_the_same_do_not_disturb_each_other():
    now = replace(UNIT, target="La misma.", target_fingerprint="dddd")

    assert outcome_of(sent(UNIT, "La misma."), now).result == Result.UNCHANGED


def test_a_text_whose_tags_changed_meanwhile_is_not_ready_to_be_written():
    now = replace(LINKED, source="<p>Sans lien</p>", source_fingerprint="dddd")

    outcome = outcome_of(sent(LINKED, '<p>Un <a href="/x">enlace</a></p>'), now)

    assert outcome.result == Result.SOURCE_CHANGED
    assert outcome.text == ""
    assert "not in the source" in outcome.reason


def test_where_the_file_lost_the_fingerprints_the_texts_are_compared():
    delivered = sent(make_unit(key="a"), "Una.", fingerprints=Fingerprints())
    moved = make_unit(key="a", source="Autre.")

    assert outcome_of(delivered, make_unit(key="a")).result == Result.APPLIED
    assert outcome_of(delivered, moved).result == Result.SOURCE_CHANGED
    assert outcome_of(delivered, UNIT).result == Result.TARGET_CHANGED


@pytest.mark.parametrize(
    "delivered, reason",
    [
        (sent(UNIT, "x", key="b"), "no text “b”"),
        (sent(UNIT, "x", target_language="en"), "from “fr” to “en”"),
        (sent(UNIT, "x", source_language=""), "from “” to “es”"),
        (sent(UNIT, ""), "no translation here"),
        (sent(UNIT, "x", fault="The mark is not ours."), "The mark is not ours."),
        (sent(UNIT, "x", kind=Kind.RICH), "has tags, but it has none"),
        (sent(UNIT, "=1+1"), "would be a formula"),
        (sent(UNIT, "#¿NOMBRE?"), "a formula that fails"),
        (sent(UNIT, "Una <b>frase</b>"), "not in the source"),
    ],
)
def test_a_text_is_refused_with_the_reason(delivered, reason):
    outcome = outcome_of(delivered, UNIT)

    assert outcome.result == Result.REFUSED
    assert reason in outcome.reason
    assert outcome.text == ""


def test_a_translator_writes_only_what_they_have_a_right_to():
    outcome = outcome_of(sent(UNIT, "Otra."), UNIT, may_translate=lambda unit: False)

    assert outcome.result == Result.REFUSED
    assert "no right to translate into “es”" in outcome.reason


def test_a_text_that_nobody_touched_needs_no_right():
    outcome = outcome_of(
        sent(UNIT, UNIT.target), UNIT, may_translate=lambda unit: False
    )

    assert outcome.result == Result.UNCHANGED


def test_a_text_that_is_too_long_is_refused_with_both_lengths():
    outcome = outcome_of(sent(UNIT, "x" * 61), replace(UNIT, max_length=60))

    assert "has 61 characters, and there is room for 60" in outcome.reason


def test_the_length_of_a_rich_text_is_that_of_its_words():
    unit = replace(LINKED, max_length=10)

    outcome = outcome_of(sent(unit, '<p>Un <a href="/x">enlace</a></p>'), unit)

    assert outcome.result == Result.APPLIED


def test_a_source_that_starts_like_a_formula_may_be_translated_so():
    unit = make_unit(key="a", source="+33 1 23")

    assert outcome_of(sent(unit, "+34 1 23"), unit).result == Result.APPLIED


@pytest.mark.parametrize(
    "html, reason",
    [
        ("<p>Un enlace</p>", '<a href="/x"> is missing'),
        ('<p>Un <a href="/y">enlace</a></p>', '<a href="/y"> is not in the source'),
        ('<p>Un <a href="/x">enlace</p>', "<a> is not closed"),
        ('<a href="/x"><p>Un enlace</p></a>', "cannot stand inside"),
        ('<p>Un</p> y <a href="/x">enlace</a>', "outside every paragraph"),
        ('<p>Un <a href="/x"></a>enlace</p></p>', "<p> is not closed"),
    ],
)
def test_tags_that_are_not_those_of_the_source_are_refused(html, reason):
    outcome = outcome_of(sent(LINKED, html), LINKED)

    assert outcome.result == Result.REFUSED
    assert reason in outcome.reason


def test_attributes_may_come_back_in_another_order():
    unit = make_rich_unit(key="a", source='<p><a id="3" linktype="page">x</a></p>')

    outcome = outcome_of(sent(unit, '<p><a linktype="page" id="3">y</a></p>'), unit)

    assert outcome.result == Result.APPLIED


def test_comments_of_the_editor_stay_with_their_paragraphs():
    unit = make_rich_unit(
        key="a",
        source="<p>Un</p><p>Deux</p>",
        target='<p data-block-key="k1">Uno</p><p data-block-key="k2">Dos</p>',
    )

    outcome = outcome_of(sent(unit, "<p>Primero</p><p>Segundo</p>"), unit)

    assert outcome.text == (
        '<p data-block-key="k1">Primero</p><p data-block-key="k2">Segundo</p>'
    )


def test_each_result_has_a_name_for_people():
    assert {str(result.label) for result in Result} == {
        "applied",
        "unchanged",
        "source changed meanwhile",
        "translation changed meanwhile",
        "refused",
    }
