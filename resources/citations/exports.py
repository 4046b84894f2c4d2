"""Records as programs that keep references read them: BibTeX, RIS and CSL-JSON."""

import json
from collections.abc import Iterable

from resources.citations.latex import escaped, verbatim
from resources.citations.record import (
    ARTICLE,
    BOOK,
    DOCUMENT,
    EDITOR,
    REPORT,
    Record,
    one_line,
)

BIBTEX_TYPES = {
    REPORT: "techreport",
    BOOK: "book",
    ARTICLE: "article",
    DOCUMENT: "misc",
}
RIS_TYPES = {REPORT: "RPRT", BOOK: "BOOK", ARTICLE: "JOUR", DOCUMENT: "GEN"}
RIS_LINE = "\r\n"


def bibtex(records: Iterable[Record]) -> str:
    """Return `records` as a BibTeX file, in which no value can end its field."""
    return "\n".join(map(_bibtex_entry, records))


def ris(records: Iterable[Record]) -> str:
    """Return `records` as a RIS file, in which no value can begin a line of its own."""
    return "".join(map(_ris_entry, records))


def csl(records: Iterable[Record]) -> list[dict]:
    """Return `records` as CSL-JSON has them."""
    return [_csl_item(record) for record in records]


def csl_json(records: Iterable[Record]) -> str:
    return json.dumps(csl(records), ensure_ascii=False, indent=1) + "\n"


def _bibtex_entry(record):
    kind = BIBTEX_TYPES.get(record.kind, "misc")
    fields = {
        "title": f"{{{escaped(record.title)}}}",
        "author": _bibtex_names(record, is_editor=False),
        "editor": _bibtex_names(record, is_editor=True),
        "year": str(record.year or ""),
        "month": str(record.month or ""),
        **_bibtex_places(record),
        "volume": escaped(record.volume),
        "number": escaped(record.number),
        "pages": escaped(record.pages).replace("–", "--"),
        "isbn": escaped(record.isbn),
        "doi": verbatim(record.doi),
        "url": verbatim(record.url),
        "language": escaped(record.language),
        "abstract": escaped(record.abstract),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{bibtex_key(record.key)},", *lines, "}\n"])


def _bibtex_places(record):
    """Return the fields that depend on the type: who publishes, where, and in what."""
    publisher = "institution" if record.kind == REPORT else "publisher"
    series = "type" if record.kind == REPORT else "series"
    return {
        "journal": escaped(record.journal),
        series: escaped(record.series),
        publisher: escaped(record.publisher),
        "address": escaped(record.place),
    }


def _bibtex_names(record, is_editor):
    return " and ".join(
        # Braces keep a body whole, also one with a comma or “and” in its name.
        f"{{{escaped(author.name)}}}" if author.is_corporate else _bibtex_person(author)
        for author in record.authors
        if (author.role == EDITOR) == is_editor
    )


def _bibtex_person(author):
    family, given = escaped(author.family), escaped(author.given)
    if " and " in f" {family} {given} ".lower() or "," in f"{family}{given}":
        return f"{{{family}}}, {{{given}}}" if given else f"{{{family}}}"
    return f"{family}, {given}" if given else f"{{{family}}}"


def bibtex_key(key: str) -> str:
    """Return `key` with nothing in it that BibTeX would read as its own."""
    kept = "".join(
        c if c.isascii() and (c.isalnum() or c in "-_:.") else "-" for c in key
    )
    return kept.strip("-") or "document"


def _ris_entry(record):
    is_report, number = record.kind == REPORT, one_line(record.number)
    pages = one_line(record.pages).replace("–", "-").partition("-")
    pairs = [
        ("TY", RIS_TYPES.get(record.kind, "GEN")),
        ("ID", record.key),
        ("TI", record.title),
        *(("A2" if a.role == EDITOR else "AU", a.inverted) for a in record.authors),
        ("PY", record.year),
        ("DA", _ris_date(record)),
        ("T2" if record.journal else "T3", record.journal or record.series),
        ("VL", record.volume),
        ("IS", "" if is_report else number),
        ("SP", pages[0].strip()),
        ("EP", pages[2].strip()),
        ("PB", record.publisher),
        ("CY", record.place),
        # The number of a report stands where a book has its ISBN.
        ("SN", (number if is_report else "") or record.isbn),
        ("DO", record.doi),
        ("UR", record.url),
        ("LA", record.language),
        ("AB", record.abstract),
    ]
    lines = [f"{tag}  - {one_line(value)}" for tag, value in pairs if value]
    return "".join(f"{line}{RIS_LINE}" for line in [*lines, "ER  - ", ""])


def _ris_date(record):
    return f"{record.year}/{record.month:02}//" if record.year and record.month else ""


def _csl_item(record):
    date = [part for part in (record.year, record.year and record.month) if part]
    item = {
        "id": record.key,
        "type": record.kind,
        "title": record.title,
        "author": _csl_names(record, is_editor=False),
        "editor": _csl_names(record, is_editor=True),
        "issued": {"date-parts": [date]} if date else {},
        "container-title": record.journal,
        "collection-title": record.series,
        "volume": record.volume,
        "issue" if record.kind == ARTICLE else "number": record.number,
        "page": record.pages,
        "publisher": record.publisher,
        "publisher-place": record.place,
        "ISBN": record.isbn,
        "DOI": record.doi,
        "URL": record.url,
        "language": record.language,
        "abstract": record.abstract,
    }
    return {name: _cleaned(value) for name, value in item.items() if value}


def _cleaned(value):
    return one_line(value) if isinstance(value, str) else value


def _csl_names(record, is_editor):
    return [
        {"literal": one_line(author.name)}
        if author.is_corporate
        else {
            name: one_line(value)
            for name, value in (("family", author.family), ("given", author.given))
            if value
        }
        for author in record.authors
        if (author.role == EDITOR) == is_editor
    ]
