"""Knows the words of the index, and which of them a mistyped one may have meant."""

from collections.abc import Iterable

from django.db.models import Q
from rapidfuzz import process
from rapidfuzz.distance import OSA

from core.stems import folded
from search.analysis import tokens
from search.documents import Document
from search.models import Generation, IndexedWord

BATCH = 500
SHORTEST_WORD = 4
LONGEST_WORD = 40
# A word of so many letters may have one more fault.
LETTERS_A_FAULT = 4
MOST_FAULTS = 2
MOST_COMPARED = 5_000
MOST_COMPLETIONS = 10


def remember_words(found: Iterable[Document], generations: list[Generation]):
    """Take the words of `found` into the vocabulary of their languages."""
    by_language: dict[str, dict[str, str]] = {}
    for document in found:
        known = by_language.setdefault(document.language, {})
        for text in [*document.labels, *document.texts]:
            known.update(_words(text, document.language))
    for generation in generations:
        for language, words in by_language.items():
            _add(words, language, generation)


def _words(text, language):
    for token in tokens(text, language):
        if token.text.isalpha() and SHORTEST_WORD <= len(token.text) <= LONGEST_WORD:
            yield folded(token.text)[:64], token.text.lower()


def _add(words, language, generation):
    # In one order for everybody, so that none waits for another in a circle.
    rows = [
        IndexedWord(
            generation=generation,
            language=language,
            word=word,
            written=written[:64],
            beginning=word[:2],
            ending=word[-2:],
        )
        for word, written in sorted(words.items())
    ]
    IndexedWord.objects.bulk_create(rows, ignore_conflicts=True, batch_size=BATCH)


def completions(beginning: str, language: str, generation: int) -> list[str]:
    """Return a few words of the index that begin so."""
    rows = IndexedWord.objects.filter(
        beginning=beginning[:2],
        word__startswith=beginning,
        generation=generation,
        language=language,
    )
    return list(rows.values_list("word", flat=True)[:MOST_COMPLETIONS])


def near_words(word: str, language: str, generation: int) -> list[str]:
    """Return the words of the index that `word` may have been meant for, the nearest first."""
    word = folded(word)
    if not SHORTEST_WORD <= len(word) <= LONGEST_WORD:
        return []
    faults = min(MOST_FAULTS, len(word) // LETTERS_A_FAULT)
    candidates = dict(_candidates(word, language, generation))
    found = process.extract(
        word, list(candidates), scorer=OSA.distance, score_cutoff=faults, limit=5
    )
    return [candidates[near] for near, _distance, _index in found if near != word]


def _candidates(word, language, generation):
    """Return the words that begin or end as `word` does."""
    rows = IndexedWord.objects.filter(
        Q(beginning=word[:2]) | Q(ending=word[-2:]),
        generation=generation,
        language=language,
    )
    return rows.values_list("word", "written")[:MOST_COMPARED]
