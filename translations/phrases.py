"""The words of a term as a pattern, which finds them in any form, order kept."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from translations.inflections import conjunctions, is_acronym, keys, small_words
from translations.readings import BREAK, Word, words_of

# What may stand between the words of a term; a comma ends it.
WITHIN_TERM = re.compile(r"[\s\-‐‑’'«»“”\"·]*")


def same_term(one: str, other: str, language: str) -> bool:
    """Tell whether two words are found in the same places."""
    first, second = (phrase(form, language, False) for form in (one, other))
    return len(first.parts) == len(second.parts) and not any(
        mine.isdisjoint(theirs)
        for mine, theirs in zip(first.parts, second.parts, strict=True)
    )


def all_keys(word, language):
    return {*keys(word, language), _exactly(word)}


def _exactly(word):
    return f"={word}"


@dataclass(frozen=True)
class Phrase:
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
        return not part.isdisjoint(all_keys(word.text, self.language))

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
def phrase(form: str, language: str, is_name: bool) -> Phrase:
    found = words_of(form)
    words = [word.text for word in found]
    marks = WITHIN_TERM.sub("", "".join(word.gap for word in found[1:]))
    if is_name:
        parts = (frozenset([_exactly(word)]) for word in words)
        return Phrase(tuple(parts), language, True, marks)
    telling = [word for word in words if word.casefold() not in small_words(language)]
    parts = (
        frozenset([_exactly(word)]) if is_acronym(word) else keys(word, language)
        for word in telling or words
    )
    return Phrase(tuple(parts), language, False, marks)
