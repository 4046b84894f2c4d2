"""Sorts what was found into groups: what is in the visitor's language by kind, all else by language."""

from dataclasses import dataclass, field
from itertools import groupby

from core.languages import content_languages, direction, native_name
from search.documents import kind_name
from search.engine import RESULTS_A_PAGE, Results
from search.hits import Hit
from search.matching import Match

# As many of each group are shown where all together are too many for one page.
SHOWN_OF_A_GROUP = 5


@dataclass
class Group:
    """Some of what was found, under one heading."""

    kind: str
    # Empty where it is the visitor's.
    language: str
    count: int
    hits: list[Hit] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Return the heading; a language is named in itself."""
        return native_name(self.language) if self.language else kind_name(self.kind)

    @property
    def has_more(self) -> bool:
        return self.count > len(self.hits)

    @property
    def direction(self) -> str:
        return direction(self.language)


def some_of_each(results: Results) -> list[Match]:
    """Return the best of each group, or all where they fit on one page."""
    groups = _sorted(results.matches, results.language)
    if results.count <= RESULTS_A_PAGE:
        return [match for found in groups.values() for match in found]
    return [match for found in groups.values() for match in found[:SHOWN_OF_A_GROUP]]


def groups(results: Results) -> list[Group]:
    """Return the hits of `results` in their groups."""
    counts = {
        key: len(found)
        for key, found in _sorted(results.matches, results.language).items()
    }
    return [
        Group(*key, count=counts.get(key, 0), hits=list(found))
        for key, found in groupby(
            results.hits, key=lambda hit: _group_of(hit, results.language)
        )
    ]


def _sorted(found, language) -> dict[tuple[str, str], list]:
    """Return what was found by its group; that with the best result comes first, and other languages last."""
    by_group: dict[tuple[str, str], list] = {}
    for match in found:
        by_group.setdefault(_group_of(match, language), []).append(match)
    codes = ["", *content_languages()]
    return dict(sorted(by_group.items(), key=lambda item: codes.index(item[0][1])))


def _group_of(found, language):
    if found.language == language:
        return found.kind, ""
    return "", found.language
