"""Quotes of a text the words that were asked for, marked."""

from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from core.stems import folded
from search.analysis import Token, tokens_like
from search.queries import Query

# How many words that begin alike are looked at, and how long the quotation is.
MOST_READ = 1_000
LENGTH = 220
LEAD = 60
MOST_NEAR = 40
ELLIPSIS = "…"


class Piece(NamedTuple):
    """Some words, and whether they were asked for."""

    text: str
    is_match: bool = False


def marked(text: str, query: Query) -> list[Piece]:
    """Return the whole of `text` with the words asked for marked."""
    return _pieces(text, 0, len(text), _matches(text, query))


def snippet(text: str, query: Query) -> list[Piece]:
    """Return the part of `text` with most of the words asked for; its beginning where it has none."""
    found = list(_matches(text, query))
    start, end = _window(text, found)
    inside = (token for token in found if start <= token.start and token.end <= end)
    pieces = _pieces(text, start, end, inside)
    if start > 0:
        pieces.insert(0, Piece(ELLIPSIS))
    if end < len(text):
        pieces.append(Piece(ELLIPSIS))
    return pieces


def _matches(text, query) -> Iterable[Token]:
    terms, prefixes = query.terms, query.prefixes
    for token in islice(tokens_like(text, query.language, query.starts), MOST_READ):
        if not terms.isdisjoint(token.terms) or (
            prefixes and folded(token.text).startswith(prefixes)
        ):
            yield token


def _window(text, found):
    """Return where the quotation begins and ends: around the most different words."""
    best, most = 0, 0
    for index, token in enumerate(found):
        near = (
            other
            for other in found[index : index + MOST_NEAR]
            if other.end <= token.start + LENGTH - LEAD
        )
        different = len({min(other.terms) for other in near})
        if different > most:
            best, most = token.start, different
    start = _word_start(text, max(0, best - LEAD))
    return start, _word_end(text, min(len(text), start + LENGTH))


def _word_start(text, position):
    if position == 0:
        return 0
    space = text.find(" ", position, position + LEAD)
    return space + 1 if space >= 0 else position


def _word_end(text, position):
    if position == len(text):
        return position
    space = text.rfind(" ", position - LEAD, position)
    return space if space >= 0 else position


def _pieces(text, start, end, found) -> list[Piece]:
    pieces = []
    for token in found:
        if token.start > start:
            pieces.append(Piece(text[start : token.start]))
        pieces.append(Piece(text[token.start : token.end], True))
        start = token.end
    if start < end:
        pieces.append(Piece(text[start:end]))
    return pieces
