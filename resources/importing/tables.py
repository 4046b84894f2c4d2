"""Reads tables: a line of column names, then a document a line."""

import csv
from io import StringIO

from django.utils.translation import gettext as _

from core.languages import columns
from resources.citations.record import EDITOR, KINDS, REPORT, Author
from resources.importing.rows import Fault, Row, author_of

VALUES = (
    "key",
    "kind",
    "title",
    "language",
    "year",
    "month",
    "series",
    "number",
    "journal",
    "volume",
    "pages",
    "publisher",
    "place",
    "isbn",
    "doi",
    "url",
    "abstract",
)
NAMES = ("authors", "editors")
# What a document is sorted by, and may have several of; the words are keys of the lists.
WORDS = ("type", "sectors", "themes", "region", "countries", "keywords")
DELIMITERS = ",;\t"


def known_columns() -> list[str]:
    """Return the names that the first line of a table may hold."""
    return [*VALUES, *NAMES, *WORDS, *columns("title"), *columns("abstract")]


def read(text: str) -> list[Row]:
    """Return the documents of a table; a column that is not known is a fault of the first line."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    rows = []
    try:
        _read_lines(reader, rows)
    except csv.Error:
        message = _(
            "From here on the table cannot be read: a cell is too long, or its quotes are not closed."
        )
        rows.append(Row(reader.line_num, faults=[Fault(message)]))
    return rows


def _read_lines(reader, rows):
    header = [name.strip().lower() for name in next(reader, [])]
    if unknown := [name for name in header if name and name not in known_columns()]:
        message = _("“%(name)s” is not known here. Choose from: %(choices)s.")
        names = {"name": unknown[0], "choices": ", ".join(known_columns())}
        rows.append(Row(1, faults=[message % names]))
    start = reader.line_num + 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            rows.append(_row(start, header, cells))
        start = reader.line_num + 1


def _delimiter(text):
    """Return what separates the columns: spreadsheets of some countries write semicolons."""
    header = text.partition("\n")[0]
    return max(DELIMITERS, key=header.count)


def _row(line, header, cells):
    row = Row(line, {"kind": REPORT})
    if len(cells) > len(header):
        row.faults.append(_("This line has more cells than there are columns."))
    for name, cell in zip(header, cells, strict=False):
        value = _without_guard(cell.strip())
        if not value:
            continue
        if name in NAMES:
            row.authors += _authors(value, name == "editors")
        elif name in WORDS or name in (*columns("title"), *columns("abstract")):
            is_text = name not in WORDS
            row.words[name] = [value] if is_text else _split(value)
        elif name in VALUES:
            row.values[name] = value
    if row.values["kind"] not in KINDS:
        message = _("“%(name)s” is not known here. Choose from: %(choices)s.")
        names = {"name": row.values["kind"], "choices": ", ".join(KINDS)}
        row.faults.append(message % names)
        row.values["kind"] = REPORT
    return row


def _without_guard(cell):
    """Take off the apostrophe that keeps a spreadsheet from reading a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@") else cell


def _split(value):
    return [word.strip() for word in value.split(";") if word.strip()]


def _authors(value, are_editors) -> list[Author]:
    role = {"role": EDITOR} if are_editors else {}
    return [author for name in _split(value) if (author := author_of(name, **role))]
