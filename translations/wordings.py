"""Shows what changed between two wordings of a text, word by word."""

from core.plain_words import plain_words
from translations.similarity import Piece, word_difference
from translations.units import Kind


def word_changes(before: str, after: str, kind: Kind) -> list[Piece]:
    """Return the words of `after`, with what was removed from `before` and what was added."""
    if kind is Kind.RICH:
        before, after = plain_words(before), plain_words(after)
    return word_difference(before.strip(), after.strip())
