"""Reads the numbers that a text spells out in words, as far as figures may replace them."""

import re
from functools import lru_cache

from translations.checks.figures import scale_after, value_of
from translations.checks.language_data import NUMBER_WORDS

# What may stand between the words of one number: `vingt et un`, `twenty-one`.
JOINT = re.compile(r"[\s-]+(?:(?:and|et|y)\s+)?")
ROMAN = re.compile(r"\b(?=[IVXLC]{2})(X{0,3})(IX|IV|V?I{0,3})(?=e\b|\b)")
ROMAN_UNITS = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]


def spelled_values(words: str, language: str) -> set[str]:
    """Return the numbers that `words` may spell out: `deux`, `vingt et un`, `un million`, `XXI`."""
    lowered = words.lower()
    values, total, end = set(), 0, None
    for match in _number_words(language).finditer(lowered):
        number = int(_number_of(language)[match[0]])
        is_next = end is not None and JOINT.fullmatch(lowered[end : match.start()])
        total = _joined(total, number) if is_next else number
        end = match.end()
        power, _end = scale_after(lowered, end, language)
        values |= {str(number), str(total), value_of(str(total), "", power)}
    return values | {str(_roman(match)) for match in ROMAN.finditer(words)}


def _joined(total: int, number: int) -> int:
    """Return what a word adds to the words before it: `deux cent`, `cent deux`."""
    # No number that people spell out is longer; a text may repeat a word for ever.
    if total > 10**9:
        return number
    return total * number if 0 < total < number and number >= 100 else total + number


@lru_cache
def _number_of(language) -> dict[str, str]:
    spelled = NUMBER_WORDS.get(language, {})
    return {word: number for number, all in spelled.items() for word in all.split()}


@lru_cache
def _number_words(language):
    longest_first = sorted(_number_of(language), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first) or '(?!)'})\b")


def _roman(match) -> int:
    return 10 * len(match[1]) + ROMAN_UNITS.index(match[2])
