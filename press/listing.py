"""The releases that a journalist sees: those whose embargo is over, newest first."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from core.filters import Filter
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
        self.items = list(visible(items).order_by("-date", "-pk"))
        years = {str(item.date.year): str(item.date.year) for item in self.items}
        self.kind = Filter("kind", _("Kind"), KIND_LABELS).read(query)
        self.year = Filter("year", _("Year"), years).read(query)
        self._offer_choices()

    @property
    def filters(self) -> list[Filter]:
        return [self.kind, self.year]

    @property
    def entries(self) -> list[PressEntry]:
        """Return what the filters leave; without a year the latest of it."""
        found = self._matching(self.kind.value, self.year.value)
        return [_entry(item) for item in found]

    def _offer_choices(self):
        self.kind.offer(
            self.path,
            {"year": self.year.value},
            lambda kind: len(self._matching(kind, self.year.value)),
            everything=_("All kinds"),
        )
        self.year.offer(
            self.path,
            {"kind": self.kind.value},
            lambda year: len(self._matching(self.kind.value, year)),
            everything=_("The latest"),
        )

    def _matching(self, kind, year):
        found = [
            item
            for item in self.items
            if kind in ("", item.kind) and year in ("", str(item.date.year))
        ]
        return found if year else found[:MOST_SHOWN]


def _entry(item):
    return PressEntry(
        url=item.get_url(),
        title=item.heading(),
        summary=text(item, "summary"),
        kind_name=item.kind_name,
        date=item.date,
        is_sample=item.is_sample,
    )
