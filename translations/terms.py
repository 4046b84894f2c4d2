"""Finds the terms of the glossary in a text, however they are inflected.

Nothing here reads the database: a `Glossary` is made of plain terms, by
`translations.models.glossary` or by a test.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from translations.phrases import all_keys, phrase
from translations.readings import words_of
from translations.units import Kind, Unit


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
    target and a term without a translation have nothing missing; nor has a term within
    a name that the translation leaves as it is.
    """
    if not unit.target.strip():
        return []
    is_html = unit.kind == Kind.RICH
    source, target = words_of(unit.source, is_html), words_of(unit.target, is_html)
    missing = {}
    for match in glossary.find(unit.source, unit.source_language, is_html):
        wanted = match.translations(unit.target_language)
        is_there = any(
            phrase(form, unit.target_language, _is_name(match, form)).is_in(target)
            for form in wanted
        )
        if wanted and not is_there and not _stays(match, source, target):
            missing.setdefault(match.terms, match)
    return list(missing.values())


def _stays(match, source, target):
    """Tell whether the term and a word beside it stand in the target as they are."""
    inside = [
        index
        for index, word in enumerate(source)
        if match.start <= word.start and word.end <= match.end
    ]
    first, last = inside[0], inside[-1] + 1
    texts = [word.text for word in source]
    longer = [texts[first : last + 1], texts[max(first - 1, 0) : last]]
    return any(
        _holds([word.text for word in target], part)
        for part in longer
        if len(part) > len(inside)
    )


def _holds(texts, part):
    starts = (index for index, text in enumerate(texts) if text == part[0])
    return any(texts[start : start + len(part)] == part for start in starts)


def forbidden_terms(unit: Unit, glossary: Glossary) -> list[TermMatch]:
    """Return the words of the target that the glossary says not to write, each place of them."""
    return glossary.find_forbidden(
        unit.target, unit.target_language, unit.kind == Kind.RICH
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
        for pattern, owners, is_forbidden in self._phrases(terms):
            for key in pattern.first_keys:
                self.by_first_key[key].append((pattern, owners, is_forbidden))

    def _phrases(self, terms):
        owners = defaultdict(list)
        for term in terms:
            for form in term.forms_in(self.language):
                pattern = phrase(form, self.language, term.is_kept)
                owners[pattern, False].append(term)
            for form in term.forbidden.get(self.language, ()):
                owners[phrase(form, self.language, False), True].append(term)
        for (pattern, is_forbidden), found in owners.items():
            if pattern.parts:
                yield pattern, tuple(dict.fromkeys(found)), is_forbidden

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
        for key in all_keys(words[position].text, self.language):
            for pattern, terms, is_forbidden in self.by_first_key.get(key, ()):
                end = pattern.end_at(words, position)
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
