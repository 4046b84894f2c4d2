"""How alike two texts are, and in which words they differ."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import chain

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from translations.segments import tidy

# A word, or a mark; what the difference is told in.
TOKEN = re.compile(r"\w+(?:['’·\-]\w+)*|[^\w\s]")
IDENTICAL = 100
# The same words in other letters or with other marks.
SAME_WORDS = 99


class Change(StrEnum):
    """What became of some words from one text to another."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Piece:
    """Words that one of two texts has, or both."""

    change: Change
    text: str


def similarity(one: str, other: str) -> int:
    """Return how alike two plain texts are, in percent; 100 only for the very same text.

    It is the mean of the words and of the letters that need not be changed, so that
    another ending of a word counts less than another word.
    """
    if one == other:
        return IDENTICAL
    (letters, words), (other_letters, other_words) = _read(one), _read(other)
    if words == other_words:
        return SAME_WORDS
    if 2 * min(len(words), len(other_words)) < max(len(words), len(other_words)):
        # So different in length that the rest is not worth the work.
        return 0
    by_word = Levenshtein.normalized_similarity(words, other_words)
    by_letter = fuzz.ratio(letters, other_letters) / 100
    return min(int(100 * (by_word + by_letter) / 2), SAME_WORDS - 1)


def word_difference(before: str, after: str) -> list[Piece]:
    """Return `after` word by word, with what was removed from `before` and what was added."""
    old, new = _tokens(before), _tokens(after)
    steps = Levenshtein.opcodes([t.strip() for t in old], [t.strip() for t in new])
    changes = chain.from_iterable(_pieces(step, old, new) for step in steps)
    return [piece for piece in changes if piece.text]


def _pieces(step, old, new):
    if step.tag == "equal":
        yield Piece(Change.SAME, "".join(new[step.dest_start : step.dest_end]))
        return
    yield Piece(Change.REMOVED, "".join(old[step.src_start : step.src_end]))
    yield Piece(Change.ADDED, "".join(new[step.dest_start : step.dest_end]))


def _tokens(text):
    """Return the words and marks of `text`, each with the space behind it."""
    return re.findall(rf"(?:{TOKEN.pattern})\s*", text)


@lru_cache(maxsize=8192)
def _read(text):
    """Return the letters and the words of `text` that are compared."""
    letters = tidy(text).casefold()
    words = tuple(word for word in TOKEN.findall(letters) if word[0].isalnum())
    return letters, words
