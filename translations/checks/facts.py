"""Whether numbers, dates and amounts of money are those of the source."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import gettext_lazy as _

from translations.checks.faults import Code, Fault, warning
from translations.checks.figures import GAP, Figure, figures
from translations.checks.language_data import AMBIGUOUS_MONTHS, OTHER_MONTHS
from translations.checks.pairs import Pair, exchanged
from translations.checks.spelled import spelled_values
from translations.checks.written import Written

# In which orders people write day and month in figures is not ours to know.
DATE_IN_FIGURES = re.compile(
    r"\b(?:(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})"
    r"|(?P<isoyear>\d{4})-(?P<isomonth>\d\d)-(?P<isoday>\d\d))\b"
)
# How far a day or a year stands from its month, in characters: `1er mars`, `8 de marzo`.
NEAR = 6


@dataclass(frozen=True)
class Month:
    """A month named or written in figures, and which it may be."""

    written: str
    numbers: frozenset[int]
    start: int
    end: int
    is_certain: bool = True


class Facts:
    """The figures and the months of one text."""

    def __init__(self, text: Written):
        self.language = text.base_language
        self.words = text.prose

    @cached_property
    def _dates(self) -> list[re.Match]:
        return list(DATE_IN_FIGURES.finditer(self.words))

    @cached_property
    def figures(self) -> list[Figure]:
        """Return the numbers; of a date in figures, its day and its year."""
        without_dates = DATE_IN_FIGURES.sub(
            lambda match: " " * len(match[0]), self.words
        )
        return [
            *figures(without_dates, self.language),
            *(figure for date in self._dates for figure in _day_and_year(date)),
        ]

    @cached_property
    def months(self) -> list[Month]:
        return [*map(_month_in_figures, self._dates), *self._named_months()]

    @cached_property
    def spelled(self) -> set[str]:
        return spelled_values(self.words, self.language)

    def _named_months(self) -> Iterator[Month]:
        numbers = month_names(self.language)
        if not numbers:
            return
        for match in _month_pattern(self.language).finditer(self.words):
            name = match["name"].rstrip(".").lower()
            beside_number = match["day"] is not None or match["year"] is not None
            yield Month(
                match["name"],
                frozenset([numbers[name]]),
                *match.span("name"),
                beside_number or not _is_ambiguous(name, self.language),
            )

    def code_of(self, figure: Figure) -> Code:
        """Return what kind of fact a figure is."""
        if figure.currency:
            return Code.AMOUNTS
        near = any(
            -NEAR <= figure.start - month.end <= NEAR
            or -NEAR <= month.start - figure.end <= NEAR
            for month in self.months
        )
        return Code.DATES if near else Code.NUMBERS


def _day_and_year(date: re.Match) -> Iterator[Figure]:
    if date["year"]:
        day = {_plain(date["first"]), _plain(date["second"])}
        year = date["year"]
    else:
        day, year = {_plain(date["isoday"])}, date["isoyear"]
    yield Figure(date[0], frozenset(day), *date.span())
    yield Figure(date[0], frozenset([year]), *date.span())


def _plain(number: str) -> str:
    return str(int(number))


def _month_in_figures(date: re.Match) -> Month:
    parts = [date["first"], date["second"]] if date["year"] else [date["isomonth"]]
    return Month(date[0], frozenset(map(int, parts)), *date.span())


@lru_cache
def month_names(language: str) -> dict[str, int]:
    """Return the number of each month by its names in `language`, small and without dots."""
    try:
        months = Locale.parse(language).months["format"]
    except (UnknownLocaleError, ValueError, KeyError):
        return {}
    names = {
        name.rstrip(".").lower(): number
        for width in ("abbreviated", "wide")
        for number, name in months[width].items()
    }
    return {**names, **OTHER_MONTHS.get(language, {})}


@lru_cache
def _full_names(language: str) -> set[str]:
    months = Locale.parse(language).months["format"]["wide"]
    return {name.lower() for name in months.values()}


def _is_ambiguous(name, language) -> bool:
    return name in AMBIGUOUS_MONTHS.get(language, ()) or name not in _full_names(
        language
    )


@lru_cache
def _month_pattern(language: str) -> re.Pattern:
    names = sorted(map(re.escape, month_names(language)), key=len, reverse=True)
    joint = rf"{GAP}(?:de{GAP}|del{GAP}|of{GAP})?"
    return re.compile(
        rf"(?P<day>\d[^\W\d]{{0,3}}\.?[ºª]?{joint})?"
        rf"\b(?P<name>(?:{'|'.join(names)})(?!\w)\.?)"
        rf"(?P<year>,?{joint}\d)?",
        re.IGNORECASE,
    )


def check_facts(pair: Pair) -> Iterator[Fault]:
    """Find numbers, dates and amounts that the translation lost, changed or added."""
    source, target = Facts(pair.source), Facts(pair.target)
    yield from _figure_faults(source, target)
    yield from _sign_faults(source, target)
    yield from _month_faults(source, target)


def _figure_faults(source: Facts, target: Facts) -> Iterator[Fault]:
    lost = list(_without_counterpart(source, target))
    added = list(_without_counterpart(target, source))
    for missing, found in exchanged(lost, added):
        code = source.code_of(missing) if missing else target.code_of(found)
        yield _fault(
            code, missing and missing.written.strip(), found and found.written.strip()
        )


def _without_counterpart(facts: Facts, others: Facts) -> Iterator[Figure]:
    there = others.spelled.union(*(other.values for other in others.figures))
    yield from (figure for figure in facts.figures if not figure.values & there)


def _fault(code, missing, found) -> Fault:
    if found is None:
        message = _("“%(missing)s” of the source is missing. Add it.")
    elif missing is None:
        message = _("The source does not have “%(found)s”. Correct or remove it.")
    elif missing == found:
        message = _(
            "“%(found)s” has another value in this language than in the source. Write "
            "the number as the language does."
        )
    else:
        message = _(
            "The source has “%(missing)s” where “%(found)s” stands. Correct it."
        )
    return warning(code, message, found or missing, found=found, missing=missing)


def _sign_faults(source: Facts, target: Facts) -> Iterator[Fault]:
    """Find numbers that lost or changed their percent sign or their currency."""
    by_value = defaultdict(list)
    for other in _distinct(target.figures):
        for value in other.values:
            by_value[value].append(other)
    for figure in _distinct(source.figures):
        same = [other for value in figure.values for other in by_value[value]]
        if not same:
            continue
        if not any(figure.is_percent == other.is_percent for other in same):
            yield _fault(Code.NUMBERS, *_with_signs(figure, same[0]))
        if figure.currency and not any(
            figure.currency == other.currency for other in same
        ):
            yield _fault(Code.AMOUNTS, *_with_currencies(figure, same[0]))


def _distinct(found: list[Figure]) -> list[Figure]:
    """Return one of the figures that say the same."""
    return list(
        {
            (figure.values, figure.is_percent, figure.currency): figure
            for figure in found
        }.values()
    )


def _with_signs(figure, other):
    return tuple(
        each.written.strip() + "%" * each.is_percent for each in (figure, other)
    )


def _with_currencies(figure, other):
    return tuple(
        f"{each.written.strip()} {each.currency}".strip() for each in (figure, other)
    )


def _month_faults(source: Facts, target: Facts) -> Iterator[Fault]:
    lost = list(_months_without_counterpart(source, target))
    added = list(_months_without_counterpart(target, source))
    for missing, found in exchanged(lost, added):
        yield _fault(Code.DATES, missing and missing.written, found and found.written)


def _months_without_counterpart(facts: Facts, others: Facts) -> Iterator[Month]:
    # Nothing is said where one of the languages has no names of months.
    if not month_names(facts.language) or not month_names(others.language):
        return
    for month in facts.months:
        if month.is_certain and not any(
            month.numbers & other.numbers for other in others.months
        ):
            yield month
