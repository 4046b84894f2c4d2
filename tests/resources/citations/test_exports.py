"""Files for programs that keep references."""

import json
import re
from dataclasses import replace

import pytest

from resources.citations.exports import bibtex, bibtex_key, csl_json, ris
from resources.citations.latex import address, escaped, unescaped, verbatim
from resources.citations.record import BOOK, EDITOR, Author
from tests.resources.citations.records import BRIEF, HOSTILE, ILO, PAPER

FIELDS = ("title", "series", "publisher", "place", "number", "isbn", "doi", "url")
EVIL = replace(
    BRIEF,
    **dict.fromkeys(FIELDS, HOSTILE),
    key=HOSTILE,
    authors=(Author(name=HOSTILE), Author(HOSTILE, HOSTILE)),
)


def depth_at_ends(text) -> list[int]:
    """Return how many braces are open at the end of each line of BibTeX."""
    depth, found = 0, []
    for line in text.splitlines():
        bare = re.sub(r"\\[{}]", "", line)
        depth += bare.count("{") - bare.count("}")
        found.append(depth)
    return found


def test_bibtex_keeps_the_capitals_of_a_title_and_bodies_whole():
    entry = bibtex([replace(BRIEF, authors=(*BRIEF.authors[:2], ILO))])

    assert entry.startswith("@techreport{brief,\n")
    assert "  title = {{Women and Men in the Informal Economy}},\n" in entry
    assert (
        "  author = {Bonnet, Florence and Vanek, Joann and "
        "{International Labour Organization}},\n"
    ) in entry
    assert "  institution = {WIEGO},\n" in entry


def test_bibtex_has_the_pages_and_the_journal_of_an_article():
    entry = bibtex([PAPER])

    assert "  journal = {Journal of Sociology},\n" in entry
    assert "  pages = {435--451},\n" in entry


def test_a_person_whose_name_holds_the_word_and_stays_one_person():
    entry = bibtex([replace(BRIEF, authors=(Author("Bread and Roses", "Ann"),))])

    assert "author = {{Bread and Roses}, {Ann}}" in entry


def test_no_value_ends_its_field_in_bibtex():
    entry = bibtex([EVIL])

    assert depth_at_ends(entry)[-1] == 0
    assert set(depth_at_ends(entry)[:-1]) == {1}
    assert len(re.findall(r"^@", entry, re.M)) == 1


def test_no_value_begins_a_line_in_ris():
    lines = ris([EVIL]).split("\r\n")

    assert [line for line in lines if line.startswith("TY")] == ["TY  - RPRT"]
    assert [line for line in lines if line.startswith("ER")] == ["ER  - "]
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines if line)


def test_ris_tells_authors_from_editors_and_the_number_of_a_report():
    authors = (ILO, Author("Chen", "Martha", role=EDITOR))

    lines = ris([replace(BRIEF, authors=authors)]).split("\r\n")

    assert "AU  - International Labour Organization" in lines
    assert "A2  - Chen, Martha" in lines
    assert "SN  - 42" in lines
    assert "DA  - 2019/01//" in lines


def test_ris_splits_pages_and_keeps_the_isbn_of_a_book():
    assert "SP  - 435\r\nEP  - 451\r\n" in ris([PAPER])
    assert "SN  - 978-92" in ris([replace(BRIEF, kind=BOOK, isbn="978-92")])


def test_csl_json_names_people_and_bodies_apart():
    [item] = json.loads(csl_json([replace(BRIEF, authors=(*BRIEF.authors[:1], ILO))]))

    assert item["author"] == [
        {"family": "Bonnet", "given": "Florence"},
        {"literal": "International Labour Organization"},
    ]
    assert item["issued"] == {"date-parts": [[2019, 1]]}
    assert item["collection-title"] == "WIEGO Statistical Brief"
    assert json.loads(csl_json([PAPER]))[0]["issue"] == "7"


def test_what_is_not_known_is_in_no_file():
    bare = replace(BRIEF, year=None, month=None, series="", number="", place="")

    assert "issued" not in json.loads(csl_json([bare]))[0]
    assert "year" not in bibtex([bare])
    assert "PY  -" not in ris([bare])


@pytest.mark.parametrize(
    "written, shown",
    [
        (r"Moussi{\'e}", "Moussié"),
        (r"Fran\c{c}ois, Fran{\c c}ois", "François, François"),
        (r"{\oe}uvre, \OE uvre", "œuvre, Œuvre"),
        (r"Ib\'{\i}\~nez, Ib\'\i\~{n}ez", "Ibíñez, Ibíñez"),
        (r"50\,\% \& more", "50\u202f% & more"),
        ("1--2 --- a~b", "1–2 — a\u00a0b"),
        (r"\emph{Title} and {\bf bold}", "Title and bold"),
        ("line\n  two", "line two"),
    ],
)
def test_latex_is_read_as_it_is_shown(written, shown):
    assert unescaped(written) == shown


@pytest.mark.parametrize(
    "text", [r"a\b{c}$d&e#f%g_h~i^j", "œuvre à 5 % « été »", "{}\\"]
)
def test_what_is_escaped_reads_as_before(text):
    assert unescaped(escaped(text)) == text


def test_an_address_cannot_end_its_field_and_keeps_its_marks():
    assert verbatim("https://x.org/a_b%20}c") == "https://x.org/a_b%20%7Dc"
    assert address(r"https://x.org/a\_b\%20") == "https://x.org/a_b%20"


def test_a_key_is_one_word_of_plain_letters():
    assert bibtex_key("été, {x}") == "t----x"
    assert bibtex_key("…") == "document"
