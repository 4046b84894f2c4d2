"""Reads a file of documents, whatever its format, and says of each line what is wrong."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass, field
from pathlib import PurePath

from django.utils.translation import gettext as _

from resources.citations.record import Record
from resources.importing import bibtex, ris, tables
from resources.importing.rows import Fault, Row

READERS = {
    ".csv": tables.read,
    ".tsv": tables.read,
    ".ris": ris.read,
    ".bib": bibtex.read,
    ".bibtex": bibtex.read,
}
MAX_BYTES = 50_000_000
UTF_8 = "utf-8-sig"
ENCODINGS = {UTF_8: "UTF-8", "cp1252": "Windows-1252", "utf-16": "UTF-16"}


class Unreadable(Exception):
    """A file that cannot be read at all, and why."""


@dataclass(frozen=True)
class Found:
    """A document of a file, by its line; one with faults is not to be stored."""

    line: int
    record: Record
    words: dict[str, list[str]] = field(default_factory=dict)
    faults: tuple[str, ...] = ()
    given_key: str = ""


def read(content: bytes, name: str, encoding: str = UTF_8) -> list[Found]:
    """Return the documents in `content`; the ending of `name` says how they are written.

    A file that begins with the mark of UTF-16, as some spreadsheets write it, is read as that.
    """
    reader = READERS.get(PurePath(name).suffix.lower())
    if reader is None:
        message = _("“%(name)s” is no file of documents: these end in %(endings)s.")
        raise Unreadable(message % {"name": name, "endings": ", ".join(READERS)})
    seen: dict[str, int] = {}
    return [_found(row, seen) for row in reader(_text(content, encoding))]


def _text(content, encoding):
    if len(content) > MAX_BYTES:
        message = _("The file is larger than %(size)s MB. Divide it.")
        raise Unreadable(message % {"size": MAX_BYTES // 1_000_000})
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        message = _(
            "The file is not written in %(encoding)s (byte %(position)s). "
            "Save it as UTF-8, or say how it is written."
        )
        names = {"encoding": ENCODINGS.get(encoding, encoding), "position": error.start}
        raise Unreadable(message % names) from None
    return text.replace("\x00", "")


def _found(row: Row, seen):
    record = row.record()
    known = (f"doi:{record.doi.lower()}" if record.doi else "", f"key:{record.key}")
    for identity in filter(None, known):
        first = seen.setdefault(identity, row.line)
        if first != row.line:
            message = _("“%(key)s” is already in line %(line)s.")
            shown = identity.partition(":")[2]
            fault = Fault(message % {"key": shown, "line": first}, identity[:3])
            row.faults.append(fault)
            break
    return Found(row.line, record, row.words, tuple(row.faults), row.given_key)
