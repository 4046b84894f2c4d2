"""Puts the texts of pages, sections or a part of the queue into a file for a translator."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from translations.drafts import latest_draft
from translations.exchange.deliveries import (
    ExchangeError,
    Format,
    Limits,
    Standing,
)
from translations.exchange.deliveries import State as FileState
from translations.exchange.files import write
from translations.keys import key_of, units_of
from translations.models import LanguageVersion, State
from translations.states import UNFINISHED
from translations.units import Unit


def export(
    versions: Iterable[LanguageVersion],
    format: Format | str,
    *,
    only_unfinished: bool = False,
) -> bytes:
    """Return a file of the texts of `versions` as they are in the latest drafts.

    Raises ExchangeError where there is nothing to send, or more than a file may hold.
    """
    files = export_files(versions, format, only_unfinished=only_unfinished)
    content = next(files)
    if next(files, None) is not None:
        raise ExchangeError(
            _(
                "These are more than %(limit)d texts, which is too much for one "
                "file. Export fewer pages at a time."
            )
            % {"limit": Limits.from_settings().units}
        )
    return content


def export_files(
    versions: Iterable[LanguageVersion],
    format: Format | str,
    *,
    only_unfinished: bool = False,
) -> Iterator[bytes]:
    """Yield files of the texts of `versions`, each of which can be imported again.

    No more is kept in memory than the texts of one file. The first `next` raises
    ExchangeError where there is nothing to send.
    """
    limits = Limits.from_settings()
    units, standings = [], {}
    is_first = True
    for version in versions:
        found, known = _texts(version, only_unfinished)
        if units and len(units) + len(found) > limits.units:
            yield from _files(units, format, standings, limits)
            units, standings, is_first = [], {}, False
        units += found
        standings |= known
    if units or is_first:
        yield from _files(units, format, standings, limits)


def _files(units, format, standings, limits):
    """Yield `units` as one file, or as several where that would be too large to come back."""
    content = write(units, format, standings=standings)
    if len(content) <= limits.bytes and len(units) <= limits.units or len(units) < 2:
        yield content
        return
    middle = len(units) // 2
    yield from _files(units[:middle], format, standings, limits)
    yield from _files(units[middle:], format, standings, limits)


def _texts(version, only_unfinished) -> tuple[list[Unit], dict[str, Standing]]:
    # Without a source there is nothing to translate from.
    if version.instance is None:
        return [], {}
    records = {
        key_of(version, record.place): record
        for record in version.texts.filter(is_present=True)
    }
    units = [
        unit
        for unit in units_of(version, latest_draft(version.instance))
        if unit.source
        if not only_unfinished or _is_unfinished(records.get(unit.key))
    ]
    standings = {unit.key: _standing(records.get(unit.key)) for unit in units}
    return units, standings


def _is_unfinished(record):
    return record is None or record.state in UNFINISHED


def _standing(record):
    # Never “approved”: where a file that comes back says so, a person said it there.
    if record is None or record.state != State.OUTDATED:
        return Standing()
    return Standing(FileState.NEEDS_WORK, previous_source=record.source_text)
