from dataclasses import replace

import pytest
from django.utils import translation
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.languages import content_languages
from tests.translations.check_cases import FAULTY, READS_WELL
from tests.translations.measuring import (
    alarms,
    damages_found,
    missed_faults,
    seeded_faults,
    seeds_context,
)
from translations.checks import Code, Context, Name, Severity, check
from translations.units import Kind, Unit

NAMES = (
    Name({"": "WIEGO"}),
    Name({"fr": "Fondation Ford", "en": "Ford Foundation", "es": "Fundación Ford"}),
    Name(
        {
            "fr": "Organisation internationale du Travail (OIT)",
            "en": "International Labour Organization (ILO)",
            "es": "Organización Internacional del Trabajo (OIT)",
        }
    ),
)


@pytest.fixture(autouse=True)
def english_messages(english_interface):
    """Read the messages as the code has them."""


def faults_of(pair, source, target, context=None, **fields) -> list:
    source_language, target_language = pair.split("-")
    unit = Unit(
        key="text",
        label="Text",
        kind=Kind.RICH if source.startswith("<") else Kind.PLAIN,
        source_language=source_language,
        target_language=target_language,
        source=source,
        target=target,
        **fields,
    )
    return check(unit, context or Context(names=NAMES))


def codes_of(*args, **fields) -> set[str]:
    return {fault.code.value for fault in faults_of(*args, **fields)}


@pytest.mark.parametrize(("pair", "source", "target"), READS_WELL)
def test_a_faithful_translation_raises_no_alarm(pair, source, target):
    assert [str(fault.message) for fault in faults_of(pair, source, target)] == []


@pytest.mark.parametrize(("code", "pair", "source", "target"), FAULTY)
def test_a_fault_is_found_under_its_code(code, pair, source, target):
    assert code in codes_of(pair, source, target)


def test_at_least_38_of_40_seeded_faults_are_found(record_property):
    seeds, missed = seeded_faults(), missed_faults()

    record_property("seeded_faults_found", f"{len(seeds) - len(missed)}/{len(seeds)}")
    assert len(seeds) == 40
    assert len(missed) <= 2, missed


def test_at_most_5_percent_of_the_shipped_texts_raise_an_alarm(record_property):
    checked, alarmed = alarms()

    record_property("false_alarms", f"{len(alarmed)}/{checked}")
    assert checked > 2000
    assert len(alarmed) <= 0.05 * checked, [
        (unit.label, unit.target_language, fault.code, str(fault.message))
        for unit, faults in alarmed
        for fault in faults
    ]


def test_at_least_95_percent_of_the_damages_by_rule_are_found(record_property):
    counts = damages_found(every=9)
    found, damaged = map(sum, zip(*counts.values(), strict=True))

    record_property("damages_found", f"{found}/{damaged}")
    assert damaged > 1000
    assert found >= 0.95 * damaged, counts


def test_seeds_cover_every_pair_of_languages_and_most_kinds_of_faults():
    pairs = {
        (unit.source_language, unit.target_language) for _seed, unit in seeded_faults()
    }
    kinds = {seed["code"] for seed, _unit in seeded_faults()}

    assert len(pairs) == len(content_languages()) * (len(content_languages()) - 1)
    assert set(Code.values) - kinds == {"quotes", "spaces"}


def test_the_message_says_what_is_wrong_the_value_and_what_to_do():
    (fault,) = faults_of("en-fr", "39 organizations", "93 organisations")

    assert str(fault.message) == "The source has “39” where “93” stands. Correct it."
    assert fault.excerpt == "93"


def test_a_lost_link_is_named_by_its_words():
    (fault,) = faults_of(
        "en-fr",
        '<p>See <a linktype="page" id="3">our <b>team</b></a>.</p>',
        "<p>Voir.</p>",
    )[:1]

    assert str(fault.message).startswith("The link “our team” to page 3 is missing.")
    assert fault.excerpt == "our team"


def test_the_message_is_in_the_language_of_whoever_reads_it():
    (fault,) = faults_of("en-fr", "39 organizations", "93 organisations")

    with translation.override("es"):
        assert "El texto de origen tiene «39»" in str(fault.message)


