"""Reads what a visitor typed: words, "phrases", -exclusions."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from core.stems import folded
from search.analysis import START, tokens
from search.small_words import is_small

# What is longer is not read: nobody types so much, and each word costs time.
LONGEST_QUERY = 300
MOST_WORDS = 12
SHORTEST_PREFIX = 2
QUOTES = str.maketrans(dict.fromkeys("«»“”„‟＂", '"'))
PART = re.compile(r'(?P<excluded>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<words>[^\s"]+))')


@dataclass(frozen=True)
class Word:
    """A word asked for: any of its terms will do, or a word that begins with `prefix`."""

    terms: frozenset[str]
    prefix: str = ""


Phrase = tuple[Word, ...]


@dataclass(frozen=True)
class Query:
    """What is asked for, in the terms of one language. A word on its own is a phrase of one."""

    language: str
    wanted: tuple[Phrase, ...] = ()
    excluded: tuple[Phrase, ...] = ()

    def __bool__(self):
        return bool(self.wanted)

    @cached_property
    def terms(self) -> set[str]:
        """Return all terms that a result may have been found by."""
        return {
            term for phrase in self.wanted for word in phrase for term in word.terms
        }

    @cached_property
    def prefixes(self) -> tuple[str, ...]:
        words = (word for phrase in self.wanted for word in phrase)
        return tuple(word.prefix for word in words if word.prefix)

    @cached_property
    def starts(self) -> frozenset[str]:
        """Return how all words begin that the results may have been found by."""
        return frozenset(text[:START] for text in {*self.terms, *self.prefixes})


def read(text: str, language: str, is_unfinished: bool = False) -> Query:
    """Return what `text` asks for in `language`; where it is unfinished, its last word may go on."""
    text = cut(text)
    asked = [_Asked.read(part, language) for part in PART.finditer(text)]
    asked = [part for part in asked if part.words][:MOST_WORDS]
    if is_unfinished and asked and text[-1].isalnum():
        asked[-1].leave_open()
    wanted = [part for part in asked if not part.is_excluded]
    telling = [part for part in wanted if not part.is_small] or wanted
    return Query(
        language,
        tuple(phrase for part in telling for phrase in part.phrases()),
        tuple(
            phrase for part in asked if part.is_excluded for phrase in part.phrases()
        ),
    )


def cut(text: str) -> str:
    """Return as much of `text` as is read, in one way of writing."""
    text = unicodedata.normalize("NFC", text[:LONGEST_QUERY])
    return text.translate(QUOTES).strip()


@dataclass
class _Asked:
    """A part of a query between spaces or quotes."""

    words: list[Word]
    texts: list[str]
    is_phrase: bool
    is_excluded: bool
    is_small: bool

    @classmethod
    def read(cls, part, language):
        is_phrase = part["phrase"] is not None
        found = list(tokens(part["phrase"] if is_phrase else part["words"], language))
        found = found[:MOST_WORDS]
        return cls(
            words=[Word(token.terms) for token in found],
            texts=[token.text for token in found],
            is_phrase=is_phrase,
            is_excluded=bool(part["excluded"]),
            is_small=all(is_small(token.text, language) for token in found),
        )

    def leave_open(self):
        prefix = folded(self.texts[-1])
        if len(prefix) >= SHORTEST_PREFIX and prefix.isalnum():
            self.words[-1] = Word(self.words[-1].terms, prefix)

    def phrases(self) -> list[Phrase]:
        if self.is_phrase or self.is_excluded:
            return [tuple(self.words)]
        return [(word,) for word in self.words]
