"""Filters of a list in which a visitor ticks several values, without JavaScript.

Values of one facet widen the list, further facets narrow it. Every choice stands in the
address, in an order of its own, so that one choice has one address whoever shares it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from core.filters import SHOWN_LENGTH
from core.texts import Text

# More of one facet are no choice of a reader; what an address asks beyond is not read.
MOST_CHOSEN = 50


@dataclass(frozen=True)
class Tick:
    """One value of a facet: its name, how much of the list has it, and whether it is chosen."""

    value: str
    label: Text | str
    count: int
    is_chosen: bool = False


@dataclass(frozen=True)
class Chip:
    """A value that is chosen, and the address of the list without it."""

    label: str
    name: Text | str
    url: str


@dataclass
class Facet:
    """A filter with the values that are chosen in it, and those that could be.

    A value that cannot be one is left out and told.
    """

    name: str
    label: str
    values: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    ticks: list[Tick] = field(default_factory=list)
    # Whether all values are shown, and whether there are more than are shown.
    is_whole: bool = False
    has_more: bool = False

    def read(self, query) -> "Facet":
        """Take the values from `query`, those that can be some."""
        given = {value.strip() for value in query.getlist(self.name)} - {""}
        for value in sorted(given)[:MOST_CHOSEN]:
            self._take(value)
        return self

    def _take(self, value):
        if self.can_be(value):
            self.values.append(value)
        else:
            self.refuse(value)

    def can_be(self, value: str) -> bool:
        """Tell whether `value` can be one of this facet."""
        raise NotImplementedError

    def refuse(self, value: str):
        """Leave out `value`, and say so."""
        told = _("“%(value)s” is not in this list, so it was left out.")
        self.problems.append(told % {"value": value[:SHOWN_LENGTH]})

    @property
    def is_open(self) -> bool:
        return bool(self.values or self.is_whole)


@dataclass
class LabelledFacet(Facet):
    """A facet of a short list, whose values are known before anything is counted."""

    labels: dict[str, Text | str] = field(default_factory=dict)
    # What an entry of the list is found by.
    values_of: Callable[..., Iterable[str]] = field(kw_only=True)

    def can_be(self, value):
        return value in self.labels

    def leaves(self, entry) -> bool:
        """Tell whether `entry` stays in the list."""
        return not self.values or not {*self.values}.isdisjoint(self.values_of(entry))

    def offer(self, entries: Iterable):
        """Make the ticks out of `entries`, which all other facets leave."""
        counts = dict.fromkeys(self.labels, 0)
        for entry in entries:
            for value in self.values_of(entry):
                counts[value] = counts.get(value, 0) + 1
        self.ticks = [
            Tick(value, label, counts[value], value in self.values)
            for value, label in self.labels.items()
            if counts[value] or value in self.values
        ]


class FacetedList:
    """A list that facets narrow: its addresses, and what can be taken away one by one."""

    path: str
    facets: list[Facet]
    # What is searched for within the list, where it can be searched.
    words = ""

    @property
    def kept(self) -> dict[str, str]:
        """Return what the address of the list holds beside its facets."""
        return {}

    def url(self, **changes) -> str:
        """Return the address of this list with something else chosen."""
        chosen = {facet.name: facet.values for facet in self.facets}
        values = {**chosen, **self.kept, **changes}
        query = urlencode({k: v for k, v in values.items() if v}, doseq=True)
        return f"{self.path}?{query}" if query else self.path

    @property
    def chips(self) -> list[Chip]:
        """Return the values that are chosen, each with the address that takes it away."""
        return [
            Chip(facet.label, tick.label, self._url_without(facet, tick.value))
            for facet in self.facets
            for tick in facet.ticks
            if tick.is_chosen
        ]

    def _url_without(self, facet, value):
        others = [other for other in facet.values if other != value]
        return self.url(**{facet.name: others})

    @property
    def problems(self) -> list[str]:
        """Return what was asked for in the address but does not exist."""
        return [problem for facet in self.facets for problem in facet.problems]

    @property
    def is_filtered(self) -> bool:
        return bool(self.words) or any(facet.values for facet in self.facets)

    @property
    def number_chosen(self) -> int:
        """Return how many things can be taken away one by one."""
        return len(self.chips) + bool(self.words)

    @property
    def without_words_url(self) -> str:
        return self.url(q="")


class ShortList(FacetedList):
    """A list whose entries are all at hand, so that its facets count them one by one."""

    def read_and_offer(self, query, entries: Iterable):
        """Take what is chosen from `query`, and count what else could be."""
        for facet in self.facets:
            facet.read(query)
        for facet in self.facets:
            others = [other for other in self.facets if other is not facet]
            facet.offer(left_by(others, entries))


def left_by(facets: Iterable[LabelledFacet], entries: Iterable) -> list:
    """Return those of `entries` that stay with what is chosen in `facets`."""
    return [entry for entry in entries if all(facet.leaves(entry) for facet in facets)]
