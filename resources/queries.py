"""Asks the database for documents: how many there are of each kind, and which ones.

Counts come from `ResourceFacet` alone, in one query; documents are read a page at a time.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import CharField, Count, Exists, F, Min, QuerySet, Value
from django.db.models.expressions import RawSQL
from wagtail.models import PageViewRestriction

from core.visibility import is_private, visible
from resources.facets import Counted
from resources.models.facets import FACETS, ResourceFacet, ResourceOrder
from resources.models.resource_page import ResourcePage

TOTAL = "total"
# Among what is selected, beside values of filters: an expression for the pages with some words.
WORDS = "words"
NEWEST, OLDEST, BY_TITLE = "newest", "oldest", "title"
SORTS = {
    NEWEST: (F("year").desc(nulls_last=True), "-first_published_at", "-pk"),
    OLDEST: (F("year").asc(nulls_last=True), "first_published_at", "pk"),
    BY_TITLE: ("orders__key", "pk"),
}


Selected = str | RawSQL


@dataclass
class Counts:
    """How many documents the filters leave, and how many have each value of each filter.

    The values of a filter that is set are counted as if it were not, so that another can
    be chosen.
    """

    total: int = 0
    values: dict[str, list[Counted]] = field(
        default_factory=lambda: {name: [] for name in FACETS}
    )


def count(selected: dict[str, Selected], language: str) -> Counts:
    """Return the counts of the list that the values in `selected` leave."""
    free = [name for name in FACETS if name not in selected]
    queries = [
        _total(ResourceOrder.objects.filter(language=language), selected),
        _counted(ResourceFacet.objects.filter(facet__in=free), selected),
    ]
    for name in filter(selected.get, FACETS):
        others = {other: value for other, value in selected.items() if other != name}
        queries.append(_counted(ResourceFacet.objects.filter(facet=name), others))
    counts = Counts()
    for facet, value, name, number in queries[0].union(*queries[1:], all=True):
        if facet == TOTAL:
            counts.total = number
        else:
            counts.values[facet].append(Counted(value, number, name))
    return counts


def documents(selected: dict[str, Selected], language: str, sort: str) -> "Documents":
    """Return the documents that anybody may read and the values in `selected` leave, sorted."""
    pages = visible(ResourcePage.objects.filter(orders__language=language))
    pages = _having(pages, selected, "pk")
    return Documents(pages.order_by(*SORTS[sort]), language, sort)


@dataclass(frozen=True)
class Documents:
    """Documents in an order; a slice of them reads no others."""

    pages: QuerySet
    language: str
    sort: str

    def __getitem__(self, part: slice) -> "Documents":
        return Documents(self.pages[part], self.language, self.sort)

    def rows(self) -> Iterable[ResourcePage]:
        """Read the documents: the order is found out without their texts."""
        # PostgreSQL and SQLite take a slice here; sorting whole pages would move megabytes.
        found = ResourcePage.objects.filter(
            pk__in=self.pages.values("pk"), orders__language=self.language
        )
        return found.order_by(*SORTS[self.sort])


def _total(orders, selected):
    orders = _public(_having(orders, selected))
    return (
        orders.annotate(facet_name=_constant(TOTAL))
        .values("facet_name")
        .annotate(value_name=_constant(""), name=_constant(""), number=Count("pk"))
        .values_list("facet_name", "value_name", "name", "number")
        .order_by()
    )


def _counted(facets, selected):
    facets = _public(_having(facets, selected))
    return (
        facets.values("facet", "value")
        .annotate(name=Min("label"), number=Count("pk"))
        .values_list("facet", "value", "name", "number")
        .order_by()
    )


def _having(rows, selected, page="page"):
    for facet, value in selected.items():
        if facet == WORDS:
            rows = rows.filter(**{f"{page}__in": value})
            continue
        pages = ResourceFacet.objects.filter(facet=facet, value=value)
        rows = rows.filter(**{f"{page}__in": pages.values("page")})
    return rows


def _public(rows):
    """Leave out private documents; where nothing is private, nothing is looked at."""
    any_restriction = Exists(PageViewRestriction.objects.all())
    private = ResourcePage.objects.filter(any_restriction, is_private())
    return rows.exclude(page__in=private.values("pk"))


def _constant(value):
    return Value(value, output_field=CharField())
