"""Files for translators: what goes out, and what comes back, whatever its format."""

import codecs
from collections.abc import Iterable, Mapping
from pathlib import PurePath

from django.utils.translation import gettext as _

from translations.exchange.deliveries import (
    DeliveredUnit,
    Delivery,
    ExchangeError,
    Format,
    Limits,
    Standing,
    leaving,
)
from translations.exchange.po import read_po, write_po
from translations.exchange.tables import read_table, write_table
from translations.exchange.xliff import write_xliff
from translations.exchange.xliff_reading import read_xliff
from translations.units import Unit

WRITERS = {Format.XLIFF: write_xliff, Format.PO: write_po, Format.CSV: write_table}
# The tools' own names for XLIFF 1.2, and what Excel calls “Unicode text”.
EXTENSIONS = {
    ".xlf": Format.XLIFF,
    ".xliff": Format.XLIFF,
    ".sdlxliff": Format.XLIFF,
    ".mqxliff": Format.XLIFF,
    ".mxliff": Format.XLIFF,
    ".po": Format.PO,
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".txt": Format.CSV,
}
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
ZIP = b"PK\x03\x04"


def write(
    units: Iterable[Unit],
    format: Format | str,
    *,
    standings: Mapping[str, Standing] | None = None,
) -> bytes:
    """Return a file of `units`, the same bytes for the same units.

    `standings` says by key what else is known of a translation. Texts without a source
    are left out: there is nothing to translate from. ExchangeError where none is left.
    """
    standings = standings or {}
    outgoing = (leaving(unit, standings.get(unit.key)) for unit in units)
    outgoing = [unit for unit in outgoing if unit.source]
    if not outgoing:
        raise ExchangeError(
            _("None of these texts has a source yet. Choose texts to translate.")
        )
    return _written(outgoing, Format(format))


def write_again(delivery: Delivery, format: Format | str | None = None) -> bytes:
    """Return `delivery` as a file, by itself in the format that it came in."""
    return _written(delivery.units, Format(format or delivery.format))


def _written(units, format):
    return WRITERS[format](units)


def read(content: bytes, filename: str, *, limits: Limits | None = None) -> Delivery:
    """Return what a translator's file holds.

    ExchangeError says what is wrong with the file and what to do; whatever is wrong with
    one unit alone is left to the plan.
    """
    limits = limits or Limits.from_settings()
    format = _format(content, filename, limits)
    if format == Format.XLIFF:
        units = read_xliff(content, limits)
    elif format == Format.PO:
        units = read_po(_text(content))
    else:
        units = read_table(_text(content), limits)
    _check_units(units, limits)
    return Delivery(format, tuple(units))


def _format(content, filename, limits):
    if len(content) > limits.bytes:
        raise ExchangeError(
            _(
                "The file has %(size)d bytes, and at most %(limit)d are read. Export fewer texts at a time."
            )
            % {"size": len(content), "limit": limits.bytes}
        )
    if content.startswith(ZIP):
        raise ExchangeError(
            _(
                "This is a zip archive or an Excel workbook. Unpack it, or save the sheet as “CSV UTF-8”, and send that file."
            )
        )
    if not content.strip():
        raise ExchangeError(_("The file is empty. Export it again from your tool."))
    extension = PurePath(filename).suffix.lower()
    if extension not in EXTENSIONS:
        raise ExchangeError(
            _(
                "“%(name)s” is not the name of a translation file. Send a file that ends in %(endings)s."
            )
            % {"name": filename[-100:], "endings": ".xlf, .xliff, .po, .csv"}
        )
    return EXTENSIONS[extension]


def _text(content):
    try:
        if content.startswith(UTF_16):
            text = content.decode("utf-16")
        else:
            text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ExchangeError(
            _(
                "Line %(line)d: the file is not in UTF-8. In a spreadsheet, save it as “CSV UTF-8”; in a translation tool, choose UTF-8."
            )
            % {"line": line}
        ) from error
    if "\x00" in text:
        raise ExchangeError(
            _(
                "Line %(line)d: the file holds a character that no text has (NUL). Export it again."
            )
            % {"line": text.count("\n", 0, text.index("\x00")) + 1}
        )
    return text


def _check_units(units: list[DeliveredUnit], limits):
    if len(units) > limits.units:
        raise ExchangeError(
            _(
                "The file has %(count)d texts, and at most %(limit)d are read. Export fewer texts at a time."
            )
            % {"count": len(units), "limit": limits.units}
        )
    if not units:
        raise ExchangeError(
            _("There is no text in the file. Export it again from your tool.")
        )
    lines: dict[str, int] = {}
    for unit in units:
        if unit.key in lines:
            raise ExchangeError(
                _(
                    "The text “%(key)s” is in the file twice, in lines %(first)d and %(second)d. Keep one of them."
                )
                % {
                    "key": unit.key[:200],
                    "first": lines[unit.key],
                    "second": unit.line,
                }
            )
        lines[unit.key] = unit.line
