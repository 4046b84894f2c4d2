"""Writes confirmed translations into the memory."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from translations.memory_index import Indexer
from translations.models import MemoryEntry, MemoryWord, MemoryWordCount
from translations.segments import SegmentPair, pair, plain
from translations.units import Kind, Unit

# Databases take only so many values in one statement.
BATCH = 500
# A sentence of fewer letters is no help.
SHORTEST_SENTENCE = 12


def remember(unit: Unit, user=None, document: str = "") -> None:
    """Remember the translation of `unit`, in place of what was remembered of it before.

    Its sentences are remembered too, where those of the translation are as many. A unit
    whose translation is empty is forgotten. `document` names the page it stands on:
    what is remembered of the same page is suggested first.
    """
    remember_many([unit], user, document)


def remember_many(units: Iterable[Unit], user=None, document: str = "") -> None:
    """Remember many translations at once, such as those of an imported file."""
    units = list({unit.key: unit for unit in units}.values())
    for batch in _batches(units):
        entries = [entry for unit in batch for entry in _entries(unit, user, document)]
        _replace([unit.key for unit in batch], entries)


def forget(keys: Iterable[str]) -> None:
    """Forget what is remembered of the units of these keys."""
    for batch in _batches(list(keys)):
        _replace(batch, [])


def _entries(unit, user, document):
    is_html = unit.kind == Kind.RICH
    whole = SegmentPair(plain(unit.source, is_html), plain(unit.target, is_html))
    if not whole.source or not whole.target:
        return []
    indexer = Indexer(unit.source_language, unit.target_language)
    shared = {
        "source_language": unit.source_language,
        "target_language": unit.target_language,
        "origin": unit.key,
        "document": document,
        "label": unit.label[:255],
        "translator": user,
        "remembered_at": timezone.now(),
    }
    entries = [
        MemoryEntry(
            **shared,
            source=unit.source,
            target=unit.target,
            is_html=is_html,
            source_text=whole.source,
            target_text=whole.target,
        )
    ]
    parts = dict.fromkeys(pair(unit.source, unit.target, is_html))
    for position, part in enumerate(parts, start=1):
        if len(part.source) >= SHORTEST_SENTENCE:
            entries.append(_sentence(part, position, indexer, shared))
    return entries


def _sentence(part, position, indexer, shared):
    return MemoryEntry(
        **shared,
        position=position,
        source=part.source,
        target=part.target,
        source_text=part.source,
        target_text=part.target,
    )


@transaction.atomic
def _replace(origins, entries):
    changes = Counter()
    changes.subtract(_forget(origins))
    changes.update(_add(entries))
    # After the save that this is part of: two such saves would else wait for each other's
    # words in a circle. A count that got lost makes a search slower, and no more.
    transaction.on_commit(lambda: _count(changes), robust=True)


def _forget(origins):
    words = MemoryWord.objects.filter(entry__origin__in=origins)
    keys = list(words.values_list("key", flat=True))
    if keys:
        words.delete()
    MemoryEntry.objects.filter(origin__in=origins).delete()
    return keys


def _add(entries):
    MemoryEntry.objects.bulk_create(entries, batch_size=BATCH)
    words = [
        MemoryWord(entry=entry, key=key) for entry in entries for key in _keys(entry)
    ]
    MemoryWord.objects.bulk_create(words, batch_size=5 * BATCH)
    return [word.key for word in words]


def _keys(entry):
    indexer = Indexer(entry.source_language, entry.target_language)
    return sorted(indexer.own_keys(entry.source_text))


def _count(changes):
    """Add `changes` to the numbers of entries, in the order of the keys."""
    changes = {key: number for key, number in sorted(changes.items()) if number}
    MemoryWordCount.objects.bulk_create(
        [MemoryWordCount(key=key) for key in changes],
        ignore_conflicts=True,
        batch_size=BATCH,
    )
    keys_by_number = defaultdict(list)
    for key, number in changes.items():
        keys_by_number[number].append(key)
    with transaction.atomic():
        for keys in _batches(list(changes)):
            rows = MemoryWordCount.objects.select_for_update().filter(key__in=keys)
            list(rows.order_by("key").values_list("key"))
        for number, keys in keys_by_number.items():
            for some in _batches(keys):
                rows = MemoryWordCount.objects.filter(key__in=some)
                rows.update(count=F("count") + number)


def _batches(values):
    return (values[start : start + BATCH] for start in range(0, len(values), BATCH))
