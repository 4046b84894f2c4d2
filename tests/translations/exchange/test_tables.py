"""CSV in which no cell is a formula, and that spreadsheets give back in their own way."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.spreadsheets import FORMULA
from tests.translations.exchange.samples import (
    TWO_PARAGRAPHS,
    by_key,
    hostile_words,
    make_rich_unit,
    make_unit,
)
from translations.exchange.deliveries import ExchangeError, Format, State
from translations.exchange.files import read, write
from translations.exchange.plans import Result, plan
from translations.exchange.tables import guarded, unguarded

pytestmark = pytest.mark.usefixtures("english_interface")

UNITS = [
    make_unit(key="a", source="=1+1", target="-1"),
    make_unit(key="b", source="Deux\nlignes ; « ici »", target="Dos\nlíneas; -aquí"),
    make_rich_unit(key="c", target=TWO_PARAGRAPHS),
    make_unit(key="d", source="'citation'"),
]


def rows_of(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def saved(content, delimiter=",", encoding="utf-8-sig", line_end="\r\n", quoting=0):
    """What a spreadsheet makes of our file when it saves it."""
    output = io.StringIO(newline="")
    writer = csv.writer(
        output, delimiter=delimiter, lineterminator=line_end, quoting=quoting
    )
    writer.writerows(rows_of(content))
    return output.getvalue().encode(encoding)


@settings(max_examples=150, deadline=None)
@given(text=hostile_words | st.text("=+-@;'\"« \n\tab", max_size=12))
def test_the_guard_against_formulas_is_taken_off_exactly(text):
    assert unguarded(guarded(text)) == text
    assert all(
        part.lstrip("\"'“”«» \n\t")[:1] not in tuple("=+-@") or "'" in part
        for part in guarded(text).split(";")
    )


def test_no_cell_of_a_file_can_become_a_formula():
    hostile = make_unit(
        key="=cmd|'/c calc'!A1", label="@x", note="+1", source="=1", target="\t-2"
    )

    for row in rows_of(write([hostile], Format.CSV)):
        assert not any(FORMULA.match(cell) and not cell.startswith("'") for cell in row)


def test_an_apostrophe_of_the_text_itself_stays():
    unit = make_unit(key="a", source="'citation'", target="'cita'")

    [delivered] = read(write([unit], Format.CSV), "a.csv").units

    assert (delivered.source, delivered.target) == ("'citation'", "'cita'")


@pytest.mark.parametrize(
    "form",
    [
        {"delimiter": ";"},
        {"delimiter": ";", "line_end": "\n"},
        {"delimiter": "\t", "encoding": "utf-16"},
        {"encoding": "utf-8"},
        {"line_end": "\r", "quoting": csv.QUOTE_ALL},
        {"quoting": csv.QUOTE_ALL},
    ],
    ids=["French Excel", "LibreOffice", "Unicode text", "no mark", "old Mac", "quotes"],
)
def test_what_a_spreadsheet_saves_without_an_edit_changes_nothing(form):
    content = saved(write(UNITS, Format.CSV), **form)

    outcomes = plan(read(content, "texts.csv"), by_key(*UNITS))

    assert [outcome.result for outcome in outcomes] == [Result.UNCHANGED] * len(UNITS)


def test_a_line_that_names_the_delimiter_is_understood():
    content = saved(write(UNITS, Format.CSV), delimiter=";", encoding="utf-8")

    delivery = read(b"sep=;\r\n" + content, "texts.csv")

    assert [unit.key for unit in delivery.units] == list("abcd")


def test_a_row_names_the_line_in_which_it_starts():
    delivery = read(write(UNITS, Format.CSV), "texts.csv")

    assert [unit.line for unit in delivery.units] == [2, 3, 6, 7]


def test_columns_that_a_translator_needs_not_may_be_thrown_away():
    kept = ["key", "source language", "source", "target language", "target"]
    rows = rows_of(write([make_unit(key="a")], Format.CSV))
    places = [rows[0].index(name) for name in kept]
    rows[1][places[-1]] = "Una frase."
    content = "\n".join(",".join(row[place] for place in places) for row in rows)

    [outcome] = plan(read(content.encode(), "a.csv"), by_key(make_unit(key="a")))

    assert outcome.result == Result.APPLIED
    assert outcome.delivered.state == State.TRANSLATED


def table(*lines):
    return "\n".join(["key,source language,source,target language,target", *lines])


@pytest.mark.parametrize(
    "content, reason",
    [
        ("key;source\na;b", "Line 1: the column “source language” is missing"),
        (table("a,fr,b,es,c", 'd,fr,"e"x,es,f'), "Line 3: the row cannot be read"),
        (table("a,fr,b,es,c,d,e"), "Line 2 has more cells"),
        (table('a,fr,"b'), "Line 2: the row cannot be read"),
        (table(), "no text in the file"),
        (table("a,fr,b,es,c", "d,fr,e,es,f", "a,fr,b,es,c"), "lines 2 and 4"),
    ],
)
def test_a_table_that_is_broken_is_refused_with_its_line(content, reason):
    with pytest.raises(ExchangeError) as refused:
        read(content.encode(), "a.csv")

    assert reason in str(refused.value)


def test_a_table_in_the_encoding_of_an_old_windows_is_refused_with_what_to_do():
    content = write([make_unit(source="récupératrice")], Format.CSV)

    with pytest.raises(ExchangeError, match="Line 2.*CSV UTF-8"):
        read(content.decode("utf-8-sig").encode("cp1252"), "a.csv")
