"""Turns text into terms, the same for every backend: what is stored and what is asked for meet here.

A term is a stem without accents. Inclusive writing is opened: `travailleuse·eur·s`
yields the terms of all four words that it stands for. The stemmers are Snowball's.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from core import stems
from core.inclusive import (
    ENDINGS,
    has_inclusive_writing,
    opened,
    without_gender,
)
from core.stems import folded

MARK = "·•‧∙․"
PLAIN_WORD = re.compile(rf"[^\W_]+(?:[{MARK}][^\W\d_]+)*")
# A word, with the endings that inclusive writing hangs on it. An ending behind a sign that
# has other uses must be one of those known, and hang on a word: `y/o` is two of them.
WORD = re.compile(
    rf"""
    [^\W_]{{3,}}
    (?:
        (?: [./‑-](?:{ENDINGS})(?![^\W_]) ){{1,2}}
      | \((?:{ENDINGS})\)s?(?![^\W_])
      | @s?(?![\w.@])
    )
    | {PLAIN_WORD.pattern}
    """,
    re.VERBOSE,
)
# Longer words are no words, and would fill the index.
LONGEST = 64
# How many letters tell that a word may have a term.
START = 2


class Token(NamedTuple):
    """A word as it is written, and the terms by which it is found."""

    text: str
    start: int
    end: int
    terms: frozenset[str]


def tokens(text: str, language: str) -> Iterator[Token]:
    """Yield the words of `text`, which is in `language`, in their order."""
    pattern = WORD if has_inclusive_writing(language) else PLAIN_WORD
    for found in pattern.finditer(unicodedata.normalize("NFC", text)):
        word = found.group()
        yield Token(word, found.start(), found.end(), terms_of(word, language))


def tokens_like(text: str, language: str, starts: frozenset[str]) -> Iterator[Token]:
    """Yield the words of `text`, which is composed (NFC), that begin as one of `starts` does.

    A term begins as its word does: to find the words of some terms, all others need not
    be read. Letters other than Latin ones have no such shortcut.
    """
    if not _are_latin(starts):
        yield from tokens(text, language)
        return
    pattern = WORD if has_inclusive_writing(language) else PLAIN_WORD
    end = 0
    for found in _beginnings(starts).finditer(text):
        start = found.start()
        if start >= end and (word := pattern.match(text, start)):
            end = word.end()
            yield Token(word[0], start, end, terms_of(word[0], language))


@lru_cache(maxsize=1024)
def _are_latin(starts):
    return all(start.isascii() for start in starts)


@lru_cache(maxsize=1024)
def _beginnings(starts):
    ways = "|".join(_written(start) for start in sorted(starts))
    return re.compile(rf"(?<![^\W_])(?:{ways})" if ways else "(?!)")


def _written(start):
    """Return a pattern for all that becomes `start` without accents and ligatures."""
    letters = (_letters().get(sign, "") + re.escape(sign) for sign in start)
    ways = "".join(f"[{signs}]" for signs in letters)
    ligatures = _letters().get(start) if len(start) > 1 else None
    return f"{ways}|[{ligatures}]" if ligatures else ways


@cache
def _letters() -> dict[str, str]:
    """Return the Latin letters by what they become without accents; a ligature becomes two."""
    found: dict[str, str] = {}
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        plain = folded(chr(code))[:START]
        found[plain] = found.get(plain, "") + chr(code)
    return found


def terms(text: str, language: str) -> list[str]:
    """Return the terms of `text` in its order; a word that stands for several yields them all."""
    return [term for token in tokens(text, language) for term in sorted(token.terms)]


@lru_cache(maxsize=131072)
def terms_of(word: str, language: str) -> frozenset[str]:
    """Return the terms by which `word` is found in `language`."""
    forms = opened(word.casefold(), language)
    # A stemmer cuts `economía` and `economia`, as it is often typed, in different places.
    forms |= {folded(form) for form in forms}
    return frozenset(stem(form[:LONGEST], language) for form in forms)


def stem(form: str, language: str) -> str:
    """Return the stem of one word, without accents; both genders have the same."""
    form = stems.stem(without_gender(form, language), language)
    # Some letters are spelled out in several words, or in signs.
    return "".join(sign for sign in folded(form) if sign.isalnum()) or form
