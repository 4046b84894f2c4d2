"""Reads RIS, as programs that keep references write it."""

import re

from resources.citations.record import ARTICLE, BOOK, DOCUMENT, EDITOR, REPORT
from resources.importing.rows import Row, author_of

LINE = re.compile(r"([A-Z][A-Z0-9]) {0,2}-(?: (.*)|$)")
KINDS = {
    "JOUR": ARTICLE,
    "EJOUR": ARTICLE,
    "MGZN": ARTICLE,
    "NEWS": ARTICLE,
    "BOOK": BOOK,
    "CHAP": BOOK,
    "EBOOK": BOOK,
    "EDBOOK": BOOK,
    "CONF": BOOK,
    "RPRT": REPORT,
    "GOVDOC": REPORT,
    "UNPB": REPORT,
}
FIELDS = {
    "ID": "key",
    "TI": "title",
    "T1": "title",
    "CT": "title",
    "T3": "series",
    "VL": "volume",
    "IS": "number",
    "M1": "number",
    "PB": "publisher",
    "CY": "place",
    "PP": "place",
    "DO": "doi",
    "UR": "url",
    "LA": "language",
    "AB": "abstract",
    "N2": "abstract",
}
AUTHORS, EDITORS = ("AU", "A1"), ("A2", "ED")
IN = ("T2", "JO", "JF", "J2", "JA")
DATES = ("PY", "Y1", "DA")


def read(text: str) -> list[Row]:
    """Return the documents of a RIS file; one that does not end, ends where the next begins."""
    rows, row, last = [], None, None
    for number, line in enumerate(text.splitlines(), 1):
        found = LINE.match(line)
        if not found:
            # Some programs break long abstracts.
            if row is not None and last and line.strip():
                row.values[last] += f" {line.strip()}"
            continue
        tag, value = found[1], (found[2] or "").strip()
        if tag == "TY":
            row = Row(number, {"kind": KINDS.get(value.upper(), DOCUMENT)})
            rows.append(row)
            last = None
        elif tag == "ER":
            row = last = None
        elif row is not None and value:
            last = _take(row, tag, value)
    return rows


def _take(row, tag, value):
    """Write what a line says, and return the field that the next line may go on with."""
    is_article = row.values["kind"] == ARTICLE
    if tag in AUTHORS or tag in EDITORS:
        role = {"role": EDITOR} if tag in EDITORS else {}
        row.authors += filter(None, [author_of(value, **role)])
    elif tag in DATES:
        _take_date(row, value)
    elif tag == "KW":
        row.words.setdefault("keywords", []).append(value)
    elif tag == "SP":
        row.values["pages"] = value
    elif tag == "EP":
        row.values["pages"] = f"{row.values.get('pages', '')}–{value}".strip("–")
    elif tag in IN:
        row.values.setdefault("journal" if is_article else "series", value)
    elif tag == "SN":
        is_number = row.values["kind"] == REPORT
        if not is_article:
            row.values.setdefault("number" if is_number else "isbn", value)
    elif name := FIELDS.get(tag):
        row.values.setdefault(name, value)
        return name
    return None


def _take_date(row, value):
    year, _slash, rest = value.partition("/")
    row.values.setdefault("year", year.strip())
    month = rest.partition("/")[0].strip()
    if month:
        row.values.setdefault("month", month.lstrip("0"))
