"""The releases that a journalist sees: those whose embargo is over, newest first."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.utils.translation import gettext as _

from core.filters import Filter
from core.languages import columns
from core.texts import Text, text
from core.visibility import visible
from press.models.press_item_page import PressItemPage

# What stands on the first view; older ones are found by their year.
MOST_SHOWN = 20
KIND_LABELS = dict(PressItemPage.Kind.choices)


@dataclass(frozen=True)
class PressEntry:
    """A release in the reader's language."""

    url: str
    title: Text
    summary: Text
    kind_name: str
    date: date
    is_sample: bool


class PressList:
    """The releases of one page for one request."""

    def __init__(self, items, query, path: str):
        self.path = path
        self.items = visible(items)
        self.counts = _counts(self.items)
        years = sorted({year for _kind, year in self.counts}, reverse=True)
        self.kind = Filter("kind", _("Kind"), KIND_LABELS).read(query)
        self.year = Filter("year", _("Year"), {year: year for year in years}).read(
            query
        )
        self._offer_choices()

    @property
    def filters(self) -> list[Filter]:
        return [self.kind, self.year]

    @property
    def all_url(self) -> str:
        """Return the address without filters, empty where none is set."""
        return self.path if self.kind.value or self.year.value else ""

    @property
    def entries(self) -> list[PressEntry]:
        """Return what the filters leave; without a year the latest of it."""
        found = self.items.order_by("-date", "-pk").defer(*columns("body"))
        if self.kind.value:
            found = found.filter(kind=self.kind.value)
        if self.year.value:
            found = found.filter(date__year=int(self.year.value))
        else:
            found = found[:MOST_SHOWN]
        return [_entry(item) for item in found]

    def _offer_choices(self):
        self.kind.offer(
            self.path,
            {"year": self.year.value},
            lambda kind: self._number(kind, self.year.value),
            everything=_("All kinds"),
        )
        self.year.offer(
            self.path,
            {"kind": self.kind.value},
            lambda year: self._number(self.kind.value, year),
            everything=_("The latest"),
        )

    def _number(self, kind, year):
        """Return how many entries these values leave on the page."""
        number = sum(
            count
            for (its_kind, its_year), count in self.counts.items()
            if kind in ("", its_kind) and year in ("", its_year)
        )
        return number if year else min(number, MOST_SHOWN)


def _counts(items) -> dict[tuple[str, str], int]:
    """Return how many releases there are of each kind and year."""
    rows = items.order_by().values_list("kind", "date__year").annotate(Count("pk"))
    return {(kind, str(year)): count for kind, year, count in rows}


def _entry(item):
    return PressEntry(
        url=item.get_url(),
        title=item.heading(),
        summary=text(item, "summary"),
        kind_name=item.kind_name,
        date=item.date,
        is_sample=item.is_sample,
    )
