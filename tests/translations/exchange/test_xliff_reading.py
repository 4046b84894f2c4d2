"""The habits of translation tools, which are no mistakes of translators."""

import pytest

from tests.translations.exchange.samples import by_key, make_unit
from translations.exchange.deliveries import Format
from translations.exchange.files import read, write
from translations.exchange.markup import normal
from translations.exchange.plans import Result, plan


def xliff(*units):
    return write(units, Format.XLIFF).decode()


def planned(content, *units):
    return plan(read(content.encode(), "texts.xlf"), by_key(*units))


@pytest.mark.parametrize("state", ["new", "needs-translation"])
def test_a_source_that_a_tool_copied_into_the_translation_is_no_translation(state):
    unit = make_unit()
    content = xliff(unit).replace(
        "</source>", f'</source><target state="{state}">Une phrase.</target>'
    )

    [outcome] = planned(content, unit)

    assert outcome.result == Result.UNCHANGED


def test_a_name_may_be_translated_by_itself():
    unit = make_unit(source="WIEGO")
    content = xliff(unit).replace(
        "</source>", '</source><target state="translated">WIEGO</target>'
    )

    [outcome] = planned(content, unit)

    assert outcome.result == Result.APPLIED


def test_a_tool_may_write_a_language_with_its_country():
    unit = make_unit()
    content = xliff(unit)
    content = content.replace(
        "</source>", "</source><target>Una frase.</target>"
    ).replace('target-language="es"', 'target-language="es-ES"')

    [outcome] = planned(content, unit)

    assert outcome.result == Result.APPLIED


def test_notes_of_translators_come_back():
    content = xliff(make_unit()).replace(
        "</trans-unit>", '<note from="Ana">¿Qué es esto?</note></trans-unit>'
    )

    [unit] = read(content.encode(), "x.xlf").units

    assert unit.comment == "¿Qué es esto?"


def test_texts_of_a_tool_with_groups_and_foreign_elements_are_found():
    content = (
        xliff(make_unit())
        .replace("<body>", '<body><group><sdl:x xmlns:sdl="urn:sdl">1</sdl:x>')
        .replace("</body>", "</group></body>")
    )

    [unit] = read(content.encode(), "x.sdlxliff").units

    assert unit.source == normal("Une phrase.", unit.kind)