def test_what_hangs_on_reading_the_words_can_be_passed_with_a_reason():
    source = "In March, WIEGO gave $39 (“half”) to the ILO."
    target = "En mai, il a donné 93 € (« moitié à l'ONU"

    faults = faults_of("en-fr", source, target)

    assert len(faults) >= 6
    assert {fault.severity for fault in faults} == {Severity.WARNING}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("{name}", "{nom}"),
        ("<ul><li>One</li><li>Two</li></ul>", "<ul><li>Un</li></ul>"),
        ("<p>One</p>", "<p>Un"),
        ('<p><a linktype="page" id="3">One</a></p>', "<p>Un</p>"),
        (
            '<p><a linktype="page" id="3">A</a></p>',
            '<p><a linktype="page" id="4">B</a></p>',
        ),
        ("<p>One</p>", "<p></p>"),
    ],
)
def test_what_would_break_must_be_mended(source, target):
    assert faults_of("en-fr", source, target)[0].severity == Severity.ERROR


def test_errors_come_before_warnings():
    faults = faults_of("en-fr", "39 pages of {total}", "93 pages")

    assert [fault.code for fault in faults] == [Code.PLACEHOLDERS, Code.NUMBERS]


def test_nothing_is_said_about_a_text_without_a_source():
    assert faults_of("en-fr", "", "l'un") == []
    assert faults_of("en-fr", "<p></p>", "<p>l'un") == []


def test_the_length_of_a_field_is_kept_to_the_last_character():
    assert codes_of("en-fr", "Yes", "Oui", max_length=3) == set()
    assert codes_of("en-fr", "Yes", "Oui.", max_length=3) >= {"too_long"}


def test_labels_name_both_genders_and_sentences_may_use_the_middle_dot():
    source, target = "Workers", "Travailleuse·eur·s"

    assert codes_of("en-fr", source, target) == set()
    assert codes_of("en-fr", source, target, is_label=True) == {"typography"}


def test_a_name_may_stay_in_the_language_of_the_source():
    assert codes_of("fr-en", "La Fondation Ford", "The Fondation Ford") == set()


def test_a_language_without_rules_is_judged_by_what_all_languages_share():
    assert codes_of("fr-sw", "En 2023, 39 pages.", "Mwaka 2023, kurasa 39.") == set()
    assert codes_of("fr-sw", "En 2023, 39 pages.", "Mwaka 2023, kurasa 93.") == {
        "numbers"
    }


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<b>",
        "</i>",
        "<li>",
        "</ul>",
        "<a",
        'href="mailto:x@y.org">',
        "</a>",
        "<embed/>",
        "<![CDATA[",
        "<!--",
        "<?",
        "&#0;\n",
        "",
        "",
        "",
        "&nbsp;",
        "<",
        ">",
        '"',
        "'",
        "«",
        "»",
        "(",
        ")",
        "[",
        "¿",
        "%",
        "%s",
        "%(a)s",
        "{0}",
        "{}",
        "{",
        "}",
        "1,5",
        "1.500",
        "٣",
        "²",
        "12/12/2023",
        "may",
        "mars",
        "12",
        "30150",
        "h\n",
        "",
        "",
        "",
        "$",
        "US$",
        "million",
        "mil",
        "XXI",
        "WIEGO",
        "http://a.b/",
        "x@y.org",
        "street",
        "vendors",
        "\u202f",
        "\u200f",
    ]
)
TEXTS = st.one_of(
    st.text(), st.lists(st.one_of(PIECES, st.text(max_size=3))).map("".join)
)
LANGUAGES = st.sampled_from(["fr", "en", "es", "ar", "pt-br", "zh-hans", "xx", ""])


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS, LANGUAGES, LANGUAGES, st.sampled_from(Kind), st.booleans())
@example("<![if x", "<!DOCTYPE <![x[", "fr", "en", Kind.RICH, False)
@example("9" * 5000 + " million", "1" * 5000, "fr", "en", Kind.PLAIN, True)
@example("{" * 50, "%(" * 50, "en", "fr", Kind.PLAIN, True)
def test_no_text_whatever_it_holds_raises(source, target, here, there, kind, is_label):
    unit = Unit("key", "label", kind, here, there, source, target, is_label=is_label)

    for fault in check(replace(unit, max_length=3), seeds_context()):
        assert str(fault.message)
