"""PO that gettext accepts, that tools understand, and that comes back from them."""

import re
import subprocess

import polib
import pytest
from hypothesis import given, settings
from translate.storage.pypo import pofile

from tests.translations.exchange.samples import (
    TWO_PARAGRAPHS,
    by_key,
    hostile_words,
    make_rich_unit,
    make_unit,
    rich_texts,
)
from translations.exchange.deliveries import ExchangeError, Format, Standing, State
from translations.exchange.files import read, write
from translations.exchange.plans import Result, plan

pytestmark = pytest.mark.usefixtures("english_interface")

needs_gettext = pytest.mark.usefixtures("gettext_tools")


def po(*units, **standings):
    return write(units, Format.PO, standings=standings).decode()


def planned(content, *units):
    return plan(read(content.encode(), "texts.po"), by_key(*units))


def complaints(content):
    return subprocess.run(
        ["msgfmt", "-c", "-v", "-o", "/dev/null", "-"],
        input=content.encode(),
        capture_output=True,
    )


@needs_gettext
def test_gettext_checks_our_files_and_finds_nothing():
    units = [
        make_unit(key="a", target="Una «frase» \\ 100 %"),
        make_rich_unit(key="b", target=TWO_PARAGRAPHS),
        make_unit(key="c", source="Deux\nlignes\n", target="\nDos\nlíneas"),
    ]

    checked = complaints(po(*units, b=Standing(State.NEEDS_WORK, "<p>Avant</p>", "?")))

    assert checked.returncode == 0, checked.stderr.decode()
    assert "2 translated messages, 1 fuzzy" in checked.stderr.decode()


@needs_gettext
@settings(max_examples=25, deadline=None)
@given(target=hostile_words, html=rich_texts)
def test_gettext_accepts_any_text(target, html):
    units = [
        make_unit(key="a", target=target),
        make_rich_unit(key="b", source=html + "<p>Fin.</p>", target=html),
    ]

    checked = complaints(po(*units))

    assert checked.returncode == 0, checked.stderr.decode()


@pytest.mark.parametrize("language, forms", [("es", 2), ("en", 2), ("ar", 6)])
def test_the_header_knows_the_plural_of_the_language(language, forms):
    content = po(make_unit(target_language=language))

    assert f"Plural-Forms: nplurals={forms}; plural=" in content


def test_the_key_is_the_context_of_the_message():
    assert 'msgctxt "home.homepage.1.lead.es"\nmsgid "Une phrase."' in po(make_unit())


def test_an_outdated_translation_is_fuzzy_beside_the_source_that_it_had():
    content = po(
        make_unit(key="a", target="Una."), a=Standing(State.NEEDS_WORK, "Avant.")
    )

    assert '#, fuzzy\n#| msgid "Avant."\nmsgctxt "a"' in content


def test_a_message_translated_in_a_tool_is_applied():
    unit = make_rich_unit(key="a", source="<p>Lisez <b>tout</b>.</p>")
    store = pofile.parsestring(po(unit).encode())

    message = store.units[1]
    message.target = "<p>Lea <b>todo</b>.</p>"

    [outcome] = planned(bytes(store).decode(), unit)
    assert outcome.result == Result.APPLIED
    assert outcome.text == "<p>Lea <b>todo</b>.</p>"
    assert outcome.delivered.state == State.TRANSLATED


def test_a_tool_that_only_reads_and_saves_changes_nothing():
    units = [
        make_unit(key="a", target="Una frase."),
        make_rich_unit(key="b", target=TWO_PARAGRAPHS),
        make_unit(key="c"),
    ]
    content = po(*units, b=Standing(State.NEEDS_WORK, "<p>Avant</p>"))
    store = pofile.parsestring(content.encode())

    outcomes = planned(bytes(store).decode(), *units)

    assert {outcome.result for outcome in outcomes} == {Result.UNCHANGED}
    assert store.units[2].isfuzzy()


def test_long_lines_that_a_tool_wrapped_are_one_text():
    unit = make_unit(key="a", source="mot " * 60 + "fin")
    content = po(unit).replace('msgstr ""\n"Project', 'msgstr "" \n"Project')
    wrapped = re.sub(r"(mot mot mot )(?=mot)", r'\1"' + '\n"', content)

    [delivered] = read(wrapped.encode(), "a.po").units

    assert delivered.source == unit.source


@pytest.mark.parametrize(
    "content, reason",
    [
        ("n'importe quoi", "Line 1: this is not a message"),
        ('msgid ""\nmsgstr ""\n\nmsgctxt "a"\nmsgid "x\nmsgstr "y"', "Line 5"),
        ('msgid "a" msgstr "b"', "Line 1"),
        ("/etc/passwd", "not a message"),
        ('msgid ""\nmsgstr ""\n"Language: es\\n"\n', "no text in the file"),
    ],
)
def test_what_is_no_po_file_is_refused_with_its_line(content, reason):
    with pytest.raises(ExchangeError) as refused:
        read(content.encode(), "a.po")

    assert reason in str(refused.value)


def test_a_plural_is_refused_because_no_text_has_one():
    content = po(make_unit(key="a")).replace(
        'msgid "Une phrase."\nmsgstr ""',
        'msgid "Une phrase."\nmsgid_plural "Des phrases."\nmsgstr[0] "a"\nmsgstr[1] "b"',
    )

    [outcome] = planned(content, make_unit(key="a"))

    assert outcome.result == Result.REFUSED
    assert "plural" in outcome.reason


def test_messages_that_a_tool_declared_obsolete_are_left_out():
    content = (
        po(make_unit(key="a")) + '\n#~ msgctxt "b"\n#~ msgid "Vieux"\n#~ msgstr "x"\n'
    )

    assert [unit.key for unit in read(content.encode(), "a.po").units] == ["a"]


def test_a_text_of_endless_lines_is_refused():
    content = po(make_unit(key="a")) + '"x"\n' * 3000

    with pytest.raises(ExchangeError, match="more than 2000 lines"):
        read(content.encode(), "a.po")


def test_fingerprints_survive_a_tool_that_breaks_long_lines():
    unit = make_unit(
        target="Una frase.",
        label="Une étiquette assez longue pour que tout outil coupe sa ligne en deux",
        source_fingerprint="a" * 16,
        target_fingerprint="b" * 16,
    )
    written = write([unit], "po").decode()

    saved_again = str(polib.pofile(written))
    [delivered] = read(saved_again.encode(), "textos.po").units

    assert saved_again != written
    assert delivered.fingerprints.source == "a" * 16
    assert delivered.fingerprints.target == "b" * 16
    assert delivered.is_untouched
