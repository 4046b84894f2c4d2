from dataclasses import replace

import pytest

from tests.translations.glossaries import GLOSSARY, STIPEND, WASTE_PICKER, WORKER
from translations.terms import Glossary, Term, forbidden_terms, missing_terms
from translations.units import Kind, Unit


def found(text, language, is_html=False):
    return [
        (match.term.key, text[match.start : match.end])
        for match in GLOSSARY.find(text, language, is_html)
    ]


def keys_found(text, language, is_html=False):
    return [key for key, _written in found(text, language, is_html)]


def unit(source, target, **fields):
    fields = {"kind": Kind.PLAIN, "source_language": "en", **fields}
    return Unit(
        key="faq.faqitem:1:answer:es",
        label="Answer",
        target_language="es",
        source=source,
        target=target,
        **fields,
    )


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "waste picker"),
        ("en", "Waste pickers"),
        ("en", "waste-picker"),
        ("fr", "récupératrice de matériaux"),
        ("fr", "récupérateurs de matériaux"),
        ("fr", "récupératrice·eur·s de matériaux"),
        ("fr", "récupérateur·rice·s de matériaux"),
        ("fr", "récupérateur-rice-s de matériaux"),
        ("fr", "Récupératrices et récupérateurs de matériaux"),
        ("fr", "récupératrices et les récupérateurs de matériaux"),
        ("fr", "récupérateurs des matériaux"),
        ("es", "recicladores"),
        ("es", "recicladoras y recicladores"),
        ("es", "recicladoras/es"),
        ("es", "recicladores/as de base"),
        ("es", "reciclador(a)"),
    ],
)
def test_a_term_is_found_in_every_form(language, written):
    assert found(f"{written}, 1997.", language) == [("waste-picker", written)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The information economy grows."),
        ("en", "They work in the street; vendors sell."),
        ("en", "A picker of waste."),
        ("fr", "Le travail domestique n’est pas payé."),
        ("es", "El trabajo del hogar no se paga."),
    ],
)
def test_words_of_one_family_with_another_meaning_are_no_term(language, text):
    assert keys_found(text, language) == []


def test_the_longest_of_several_terms_is_found():
    assert found("Domestic workers and workers", "en") == [
        ("domestic-worker", "Domestic workers"),
        ("worker", "workers"),
    ]


def test_an_acronym_is_found_in_capitals_alone():
    assert found("Who asked the WHO?", "en") == [("who", "WHO")]


def test_a_name_that_stays_is_found_in_every_language_as_it_is_written():
    assert keys_found("StreetNet International", "es") == ["streetnet"]
    assert keys_found("streetnet internationals", "es") == []


def test_a_term_is_found_through_tags_and_entities_of_a_rich_text():
    html = "<p>Some <b>street</b> vendors and waste&nbsp;pickers</p>"

    assert found(html, "en", is_html=True) == [
        ("street-vendor", "street</b> vendors"),
        ("waste-picker", "waste&nbsp;pickers"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="/street-vendor" title="street vendor">Who sells</a></p>',
        "<!-- street vendor -->",
        "<p>the street</p><p>vendors</p>",
        "<code>street vendor</code>",
    ],
)
def test_no_term_is_found_in_tags_in_code_or_across_paragraphs(html):
    assert keys_found(html, "en", is_html=True) == []


def test_a_language_without_a_stemmer_knows_terms_as_they_are_written():
    glossary = Glossary([Term("vendor", {"fr": ("vendeuse",), "sw": ("mchuuzi",)})])

    matches = glossary.find("Mchuuzi wa mitaani", "sw")

    assert [match.text for match in matches] == ["Mchuuzi"]


def test_two_terms_that_are_written_alike_offer_both_translations():
    glossary = Glossary(
        [
            Term("member", {"en": ("member",), "es": ("integrante",)}),
            Term("affiliate", {"en": ("member",), "es": ("afiliada",)}),
        ]
    )

    [match] = glossary.find("Our members", "en")

    assert match.translations("es") == ["integrante", "afiliada"]


def test_a_term_without_its_translation_is_missing():
    text = unit("Waste pickers organize.", "Las personas de la basura se organizan.")

    [match] = missing_terms(text, GLOSSARY)

    assert match.term == WASTE_PICKER
    assert match.text == "Waste pickers"


@pytest.mark.parametrize(
    "target",
    [
        "Las recicladoras se organizan.",
        "Los recicladores de base se organizan.",
        "Recicladoras y recicladores se organizan.",
    ],
)
def test_any_form_of_any_translation_of_a_term_will_do(target):
    assert missing_terms(unit("Waste pickers organize.", target), GLOSSARY) == []


def test_a_translation_within_a_longer_term_counts():
    text = unit("Workers meet.", "Se reúnen las trabajadoras del hogar.")

    assert WORKER not in [match.term for match in missing_terms(text, GLOSSARY)]


def test_a_name_that_stays_is_missing_where_it_was_translated():
    text = unit("StreetNet International votes.", "La Red de la Calle vota.")

    assert [match.term.key for match in missing_terms(text, GLOSSARY)] == ["streetnet"]


def test_a_term_within_a_name_that_stays_is_not_missing():
    source = "Read Women in the Informal Economy, second edition."

    assert not missing_terms(
        unit(source, "Lea Women in the Informal Economy."), GLOSSARY
    )
    assert missing_terms(unit(source, "Lea la Economy."), GLOSSARY)


def test_nothing_is_missing_without_a_translation_in_the_glossary_or_a_target():
    assert missing_terms(unit("A stipend", "Un pago"), GLOSSARY) == []
    assert missing_terms(unit("Waste pickers", "  "), GLOSSARY) == []
    assert GLOSSARY.find("A stipend", "en")[0].term == STIPEND


def test_a_term_that_stands_twice_is_missing_once():
    text = unit("Waste pickers and a waste picker", "Nadie")

    assert len(missing_terms(text, GLOSSARY)) == 1


def test_what_must_not_be_written_is_found_in_every_form():
    text = unit("Waste pickers", "<p>Los <b>pepenadores</b></p>", kind=Kind.RICH)

    [match] = forbidden_terms(text, GLOSSARY)

    assert match.text == "pepenadores"
    assert match.translations("es") == ["recicladora", "recicladora de base"]


def test_a_forbidden_word_within_an_allowed_term_is_no_fault():
    festival = Term("festival", {"es": ("Festival del Pepenador",)}, is_kept=True)
    glossary = Glossary([WASTE_PICKER, festival])

    text = unit("The festival", "Vino al Festival del Pepenador.")

    assert forbidden_terms(text, glossary) == []
    assert forbidden_terms(replace(text, target="El pepenador"), glossary)
