"""Writes a file of translations bit by bit, so that nobody waits for minutes before a still page."""

import time
from dataclasses import replace

from translations.exchange.deliveries import Delivery
from translations.import_pages import letters_of
from translations.importing import Import, compare, write_import
from translations.models import ImportedFile

# How many texts at a time, and for how many seconds until the page says how far it is.
BIT = 100
SITTING = 10


def write_on(kept: ImportedFile, delivery: Delivery) -> None:
    """Write the texts that are next, for some seconds, and remember what became of them.

    Whoever goes on after a crash, or twice at once, writes nothing twice: a text that
    was written is unchanged.
    """
    end = time.monotonic() + SITTING
    while not kept.is_written:
        if not _write_bit(kept, delivery) or time.monotonic() > end:
            return


def _write_bit(kept, delivery) -> bool:
    """Write some texts; tell whether nobody else did so at the same time."""
    start, stop = kept.position, kept.position + BIT
    found = compare(replace(delivery, units=delivery.units[start:stop]), kept.user)
    outcomes = write_import(found, kept.taken)
    letters = letters_of(Import(kept.user, outcomes, {}, set()))
    kept.results = kept.results[:start] + letters + kept.results[stop:]
    for index, outcome in enumerate(outcomes, start=start):
        if outcome.reason:
            kept.reasons[str(index)] = outcome.reason
    kept.position = min(stop, len(delivery.units))
    # Of two who write the same, the second leaves the report to the first.
    mine = ImportedFile.objects.filter(pk=kept.pk, position=start)
    return bool(
        mine.update(position=kept.position, results=kept.results, reasons=kept.reasons)
    )
