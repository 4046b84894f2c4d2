"""Asks the database for documents: how many there are of each kind, and which ones.

One query tells all that a list shows: the names of its facets, the counts, which come from
`ResourceFacet` alone, and the documents of one page of it.
"""

from dataclasses import dataclass, field

from django.db.models import (
    CharField,
    Count,
    Exists,
    F,
    Min,
    QuerySet,
    Window,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, RowNumber
from wagtail.models import PageViewRestriction

from core.languages import columns
from core.visibility import is_private, visible
from resources.facets import Counted
from resources.labels import MODELS, Label, label_from_row, label_part
from resources.models.facets import FACETS, ResourceFacet, ResourceOrder
from resources.models.resource_page import ResourcePage
from resources.together import Part, instance, together

# Among what is selected, beside values of facets: an expression for the pages with some words.
WORDS = "words"
NEWEST, OLDEST, BY_TITLE = "newest", "oldest", "title"
SORTS = {
    NEWEST: (F("year").desc(nulls_last=True), "-first_published_at", "-pk"),
    OLDEST: (F("year").asc(nulls_last=True), "first_published_at", "pk"),
    BY_TITLE: ("orders__key", "pk"),
}
# What a list shows of a document, and what its address and its texts are made of.
SHOWN_FIELDS = (
    "sitepage_ptr_id",
    "id",
    "type_id",
    "original_title",
    "original_language",
    "byline",
    "year",
    "file_languages",
    "is_sample",
)
SHOWN_TEXTS = ("title", "headline", "url_path", "abstract")

Selected = list[str] | RawSQL


@dataclass(frozen=True)
class Asked:
    """What is asked of the documents: the values of facets, the readers' language, an order, some of them."""

    selected: dict[str, Selected]
    language: str
    sort: str
    part: slice


@dataclass
class Answer:
    """How many documents the facets leave, how many have each value of each facet, and some of them.

    The values of a facet are counted as if nothing were chosen in it, so that more of
    them can be.
    """

    total: int = 0
    labels: dict[str, list[Label]] = field(default_factory=dict)
    counts: dict[str, list[Counted]] = field(default_factory=dict)
    pages: list[ResourcePage] = field(default_factory=list)


def ask(asked: Asked) -> Answer:
    """Return all that a list shows, in one query."""
    rows = together(
        {
            **{name: label_part(model.objects.all()) for name, model in MODELS.items()},
            **_count_parts(asked),
            "pages": _page_part(asked),
        }
    )
    labels = {
        name: [label_from_row(model, row) for row in rows[name]]
        for name, model in MODELS.items()
    }
    return Answer(
        total=rows["total"][0][0] if rows["total"] else 0,
        labels=labels,
        counts=_counts(rows, labels),
        pages=_pages(rows["pages"]),
    )


def documents(selected: dict[str, Selected], language: str, sort: str) -> QuerySet:
    """Return the documents that anybody may read and the values in `selected` leave, sorted."""
    pages = visible(ResourcePage.objects.filter(orders__language=language))
    return _having(pages, selected, "pk").order_by(*SORTS[sort])


def _count_parts(asked):
    """Return the parts that count: facets in which nothing is chosen together, each other alone."""
    selected = asked.selected
    free = [name for name in FACETS if name not in selected]
    orders = ResourceOrder.objects.filter(language=asked.language)
    parts = {
        "total": _total(_public(_having(orders, selected))),
        "counts": _counted(ResourceFacet.objects.filter(facet__in=free), selected),
    }
    for name in filter(selected.get, FACETS):
        others = {other: value for other, value in selected.items() if other != name}
        facets = ResourceFacet.objects.filter(facet=name)
        parts[f"counts-{name}"] = _counted(facets, others)
    return parts


def _total(orders):
    return Part(orders.values("language").annotate(number=Count("pk")), ("number",))


def _counted(facets, selected):
    facets = _public(_having(facets, selected)).values("facet", "value")
    counted = facets.annotate(name=Min("label"), number=Count("pk"))
    return Part(counted, ("facet", "value", "name", "number"))


def _page_part(asked):
    """Return the part that reads documents: their order is found out without their texts."""
    order = SORTS[asked.sort]
    some = documents(asked.selected, asked.language, asked.sort)[asked.part]
    # Sorting whole pages would move megabytes. Both databases take a slice within a query.
    pages = ResourcePage.objects.filter(
        pk__in=some.values("pk"), orders__language=asked.language
    ).annotate(position=Window(RowNumber(), order_by=order))
    return Part(pages, ("position", *_shown_fields()))


def _pages(rows):
    """Return the documents that `rows` tell, in their places."""
    names = _shown_fields()
    return [instance(ResourcePage, names, row) for _position, *row in sorted(rows)]


def _shown_fields():
    texts = (name for text in SHOWN_TEXTS for name in columns(text))
    return (*SHOWN_FIELDS, *texts)


def _counts(rows, labels):
    counts = {name: [] for name in FACETS}
    keys = {
        name: {str(label.pk): label.key for label in labels[name]} for name in MODELS
    }
    for facet, value, name, number in _counted_rows(rows):
        # An entry of a list may have been deleted at this very moment.
        key = keys[facet].get(value, "") if facet in keys else value
        if key:
            counts[facet].append(Counted(key, number, name))
    return counts


def _counted_rows(rows):
    for part, counted in rows.items():
        if part.startswith("counts"):
            yield from counted


def _having(rows, selected, page="page"):
    for facet, values in selected.items():
        pages = values if facet == WORDS else _pages_with(facet, values)
        rows = rows.filter(**{f"{page}__in": pages})
    return rows


def _pages_with(facet, values):
    """Return the documents that have one of `values`, which are keys where the facet is of a list."""
    if facet in MODELS:
        entries = MODELS[facet].objects.order_by().filter(key__in=values)
        values = entries.values_list(Cast("pk", CharField()))
    facets = ResourceFacet.objects.filter(facet=facet, value__in=values)
    return facets.values("page")


def _public(rows):
    """Leave out private documents; where nothing is private, nothing is looked at."""
    any_restriction = Exists(PageViewRestriction.objects.all())
    private = ResourcePage.objects.filter(any_restriction, is_private())
    return rows.exclude(page__in=private.values("pk"))
