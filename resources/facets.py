"""The facets of the list of documents: several values each, combined, ticked without a script."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from core.collation import sort_key
from core.facets import Facet, Tick
from core.languages import current_language
from resources.document_languages import language_codes, language_name
from resources.labels import Label
from resources.models.facets import (
    AUTHOR,
    LANGUAGE,
    LONGEST_VALUE,
    REGION,
    SECTOR,
    THEME,
    TYPE,
    YEAR,
)

# More choices than these are shown only to those who ask.
MOST_SHOWN = 10
MOST_AT_ALL = 500


@dataclass(frozen=True)
class Counted:
    """A value of a facet, how many documents have it, and its name where the database knows it."""

    value: str
    number: int
    name: str = ""


@dataclass
class DocumentFacet(Facet):
    """A facet whose values are what documents have; the frequent ones are shown."""

    def can_be(self, value):
        return len(value) <= LONGEST_VALUE and value.isprintable()

    def name_of(self, counted: Counted):
        return counted.name or counted.value

    def order(self, counted: Counted):
        """Put frequent values first, and values alike in the order of their names."""
        return -counted.number, sort_key(self.name_of(counted))

    def offer(self, counted: list[Counted]):
        """Make the ticks out of what documents have."""
        known = {entry.value: entry for entry in counted}
        for value in self.values:
            known.setdefault(value, Counted(value, 0))
        ordered = sorted(known.values(), key=self.order)
        limit = MOST_AT_ALL if self.is_whole else MOST_SHOWN
        chosen = [entry for entry in ordered[limit:] if entry.value in self.values]
        self.has_more = len(ordered) > limit and not self.is_whole
        self.ticks = [self._tick(entry) for entry in ordered[:limit] + chosen]

    def _tick(self, entry):
        is_chosen = entry.value in self.values
        return Tick(entry.value, self.name_of(entry), entry.number, is_chosen)


@dataclass
class ListFacet(DocumentFacet):
    """A facet of the entries of a list, which addresses name by their keys."""

    names: dict = field(default_factory=dict)

    def settle(self, labels: list[Label]) -> bool:
        """Leave out the keys that `labels` lacks; tell whether that leaves nothing of what was chosen."""
        self.names = {label.key: label.name for label in labels}
        chosen, self.values = self.values, [v for v in self.values if v in self.names]
        for value in chosen:
            if value not in self.names:
                self.refuse(value)
        return bool(chosen and not self.values)

    def name_of(self, counted):
        return self.names[counted.value]

    def order(self, counted):
        return sort_key(str(self.name_of(counted)), current_language())


class YearFacet(DocumentFacet):
    """A facet of years, the last first."""

    def can_be(self, value):
        return value.isascii() and value.isdecimal() and len(value) == 4

    def order(self, counted):
        return -int(counted.value)


class LanguageFacet(DocumentFacet):
    """A facet of the languages in which a document can be read."""

    def can_be(self, value):
        return super().can_be(value) and value.split("-")[0] in language_codes()

    def name_of(self, counted):
        return language_name(counted.value)


def facets_for(query) -> list[DocumentFacet]:
    """Return the facets, in the order in which a list shows them, as `query` sets them."""
    facets = [
        ListFacet(TYPE, _("Type")),
        ListFacet(SECTOR, _("Sector")),
        ListFacet(THEME, _("Theme")),
        ListFacet(REGION, _("Region")),
        YearFacet(YEAR, _("Year")),
        LanguageFacet(LANGUAGE, _("Language")),
        DocumentFacet(AUTHOR, _("Author")),
    ]
    for facet in facets:
        facet.is_whole = query.get("all") == facet.name
    return [facet.read(query) for facet in facets]
