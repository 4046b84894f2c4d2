"""Reads BibTeX: entries with braces in braces, quotes, abbreviations and names."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from django.utils.translation import gettext as _

from resources.citations.latex import address, unescaped
from resources.citations.record import ARTICLE, BOOK, DOCUMENT, EDITOR, REPORT, Author
from resources.importing.rows import Row

ENTRY = re.compile(r"@\s*([A-Za-z]+)\s*\{")
KEY = re.compile(r"\s*([^\s,{}=\"]*)\s*,?")
NAME = re.compile(r"[\s,]*([A-Za-z][\w:.+-]*)\s*=\s*")
WORD = re.compile(r"[^\s,{}#\"]+")
JOIN = re.compile(r"\s*#\s*")
END = re.compile(r"[\s,]*\}")
BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
QUOTE = re.compile(r"\\.|[{}\"]", re.DOTALL)
LINE_OF_ENTRY = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*\{", re.MULTILINE)
AND = re.compile(r"\s+and\s+", re.IGNORECASE)

NOT_ENTRIES = ("comment", "preamble")
MONTHS = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]
KINDS = {
    "article": ARTICLE,
    "book": BOOK,
    "booklet": BOOK,
    "inbook": BOOK,
    "incollection": BOOK,
    "proceedings": BOOK,
    "inproceedings": BOOK,
    "techreport": REPORT,
    "report": REPORT,
    "unpublished": REPORT,
}
FIELDS = {
    "title": "title",
    "year": "year",
    "date": "year",
    "month": "month",
    "journal": "journal",
    "journaltitle": "journal",
    "series": "series",
    "type": "series",
    "volume": "volume",
    "number": "number",
    "pages": "pages",
    "publisher": "publisher",
    "institution": "publisher",
    "address": "place",
    "location": "place",
    "isbn": "isbn",
    "doi": "doi",
    "url": "url",
    "language": "language",
    "abstract": "abstract",
}


class Broken(Exception):
    """An entry that cannot be read."""


def read(text: str) -> list[Row]:
    """Return the documents of a BibTeX file; an entry that is broken is a row with its fault."""
    # No entry goes beyond the line of the next, so a broken file is read in one pass.
    starts = [found.start() for found in LINE_OF_ENTRY.finditer(text)]
    rows, strings, position, line, counted = [], {}, 0, 1, 0
    while found := ENTRY.search(text, position):
        kind = found[1].lower()
        line += text.count("\n", counted, found.start())
        counted = found.start()
        row = Row(line)
        following = bisect_right(starts, found.start())
        end = starts[following] if following < len(starts) else len(text)
        try:
            position = _read_entry(Span(text, end), found.end(), kind, row, strings)
        except Broken:
            row.faults.append(_("This entry has no end. Close its braces and quotes."))
            position = end
        if kind != "string" and kind not in NOT_ENTRIES:
            rows.append(row)
    return rows


@dataclass(frozen=True)
class Span:
    """A text up to where its present entry ends at the latest."""

    text: str
    end: int

    def match(self, pattern, position):
        return pattern.match(self.text, position, self.end)

    def closing(self, position, marks, closing) -> int:
        """Return the position behind the mark that closes what was opened before `position`."""
        depth = 0
        for mark in marks.finditer(self.text, position, self.end):
            if mark[0] == closing and not depth:
                return mark.end()
            depth += {"{": 1, "}": -1}.get(mark[0], 0)
            if depth < 0:
                break
        raise Broken


def _read_entry(span, position, kind, row, strings):
    """Fill `row`, and return where the entry ends."""
    if kind in NOT_ENTRIES:
        return span.closing(position, BRACE, "}")
    fields = {}
    if kind != "string":
        key = span.match(KEY, position)
        row.values["key"], position = key[1], key.end()
    while name := span.match(NAME, position):
        fields[name[1].lower()], position = _value(span, name.end(), strings)
    end = span.match(END, position)
    if not end:
        raise Broken
    if kind == "string":
        strings.update(fields)
    else:
        row.values["kind"] = KINDS.get(kind, DOCUMENT)
        _take(row, fields)
    return end.end()


def _value(span, position, strings):
    """Return a value, its parts joined, and where it ends."""
    parts = []
    while True:
        opening = span.text[position : position + 1]
        if opening in ("{", '"') and position < span.end:
            marks = (BRACE, "}") if opening == "{" else (QUOTE, '"')
            end = span.closing(position + 1, *marks)
            parts.append(span.text[position + 1 : end - 1])
        elif word := span.match(WORD, position):
            end = word.end()
            parts.append(strings.get(word[0].lower(), word[0]))
        else:
            raise Broken
        join = span.match(JOIN, end)
        if not join:
            return "".join(parts), end
        position = join.end()


def _take(row, fields):
    for name, value in fields.items():
        if target := FIELDS.get(name):
            is_address = target in ("doi", "url")
            row.values.setdefault(
                target, address(value) if is_address else unescaped(value)
            )
    year, _dash, month = row.values.get("year", "").partition("-")
    row.values["year"] = year
    if month:
        row.values.setdefault("month", month.partition("-")[0].lstrip("0"))
    short = row.values.get("month", "").lower()[:3]
    if short in MONTHS:
        row.values["month"] = str(MONTHS.index(short) + 1)
    row.authors += _names(fields.get("author", ""))
    row.authors += _names(fields.get("editor", ""), role=EDITOR)
    words = unescaped(fields.get("keywords", ""))
    found = [word.strip() for word in re.split("[,;]", words) if word.strip()]
    if found:
        row.words["keywords"] = found


def _names(value, **role):
    return [_author(name, role) for name in _split(value) if name]


def _split(value):
    """Return the names in `value`; an “and” in braces is part of a name."""
    names, start, depth = [], 0, 0
    marks = re.compile(rf"\\.|[{{}}]|{AND.pattern}", re.IGNORECASE | re.DOTALL)
    for mark in marks.finditer(value):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if not depth and AND.fullmatch(mark[0]):
            names.append(value[start : mark.start()].strip())
            start = mark.end()
    return [*names, value[start:].strip()]


def _author(name, role):
    if _is_whole(name):
        return Author(name=unescaped(name), **role)
    parts = [unescaped(part) for part in _comma_parts(name)]
    if len(parts) > 1:
        return Author(parts[0], " ".join([parts[-1], *parts[1:-1]]).strip(), **role)
    words = unescaped(name).split(" ")
    if len(words) == 1:
        return Author(name=words[0], **role)
    family = next((i for i, w in enumerate(words[:-1]) if i and w.islower()), -1)
    return Author(" ".join(words[family:]), " ".join(words[:family]), **role)


def _is_whole(name):
    """Tell whether one pair of braces holds all of `name`."""
    if not (name.startswith("{") and name.endswith("}")):
        return False
    try:
        return Span(name, len(name)).closing(1, BRACE, "}") == len(name)
    except Broken:
        return False


def _comma_parts(name):
    parts, start, depth = [], 0, 0
    for mark in re.finditer(r"\\.|[{},]", name, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if mark[0] == "," and not depth:
            parts.append(name[start : mark.start()].strip())
            start = mark.end()
    return [*parts, name[start:].strip()]
