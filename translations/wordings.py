"""Shows what changed between two wordings of a text, word by word."""

from translations.segments import plain
from translations.similarity import Piece, word_difference
from translations.units import Kind


def readable(text: str, kind: Kind) -> str:
    """Return the words of a text without its tags."""
    return plain(text, is_html=kind is Kind.RICH)


def word_changes(before: str, after: str, kind: Kind) -> list[Piece]:
    """Return the words of `after`, with what was removed from `before` and what was added."""
    return word_difference(readable(before, kind), readable(after, kind))
