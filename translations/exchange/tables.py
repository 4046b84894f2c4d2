"""CSV files for those who translate in a spreadsheet, in which no cell becomes a formula."""

import csv
import io
import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from core.spreadsheets import FORMULA
from translations.exchange.deliveries import (
    DeliveredUnit,
    ExchangeError,
    Fingerprints,
    Limits,
    State,
)
from translations.exchange.markup import normal, tidy, tidy_lines
from translations.units import Kind

COLUMNS = (
    "key",
    "label",
    "source language",
    "source",
    "target language",
    "target",
    "state",
    "comment",
    "note",
    "previous source",
    "kind",
    "max length",
    "fingerprints",
)
NEEDED = ("key", "source language", "source", "target language", "target")
DELIMITERS = ",;\t"
# The apostrophe of ours, exactly where `guarded` puts it.
GUARD = re.compile(FORMULA.pattern.replace("(^|;)", "(^|;)'", 1))


def guarded(text: str) -> str:
    """Return `text` with an apostrophe wherever a spreadsheet could start a formula."""
    return FORMULA.sub(r"\1'", text)


def unguarded(cell: str) -> str:
    """Return what `guarded` made `cell` of; other apostrophes stay."""
    return GUARD.sub(r"\1", cell)


def write_table(units: Iterable[DeliveredUnit]) -> bytes:
    """Return a CSV file with a row for each unit, for Excel and LibreOffice alike."""
    output = io.StringIO(newline="")
    writer = csv.writer(output, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for unit in units:
        cells = _cells(unit)
        writer.writerow([guarded(cells[column]) for column in COLUMNS])
    # Excel takes a file without this mark for one of the last century.
    return output.getvalue().encode("utf-8-sig")


def _cells(unit):
    return {
        "key": unit.key,
        "label": unit.label,
        "source language": unit.source_language,
        "source": unit.source,
        "target language": unit.target_language,
        "target": unit.target,
        "state": unit.state,
        "comment": unit.comment,
        "note": unit.note,
        "previous source": unit.previous_source,
        "kind": unit.kind,
        "max length": "" if unit.max_length is None else str(unit.max_length),
        "fingerprints": str(unit.fingerprints),
    }


def read_table(text: str, limits: Limits) -> list[DeliveredUnit]:
    """Return the units of a CSV file; ExchangeError says what is wrong in which line."""
    rows = _rows(text, limits)
    first, header = next(rows, (1, []))
    header = [cell.strip().lower() for cell in header]
    missing = [column for column in NEEDED if column not in header]
    if missing:
        raise ExchangeError(
            _(
                "Line %(line)d: the column “%(column)s” is missing. Keep the first line of the exported file as it is."
            )
            % {"line": first, "column": missing[0]}
        )
    return [
        _unit(_row(header, cells, line), line) for line, cells in rows if any(cells)
    ]


def _rows(text, limits):
    """Yield each row with the line that it starts in, whatever divides its cells."""
    source = io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n"), newline="\n")
    head = source.readline()
    named = re.fullmatch(r'"?sep=(.)"?\n?', head)
    if not named:
        source.seek(0)
    delimiter = named[1] if named else max(DELIMITERS, key=head.count)
    csv.field_size_limit(limits.bytes)
    reader = csv.reader(source, delimiter=delimiter, strict=True)
    skipped = line = 1 if named else 0
    try:
        for cells in reader:
            yield line + 1, cells
            line = skipped + reader.line_num
    except csv.Error as error:
        raise ExchangeError(
            _(
                "Line %(line)d: the row cannot be read (%(error)s). Save the file again as “CSV UTF-8”."
            )
            % {"line": line + 1, "error": error}
        ) from error


def _row(header, cells, line):
    if len(cells) > len(header) and any(cells[len(header) :]):
        raise ExchangeError(
            _(
                "Line %(line)d has more cells than the first line. Perhaps a cell was pasted without its quotation marks: save the file again from a spreadsheet."
            )
            % {"line": line}
        )
    padded = [*cells, *[""] * (len(header) - len(cells))]
    return {
        name: unguarded(cell)
        for name, cell in zip(header, padded, strict=False)
        if name
    }


def _unit(row, line):
    kind = Kind.RICH if row.get("kind", "").strip() == Kind.RICH else Kind.PLAIN
    target = normal(row["target"], kind)
    max_length = row.get("max length", "").strip()
    return DeliveredUnit(
        key=row["key"].strip(),
        kind=kind,
        source_language=row["source language"].strip(),
        target_language=row["target language"].strip(),
        source=normal(row["source"], kind),
        target=target,
        label=tidy_lines(row.get("label", "")),
        note=tidy_lines(row.get("note", "")),
        comment=tidy_lines(row.get("comment", "")),
        previous_source=normal(row.get("previous source", ""), kind),
        state=_state(row.get("state", ""), target),
        fingerprints=Fingerprints.of(row.get("fingerprints", "")),
        max_length=int(max_length) if re.fullmatch("[0-9]{1,9}", max_length) else None,
        line=line,
    )


def _state(written, target):
    if not target:
        return State.NEW
    known = tidy(written).lower()
    # A translation was typed where there was none, and who types it looks at no state.
    return State(known) if known in set(State) - {State.NEW} else State.TRANSLATED
