"""Suggests earlier translations of the same or a similar text.

A suggestion is for a person to take or to leave; nothing here writes a translation.
However large the memory is, two queries find the candidates, and at most
`MOST_CANDIDATES` are compared: the rarest words of the text are looked for, as texts
that are much alike share at least one of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count

from translations.memory_index import Indexer
from translations.models import MemoryEntry, MemoryWord, MemoryWordCount
from translations.readings import words_of
from translations.segments import plain, sentences
from translations.similarity import IDENTICAL, Piece, similarity, word_difference
from translations.suggested_html import Texts, fitted
from translations.units import Kind, Unit

LEAST_ALIKE = 70
MOST_SUGGESTIONS = 5
MOST_SENTENCES = 20
# How many entries are compared, and how many words of entries the database may look at
# to find them.
MOST_CANDIDATES = 200
MOST_WORDS_READ = 20_000
LONGEST_ENTRY = 5000


@dataclass(frozen=True)
class Suggestion:
    """An earlier translation, with how alike its source is and how it differs."""

    percent: int
    target: str
    # The plain words of both.
    source_text: str
    target_text: str
    # How the text to translate differs from what was translated then.
    difference: list[Piece]
    is_same_document: bool
    label: str
    translator: str
    remembered_at: datetime


@dataclass(frozen=True)
class Suggestions:
    """What the memory has for a text as a whole, and for its sentences."""

    for_text: list[Suggestion] = field(default_factory=list)
    for_sentences: list[tuple[str, list[Suggestion]]] = field(default_factory=list)


def suggestions(unit: Unit, document: str = "") -> Suggestions:
    """Return what was written for texts like the source of `unit`, the best first.

    Of equally good ones those of `document` come first, then the latest. What is
    remembered of the text itself is no suggestion.
    """
    is_html = unit.kind == Kind.RICH
    whole = plain(unit.source, is_html)
    if not whole:
        return Suggestions()
    parts = [part for part in sentences(unit.source, is_html) if part != whole]
    parts = list(dict.fromkeys(parts))[:MOST_SENTENCES]
    indexer = Indexer(unit.source_language, unit.target_language)
    candidates = [
        entry
        for entry in _candidates(indexer, [whole, *parts])
        if (entry.origin, entry.position) != (unit.key, 0)
    ]
    found = [(part, _best(unit, part, candidates, document)) for part in parts]
    return Suggestions(
        for_text=_best(unit, whole, candidates, document, is_whole=True),
        for_sentences=[(part, best) for part, best in found if best],
    )


def concordance(
    words: str, source_language: str, target_language: str, most: int = 20
) -> list[MemoryEntry]:
    """Return the latest entries whose source has all of `words`, in any form, with their translation."""
    indexer = Indexer(source_language, target_language)
    wanted = indexer.all_keys(words, LONGEST_ENTRY)
    if not wanted:
        return []
    counts = _counts(wanted.values())
    rarest = min(wanted.values(), key=lambda keys: sum(counts.get(k, 0) for k in keys))
    read = MemoryWord.objects.filter(key__in=rarest).order_by("-entry")
    found = {}
    for entry in _entries(read.values("entry")[:MOST_CANDIDATES]):
        if set(wanted) <= indexer.stems(words_of(entry.source_text)):
            found.setdefault((entry.source_text, entry.target_text), entry)
    return list(found.values())[:most]


def _candidates(indexer, texts) -> list[MemoryEntry]:
    """Return the entries that share rare words with one of `texts`, and those that are the same."""
    by_text = [indexer.near_keys(text) for text in texts]
    counts = _counts(keys for words in by_text for keys in words.values())
    keys = {key for words in by_text for key in _rarest(words, counts, len(texts))}
    keys |= {indexer.text_key(text) for text in texts}
    shared = MemoryWord.objects.filter(key__in=keys).values("entry")
    shared = shared.annotate(number=Count("pk")).order_by("-number", "-entry")
    return _entries(shared.values("entry")[:MOST_CANDIDATES])


def _entries(ids):
    entries = MemoryEntry.objects.filter(pk__in=ids).select_related("translator")
    return list(entries.order_by("-remembered_at", "-pk"))


def _counts(keys_of_words: Iterable[list[int]]) -> dict[int, int]:
    keys = {key for keys in keys_of_words for key in keys}
    rows = MemoryWordCount.objects.filter(key__in=keys, count__gt=0)
    return dict(rows.values_list("key", "count"))


def _rarest(words, counts, number_of_texts):
    """Return the numbers of the rarest words, as far as the database may read for one text."""
    left = MOST_WORDS_READ // number_of_texts
    chosen = []
    by_rarity = sorted(
        (sum(counts.get(key, 0) for key in keys), stem) for stem, keys in words.items()
    )
    for count, stem in by_rarity:
        left -= count
        if left < 0:
            break
        chosen += words[stem]
    return chosen


def _best(unit, text, candidates, document, is_whole=False):
    """Return the suggestions for one text, each translation once."""
    scored = []
    for entry in candidates:
        percent = similarity(entry.source_text, text)
        if percent >= LEAST_ALIKE:
            is_same = bool(document) and entry.document == document
            scored.append(((percent, is_same, entry.remembered_at, entry.pk), entry))
    best = {}
    for (percent, is_same, *_rest), entry in sorted(scored, reverse=True, key=_rank):
        if entry.target_text not in best:
            best[entry.target_text] = _suggestion(
                unit, text, entry, percent, is_same, is_whole
            )
        if len(best) == MOST_SUGGESTIONS:
            break
    return list(best.values())


def _rank(scored):
    return scored[0]


def _suggestion(unit, text, entry, percent, is_same, is_whole):
    target = entry.target_text
    if is_whole:
        texts = Texts(unit.source, entry.source, entry.target)
        target = fitted(texts, unit.kind == Kind.RICH, entry.is_html)
    is_identical = percent == IDENTICAL
    return Suggestion(
        percent=percent,
        target=target,
        source_text=entry.source_text,
        target_text=entry.target_text,
        difference=[] if is_identical else word_difference(entry.source_text, text),
        is_same_document=is_same,
        label=entry.label,
        translator=str(entry.translator or ""),
        remembered_at=entry.remembered_at,
    )
