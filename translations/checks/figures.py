"""Reads the numbers of a text, whatever marks and digits its language writes them with."""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from translations.checks.language_data import (
    CURRENCY_WORDS,
    DECADE_WORDS,
    NUMBER_LOCALES,
    PERCENT_WORDS,
    SCALES,
)

GAP = "[ \u00a0\u202f\u2009]"
NUMBER = re.compile(
    rf"(?<!\d)\d{{1,3}}(?:{GAP}\d{{3}})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)*"
)
CLOCK = re.compile(
    rf"\b(?P<hour>\d{{1,2}})(?:(?::|\.|{GAP}?h{GAP}?)(?P<minute>[0-5]\d)|{GAP}?h)?"
    rf"(?:{GAP}?(?P<half>[ap])\.?{GAP}?m\b\.?)?",
    re.IGNORECASE,
)
SHORT_RANGE = re.compile(r"\b(\d\d)(\d\d)([–/-])(\d\d)\b(?![–/-])")
RANGE_JOINT = re.compile(
    rf"{GAP}?(?:[–—-]|à|al?|et|y|to|and|ou|or|o){GAP}?(?:[^\W\d]{{0,3}}[$€£¥₹]|[A-Z]{{3}}{GAP})?"
)


@dataclass(frozen=True)
class Figure:
    """A number in a text: how it is written, and the values it may stand for."""

    written: str
    values: frozenset[str]
    start: int
    end: int
    is_percent: bool = False
    currency: str = ""


def figures(words: str, language: str) -> list[Figure]:
    """Return the numbers of `words`, which are in `language`, in the order of the text."""
    words = SHORT_RANGE.sub(_full_range, _clocks_of_a_day(_with_plain_digits(words)))
    found = [_figure(match, words, language) for match in NUMBER.finditer(words)]
    # In `50 to 60%` the sign is of both; in `US$25–30` too.
    for index in reversed(range(len(found) - 1)):
        found[index : index + 2] = _in_range(*found[index : index + 2], words)
    return found


def _is_decade(words, match, language) -> bool:
    """Tell whether a number such as 1990 may also be written 90."""
    before, after = DECADE_WORDS.get(language, ("", ""))
    return bool(
        re.fullmatch(r"\d\d[1-9]0", match[0])
        and (before or after)
        and words[: match.start()].rstrip().endswith(before)
        and words.startswith(after, match.end())
    )


def _in_range(first: Figure, second: Figure, words: str) -> tuple[Figure, Figure]:
    """Return two figures with the signs they share where they are the ends of a range."""
    if not RANGE_JOINT.fullmatch(words[first.end : second.start]):
        return first, second
    is_percent = first.is_percent or second.is_percent
    currency = first.currency or second.currency
    return (
        replace(first, is_percent=is_percent, currency=currency),
        replace(second, is_percent=is_percent, currency=second.currency or currency),
    )


def _figure(match, words, language) -> Figure:
    power, end = scale_after(words, match.end(), language)
    written = words[match.start() : end]
    is_percent = bool(_percent(language).match(words, end))
    currency = _currency(words, match.start(), end)
    values = _values(match[0], power, language)
    if _is_decade(words, match, language):
        values |= {match[0][-2:]}
    return Figure(written, values, match.start(), end, is_percent, currency)


def _with_plain_digits(words: str) -> str:
    """Return `words`, of the same length, with the digits and number marks of ASCII."""
    if words.isascii():
        return words
    return "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() else letter
        for letter in words.replace("٬", "\u202f").replace("٫", ".").replace("٪", "%")
    )


def _clocks_of_a_day(words: str) -> str:
    """Return `words` with `2:30 p.m.` and `14 h 30` as `14:30`."""
    return CLOCK.sub(_clock, words)


def _clock(match) -> str:
    is_clock = match["half"] or re.search(r"h|:", match[0], re.IGNORECASE)
    if not is_clock:
        return match[0]
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    minute = match["minute"]
    return f"{hour}:{minute}" if minute and minute != "00" else f"{hour} "


def _full_range(match) -> str:
    """Return `2023–28` as `2023–2028`; leave what is no range of years."""
    century, first, dash, last = match.groups()
    if int(last) <= int(first):
        return match[0]
    return f"{century}{first}{dash}{century}{last}"


def scale_after(words, position, language) -> tuple[int, int]:
    """Return how many zeros the word after a number adds, and where that word ends."""
    for word, power in SCALES.get(language, {}).items():
        match = re.compile(rf"{GAP}?{word}\b", re.IGNORECASE).match(words, position)
        if match:
            return power, match.end()
    return 0, position


@lru_cache
def _percent(language):
    alternatives = PERCENT_WORDS.get(language, "percent")
    return re.compile(rf"{GAP}*(?:[%％]|(?:{alternatives})(?!\w))", re.IGNORECASE)


def _currency(words, start, end) -> str:
    """Return the currency before or behind a number, by a name that is ours."""
    before = words[max(0, start - 5) : start]
    for name in CURRENCY_WORDS:
        if _currency_before(name).search(before) or _currency_after(name).match(
            words, end
        ):
            return name
    return ""


@lru_cache
def _currency_before(name):
    signs = "|".join(
        word
        for word in CURRENCY_WORDS[name].split("|")
        if not re.search("[a-z]{2}", word)
    )
    return re.compile(rf"(?:(?<![A-Z])(?:{signs})){GAP}?$")


@lru_cache
def _currency_after(name):
    return re.compile(
        rf"{GAP}?(?:de{GAP}|d[’'])?(?:US{GAP}|U\.S\.{GAP})?(?:{CURRENCY_WORDS[name]})(?!\w)"
    )


def _values(written: str, power: int, language: str) -> frozenset[str]:
    compact = re.sub(GAP, "", written)
    decimals, groups = _marks(language)
    marks = re.findall("[.,]", compact)
    if not marks:
        return frozenset([value_of(compact, "", power)])
    last = marks[-1]
    integer, _mark, fraction = compact.rpartition(last)
    values = set()
    if _is_grouped(compact) and (last in groups or last not in decimals):
        values.add(value_of(re.sub("[.,]", "", compact), "", power))
    may_be_decimal = last in decimals or last not in groups or len(fraction) != 3
    if may_be_decimal and marks.count(last) == 1:
        values.add(value_of(re.sub("[.,]", "", integer), fraction, power))
    # Such as the number of a version, 1.2.3.
    return frozenset(values or [compact])


def _is_grouped(compact) -> bool:
    return bool(re.fullmatch(r"[1-9]\d{0,2}(?:[.,]\d{3})+", compact))


def value_of(integer: str, fraction: str, power: int) -> str:
    """Return a number in the one form that equal numbers share; as text, it may be huge."""
    fraction = fraction.ljust(power, "0")
    integer = (integer + fraction[:power]).lstrip("0") or "0"
    fraction = fraction[power:].rstrip("0")
    return f"{integer}.{fraction}" if fraction else integer


@lru_cache
def _marks(language: str) -> tuple[set[str], set[str]]:
    """Return the marks before decimals and those between thousands, where they are customary."""
    decimals, groups = set(), set()
    for name in NUMBER_LOCALES.get(language, (language,)):
        try:
            symbols = Locale.parse(name).number_symbols["latn"]
        except (UnknownLocaleError, ValueError, KeyError):
            continue
        decimals.add(symbols["decimal"])
        groups.add(symbols["group"])
    return decimals, groups
