"""What programs read in the head of a document's page: Highwire, Dublin Core and schema.org."""

from resources.citations.record import (
    ARTICLE,
    BOOK,
    DOCUMENT,
    EDITOR,
    REPORT,
    Record,
    one_line,
)

SCHEMA_TYPES = {
    REPORT: "Report",
    BOOK: "Book",
    ARTICLE: "ScholarlyArticle",
    DOCUMENT: "CreativeWork",
}


def highwire(record: Record, pdf_url: str = "") -> list[tuple[str, str]]:
    """Return the names and values of the meta elements that Zotero and Google Scholar read."""
    is_report = record.kind == REPORT
    publisher = "technical_report_institution" if is_report else "publisher"
    number = "technical_report_number" if is_report else "issue"
    pairs = [
        ("title", record.title),
        *(
            ("editor" if author.role == EDITOR else "author", author.inverted)
            for author in record.authors
        ),
        ("publication_date", date(record, "/")),
        ("journal_title", record.journal),
        ("series_title", record.series),
        ("volume", record.volume),
        (number, record.number),
        (publisher, record.publisher),
        ("isbn", record.isbn),
        ("doi", record.doi),
        ("language", record.language),
        ("pdf_url", pdf_url),
    ]
    return [(f"citation_{name}", one_line(value)) for name, value in pairs if value]


def dublin_core(record: Record) -> list[tuple[str, str]]:
    """Return the names and values of the meta elements of libraries."""
    pairs = [
        ("title", record.title),
        *(
            ("contributor" if author.role == EDITOR else "creator", author.inverted)
            for author in record.authors
        ),
        ("date", date(record, "-")),
        ("publisher", record.publisher),
        ("language", record.language),
        ("identifier", record.link),
    ]
    return [(f"DC.{name}", one_line(value)) for name, value in pairs if value]


def structured(record: Record) -> dict:
    """Return the document as schema.org describes it, empty values left out."""
    data = {
        "@type": SCHEMA_TYPES.get(record.kind, "CreativeWork"),
        "name": record.title,
        "inLanguage": record.language,
        "author": [_agent(author) for author in record.authors if not _edits(author)],
        "editor": [_agent(author) for author in record.authors if _edits(author)],
        "datePublished": date(record, "-"),
        "publisher": _body(record.publisher),
        "isPartOf": _part_of(record),
        "reportNumber" if record.kind == REPORT else "issueNumber": record.number,
        "isbn": record.isbn,
        "sameAs": record.link,
        "abstract": record.abstract,
    }
    return {name: value for name, value in data.items() if value}


def date(record: Record, separator: str) -> str:
    """Return the year, and the month where it is known: `2019/01`."""
    if record.year and record.month:
        return f"{record.year}{separator}{record.month:02}"
    return str(record.year or "")


def _edits(author):
    return author.role == EDITOR


def _agent(author):
    if author.is_corporate:
        return _body(author.name)
    names = {"givenName": author.given, "familyName": author.family}
    known = {name: value for name, value in names.items() if value}
    return {"@type": "Person", "name": author.natural, **known}


def _body(name):
    return {"@type": "Organization", "name": name} if name else None


def _part_of(record):
    if record.journal:
        return {"@type": "Periodical", "name": record.journal}
    if record.series:
        return {"@type": "CreativeWorkSeries", "name": record.series}
    return None
