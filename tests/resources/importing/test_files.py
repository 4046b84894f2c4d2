"""Documents in the files of other programs."""

from dataclasses import replace

import pytest
from django.utils import translation

from resources.citations import exports
from resources.citations.record import ARTICLE, BOOK, DOCUMENT, EDITOR, Author
from resources.importing.files import Unreadable, read
from tests.resources.citations.records import BRIEF, HOSTILE, ILO, PAPER


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def only(text, name="list.bib"):
    [found] = read(text.encode(), name)
    return found


def faults_of(**values):
    """Return the faults of a table of one line with `values`."""
    table = "\t".join(values) + "\n" + "\t".join(values.values()) + "\n"
    return list(only(table, "list.tsv").faults)


@pytest.mark.parametrize(
    "name, write", [("a.bib", exports.bibtex), ("a.ris", exports.ris)]
)
@pytest.mark.parametrize(
    "record",
    [
        BRIEF,
        PAPER,
        replace(
            BRIEF, authors=(ILO, Author("Carré", "Françoise")), title="Œuvre à 5 %"
        ),
        replace(
            BRIEF, kind=BOOK, isbn="978-92-95106-42-0", number="", title="A {b} \\c"
        ),
        replace(BRIEF, kind=DOCUMENT, url="https://example.org/a_b%20c?x=1&y=~2"),
        replace(
            BRIEF, authors=(Author("Chen", "M.", role=EDITOR),), abstract="One. Two"
        ),
    ],
)
def test_what_we_write_reads_as_before(name, write, record):
    [found] = read(write([record]).encode(), name)

    assert found.record == record
    assert found.faults == ()


@pytest.mark.parametrize(
    "name, write", [("a.bib", exports.bibtex), ("a.ris", exports.ris)]
)
def test_a_hostile_document_stays_one_document(name, write):
    evil = replace(
        BRIEF, title=HOSTILE, publisher=HOSTILE, authors=(Author(name=HOSTILE),)
    )

    found = read(write([evil, PAPER]).encode(), name)

    assert len(found) == 2
    assert found[1].record == PAPER


def test_bibtex_joins_abbreviations_and_reads_months_and_names():
    record = only(
        """
        @comment{@book{no, title = {Not this}}}
        @string{w = "WIEGO"}
        @TechReport{chen2021,
          author = {Martha Alter Chen and Ludwig van Beethoven and {Bread and Roses, Inc.}},
          title = "The {World Bank} of " # w, year = 2021, month = jul,
          institution = w # { Ltd} }
        """
    ).record

    assert record.title == "The World Bank of WIEGO"
    assert (record.year, record.month, record.publisher) == (2021, 7, "WIEGO Ltd")
    assert record.authors == (
        Author("Chen", "Martha Alter"),
        Author("van Beethoven", "Ludwig"),
        Author(name="Bread and Roses, Inc."),
    )


def test_an_entry_without_an_end_is_told_and_the_next_one_read():
    broken, good = read(
        b"@book{a, title = {No end\n@book{b, title = {Good}}\n", "x.bib"
    )

    assert broken.line == 1
    assert "no end" in broken.faults[0]
    assert (good.line, good.record.title, good.faults) == (2, "Good", ())


def test_ris_is_read_where_programs_write_it_carelessly():
    found = read(
        b"TY  - JOUR\nTI  - One\nAB  - A long\nabstract\nJO  - Journal\nKW  - law\nKW  - work\n"
        b"PY  - 2019/03/01/\nUR  - https://example.org/1\nTY  - THES\nTI - Two\nER  -\n",
        "x.ris",
    )

    one, two = (item.record for item in found)
    assert (one.kind, one.journal, one.month) == (ARTICLE, "Journal", 3)
    assert one.abstract == "A long abstract"
    assert found[0].words["keywords"] == ["law", "work"]
    assert (two.kind, two.title) == (DOCUMENT, "Two")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_with_the_separator_of_any_country(delimiter):
    cells = [
        '"Title, with; marks"',
        '"Chen, Martha; International Labour Organization"',
        "law;gender",
    ]
    table = (
        "\ufeff"
        + delimiter.join(["title", "authors", "themes"])
        + "\r\n"
        + delimiter.join(cells)
    )

    found = only(table.replace("law;gender", '"law;gender"'), "x.csv")

    assert found.record.title == "Title, with; marks"
    assert found.record.authors == (Author("Chen", "Martha"), ILO)
    assert found.words["themes"] == ["law", "gender"]
    assert found.faults == ()


def test_a_line_of_a_table_is_named_where_cells_have_several_lines():
    found = read(b'title,abstract\n"One","a\nb"\n,lost\n', "x.csv")

    assert [item.line for item in found] == [2, 4]
    assert found[1].faults == ("The title is missing.",)


def test_a_column_that_is_not_known_is_a_fault_of_the_first_line():
    first, _second = read(b"title,colour\nOne,red\n", "x.csv")

    assert first.line == 1
    assert "“colour” is not known here" in first.faults[0]


@pytest.mark.parametrize(
    "name, value, fault",
    [
        ("year", "20I9", "“20I9” is no year"),
        ("month", "13", "“13” is no month"),
        ("doi", "11.1/x", "“11.1/x” is no DOI"),
        ("isbn", "978-92-95106-42-1", "is no ISBN"),
        ("url", "javascript:alert(1)", "is no address"),
        ("language", "Français", "is no code of a language"),
        ("kind", "map", "“map” is not known here"),
    ],
)
def test_a_value_that_cannot_be_is_told_with_what_to_write(name, value, fault):
    [told] = faults_of(title="One", **{name: value})

    assert fault in told


def test_a_doi_is_known_with_its_address_too():
    found = only("title\tdoi\nOne\thttps://doi.org/10.1000/182\n", "x.tsv")

    assert found.record.doi == "10.1000/182"
    assert found.record.key == "10-1000-182"


def test_one_document_twice_in_a_file_is_told_with_the_line_of_the_first():
    found = read(b"title,doi\nOne,10.1000/a\nTwo,10.1000/A\n", "x.csv")

    assert found[0].faults == ()
    assert found[1].faults == ("“10.1000/a” is already in line 2.",)


def test_a_document_without_a_key_gets_the_same_one_in_every_file():
    table = only('title,authors,year\nWho counts?,"Chen, Martha",2019\n', "x.csv")
    entry = only(
        "TY  - RPRT\nTI  - Who counts?\nAU  - Chen, Martha\nPY  - 2019\nER  - \n",
        "x.ris",
    )

    assert table.record.key == entry.record.key == "chen-2019-who-counts"


@pytest.mark.parametrize(
    "content, name, reason",
    [
        (b"title\nOne", "list.docx", "these end in .csv"),
        ("title\nÉté".encode("cp1252"), "list.csv", "not written in UTF-8 (byte 6)"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(content, name, reason):
    with pytest.raises(Unreadable) as refused:
        read(content, name)

    assert reason in str(refused.value)


@pytest.mark.parametrize("name", ["x.csv", "x.ris", "x.bib"])
@pytest.mark.parametrize(
    "content", [b"", b"\x00\x00", b"{" * 3000, b"@a{" * 3000, b"TY  - \n" * 99]
)
def test_no_content_breaks_a_reader(name, content):
    for found in read(content, name):
        assert found.faults
