"""Shows what changed between two wordings of a text, word by word."""

from core.plain_words import plain_words
from translations.similarity import Piece, word_difference
from translations.units import Kind


def readable(text: str, kind: Kind) -> str:
    """Return the words of a text without its tags."""
    return (plain_words(text) if kind is Kind.RICH else text).strip()


def word_changes(before: str, after: str, kind: Kind) -> list[Piece]:
    """Return the words of `after`, with what was removed from `before` and what was added."""
    return word_difference(readable(before, kind), readable(after, kind))
