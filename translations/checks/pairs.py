"""A unit with both of its texts taken apart, and what is known beside them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import zip_longest

from translations.checks.knowledge import Context
from translations.checks.written import Written
from translations.units import Kind, Unit


class Pair:
    """What every check looks at."""

    def __init__(self, unit: Unit, context: Context):
        self.unit = unit
        self.context = context

    @cached_property
    def source(self) -> Written:
        return self._written(self.unit.source, self.unit.source_language)

    @cached_property
    def target(self) -> Written:
        return self._written(self.unit.target, self.unit.target_language)

    def _written(self, stored, language) -> Written:
        return Written(stored or "", language, self.unit.kind == Kind.RICH)


def lost_and_added(source: Iterable, target: Iterable) -> tuple[list, list]:
    """Return what occurs more often in the source, and what in the target."""
    source, target = Counter(source), Counter(target)
    return list((source - target).elements()), list((target - source).elements())


def exchanged(lost: Iterable, added: Iterable) -> Iterator[tuple]:
    """Yield what was lost beside what may stand in its place; None where there is nothing."""
    yield from zip_longest(lost, added)
