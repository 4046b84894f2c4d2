"""Finds the terms of the glossary in a text, however they are inflected.

Nothing here reads the database: a `Glossary` is made of plain terms, by
`translations.models.glossary` or by a test.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from translations.inflections import conjunctions, is_acronym, keys, small_words
from translations.readings import BREAK, Word, words_of
from translations.units import Kind, Unit

# What may stand between the words of a term; a comma ends it.
WITHIN_TERM = re.compile(r"[\s\-‐‑’'«»“”\"·]*")


@dataclass(frozen=True)
class Term:
    """One thing the organisation speaks of, with what to write for it in each language.

    The first form is the one to write; the others are as good. A kept term is a name that
    stays as it is in every language.
    """

    key: str
    forms: dict[str, tuple[str, ...]]
    forbidden: dict[str, tuple[str, ...]] = field(default_factory=dict)
    is_kept: bool = False
    note: dict[str, str] = field(default_factory=dict)

    def __hash__(self):
        return hash(self.key)

    def forms_in(self, language: str) -> tuple[str, ...]:
        """Return what may be written in `language`; a kept name is the same everywhere."""
        if self.forms.get(language) or not self.is_kept:
            return self.forms.get(language, ())
        return next(filter(None, self.forms.values()), ())


@dataclass(frozen=True)
class TermMatch:
    """A place in a text where a term stands, or a word that must not stand for it.

    `start` and `end` count in the text as it was given, tags included. Several terms may
    be written alike; then any of their translations is right.
    """

    terms: tuple[Term, ...]
    start: int
    end: int
    text: str
    is_forbidden: bool = False

    @property
    def term(self) -> Term:
        return self.terms[0]

    def translations(self, language: str) -> list[str]:
        """Return what may be written for it in `language`, the best first."""
        forms = [form for term in self.terms for form in term.forms_in(language)]
        return list(dict.fromkeys(forms))


class Glossary:
    """All terms, ready to be looked for."""

    def __init__(self, terms):
        self.terms = list(terms)
        self._finders = {}

    def find(self, text: str, language: str, is_html: bool = False) -> list[TermMatch]:
        """Return the terms of `language` in `text`, in their order; of two that overlap the longer."""
        matches = self._finder(language).find(text, is_html)
        return [match for match in matches if not match.is_forbidden]

    def find_forbidden(
        self, text: str, language: str, is_html: bool = False
    ) -> list[TermMatch]:
        """Return the words in `text` that must not be written; part of a longer term is no fault."""
        matches = self._finder(language).find(text, is_html)
        return [match for match in matches if match.is_forbidden]

    def _finder(self, language):
        if language not in self._finders:
            self._finders[language] = _Finder(self.terms, language)
        return self._finders[language]


def missing_terms(unit: Unit, glossary: Glossary) -> list[TermMatch]:
    """Return the terms of the source whose translation is nowhere in the target.

    What to write is in `match.translations(unit.target_language)`. A text without a
    target and a term without a translation have nothing missing.
    """
    if not unit.target.strip():
        return []
    is_html = unit.kind == Kind.RICH
    target = words_of(unit.target, is_html)
    missing = {}
    for match in glossary.find(unit.source, unit.source_language, is_html):
        wanted = match.translations(unit.target_language)
        if wanted and not any(
            _phrase(form, unit.target_language, _is_name(match, form)).is_in(target)
            for form in wanted
        ):
            missing.setdefault(match.terms, match)
    return list(missing.values())


def forbidden_terms(unit: Unit, glossary: Glossary) -> list[TermMatch]:
    """Return the words of the target that the glossary says not to write, each place of them."""
    return glossary.find_forbidden(
        unit.target, unit.target_language, unit.kind == Kind.RICH
    )


def same_term(one: str, other: str, language: str) -> bool:
    """Tell whether two words are found in the same places."""
    first, second = (_phrase(form, language, False) for form in (one, other))
    return len(first.parts) == len(second.parts) and not any(
        mine.isdisjoint(theirs)
        for mine, theirs in zip(first.parts, second.parts, strict=True)
    )


def _is_name(match, form):
    return any(term.is_kept and form in _all_forms(term) for term in match.terms)


def _all_forms(term):
    return {form for forms in term.forms.values() for form in forms}


class _Finder:
    """Looks for all terms of one language at once."""

    def __init__(self, terms, language):
        self.language = language
        self.by_first_key = defaultdict(list)
        for phrase, owners, is_forbidden in self._phrases(terms):
            for key in phrase.first_keys:
                self.by_first_key[key].append((phrase, owners, is_forbidden))

    def _phrases(self, terms):
        owners = defaultdict(list)
        for term in terms:
            for form in term.forms_in(self.language):
                phrase = _phrase(form, self.language, term.is_kept)
                owners[phrase, False].append(term)
            for form in term.forbidden.get(self.language, ()):
                owners[_phrase(form, self.language, False), True].append(term)
        for (phrase, is_forbidden), found in owners.items():
            if phrase.parts:
                yield phrase, tuple(dict.fromkeys(found)), is_forbidden

    def find(self, text, is_html):
        words = words_of(text, is_html)
        matches, position = [], 0
        while position < len(words):
            best = self._best_at(words, position)
            if best is None:
                position += 1
                continue
            end, terms, is_forbidden = best
            matches.append(_match(words, position, end, terms, is_forbidden))
            position = end
        return matches

    def _best_at(self, words, position):
        """Return the longest of what begins with this word; what is allowed wins a tie."""
        found = defaultdict(list)
        for key in _all_keys(words[position].text, self.language):
            for phrase, terms, is_forbidden in self.by_first_key.get(key, ()):
                end = phrase.end_at(words, position)
                if end is not None:
                    found[end, not is_forbidden] += terms
        if not found:
            return None
        end, is_allowed = max(found)
        return end, tuple(dict.fromkeys(found[end, is_allowed])), not is_allowed


def _match(words, position, end, terms, is_forbidden):
    inside = words[position:end]
    text = inside[0].text + "".join(word.gap + word.text for word in inside[1:])
    return TermMatch(terms, inside[0].start, inside[-1].end, text, is_forbidden)


def _all_keys(word, language):
    return {*keys(word, language), _exactly(word)}


def _exactly(word):
    return f"={word}"


@dataclass(frozen=True)
class _Phrase:
    """The words of a term, each with the keys of its forms."""

    parts: tuple[frozenset[str], ...]
    language: str
    is_exact: bool
    # Marks that the term itself holds.
    marks: str = ""

    @cached_property
    def first_keys(self):
        return self.parts[0]

    def is_in(self, words: list[Word]) -> bool:
        return bool(self.parts) and any(
            self.end_at(words, position) is not None for position in range(len(words))
        )

    def end_at(self, words: list[Word], position: int) -> int | None:
        """Return the position behind this phrase if it begins here, perhaps in both genders."""
        if not self._is(self.parts[0], words[position]):
            return None
        second = self._second_of_doublet(words, position)
        if second is not None and (end := self._end_of_rest(words, second)) is not None:
            return end
        return self._end_of_rest(words, position)

    def _is(self, part, word):
        return not part.isdisjoint(_all_keys(word.text, self.language))

    def _second_of_doublet(self, words, position):
        if self.is_exact:
            return None
        joint = position + 1
        if not self._may_go_on(words, joint):
            return None
        if words[joint].text.casefold() not in conjunctions(self.language):
            return None
        second = self._behind_small_words(words, joint + 1)
        if second is None or not self._is(self.parts[0], words[second]):
            return None
        return second

    def _end_of_rest(self, words, position):
        for part in self.parts[1:]:
            position = self._next(words, position + 1, part)
            if position is None:
                return None
        return position + 1

    def _next(self, words, position, part):
        if self._may_go_on(words, position) and self._is(part, words[position]):
            return position
        if self.is_exact:
            return None
        position = self._behind_small_words(words, position)
        if position is None or not self._is(part, words[position]):
            return None
        return position

    def _behind_small_words(self, words, position):
        while self._may_go_on(words, position):
            if words[position].text.casefold() not in small_words(self.language):
                return position
            position += 1
        return None

    def _may_go_on(self, words, position):
        if position >= len(words):
            return False
        gap = words[position].gap
        for mark in self.marks:
            gap = gap.replace(mark, "")
        return BREAK not in gap and WITHIN_TERM.fullmatch(gap) is not None


@lru_cache(maxsize=16384)
def _phrase(form: str, language: str, is_name: bool) -> _Phrase:
    found = words_of(form)
    words = [word.text for word in found]
    marks = WITHIN_TERM.sub("", "".join(word.gap for word in found[1:]))
    if is_name:
        parts = (frozenset([_exactly(word)]) for word in words)
        return _Phrase(tuple(parts), language, True, marks)
    telling = [word for word in words if word.casefold() not in small_words(language)]
    parts = (
        frozenset([_exactly(word)]) if is_acronym(word) else keys(word, language)
        for word in telling or words
    )
    return _Phrase(tuple(parts), language, False, marks)
