"""Reads a file of documents, whatever its format, and says of each line what is wrong."""

from dataclasses import dataclass, field
from pathlib import PurePath

from django.utils.translation import gettext as _

from resources.citations.record import Record
from resources.importing import bibtex, ris, tables
from resources.importing.rows import Row

READERS = {
    ".csv": tables.read,
    ".tsv": tables.read,
    ".ris": ris.read,
    ".bib": bibtex.read,
    ".bibtex": bibtex.read,
}
MAX_BYTES = 50_000_000


class Unreadable(Exception):
    """A file that cannot be read at all, and why."""


@dataclass(frozen=True)
class Found:
    """A document of a file, by its line; one with faults is not to be stored."""

    line: int
    record: Record
    words: dict[str, list[str]] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


def read(content: bytes, name: str) -> list[Found]:
    """Return the documents in `content`; the ending of `name` says how they are written."""
    reader = READERS.get(PurePath(name).suffix.lower())
    if reader is None:
        message = _("“%(name)s” is no file of documents: these end in %(endings)s.")
        raise Unreadable(message % {"name": name, "endings": ", ".join(READERS)})
    seen: dict[str, int] = {}
    return [_found(row, seen) for row in reader(_text(content))]


def _text(content):
    if len(content) > MAX_BYTES:
        message = _("The file is larger than %(size)s MB. Divide it.")
        raise Unreadable(message % {"size": MAX_BYTES // 1_000_000})
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = _("The file is not written in UTF-8 (byte %(position)s).")
        raise Unreadable(message % {"position": error.start}) from None
    return text.replace("\x00", "")


def _found(row: Row, seen):
    record = row.record()
    known = (f"doi:{record.doi.lower()}" if record.doi else "", f"key:{record.key}")
    for identity in filter(None, known):
        first = seen.setdefault(identity, row.line)
        if first != row.line:
            message = _("“%(key)s” is already in line %(line)s.")
            shown = identity.partition(":")[2]
            row.faults.append(message % {"key": shown, "line": first})
            break
    return Found(row.line, record, row.words, tuple(row.faults))
