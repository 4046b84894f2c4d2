"""The filters of the list of documents: one value each, combined, every choice a plain link."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from core.collation import sort_key
from core.filters import SHOWN_LENGTH, Choice
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
    """A value of a filter, how many documents have it, and its name where the database knows it."""

    value: str
    number: int
    name: str = ""


@dataclass
class FacetFilter:
    """A filter: what is chosen in it, and what could be.

    `value` stands in addresses; `stored` is what documents have, which differs for the
    entries of lists. A value that cannot be one is left out and told.
    """

    name: str
    label: str
    value: str = ""
    stored: str = ""
    problem: str = ""
    value_name: str = ""
    remove_url: str = ""
    more_url: str = ""
    choices: list[Choice] = field(default_factory=list)

    def read(self, query) -> "FacetFilter":
        """Take the value from `query`, if it can be one."""
        given = query.get(self.name, "").strip()
        stored = self.to_stored(given) if given else ""
        if stored:
            self.value, self.stored = given, stored
        elif given:
            self.problem = _("“%(value)s” is not in this list, so it was left out.") % {
                "value": given[:SHOWN_LENGTH]
            }
        return self

    def to_stored(self, given: str) -> str:
        """Return what documents have that match `given`; nothing where that cannot be."""
        return given if len(given) <= LONGEST_VALUE and given.isprintable() else ""

    def to_value(self, stored: str) -> str:
        return stored

    def name_of(self, counted: Counted) -> str:
        return counted.name or counted.value

    def order(self, counted: Counted):
        """Put frequent values first, and values alike in the order of their names."""
        return -counted.number, sort_key(self.name_of(counted))

    def offer(self, counted: list[Counted], url: Callable[..., str], opened: str):
        """Make the choices out of what documents have."""
        known = {entry.value: entry for entry in counted}
        if self.stored:
            known.setdefault(self.stored, Counted(self.stored, 0))
            self.value_name = self.name_of(known[self.stored])
            self.remove_url = url(**{self.name: ""})
        ordered = sorted(known.values(), key=self.order)
        limit = MOST_AT_ALL if opened == self.name else MOST_SHOWN
        if len(ordered) > limit:
            self.more_url = url(all=self.name) if opened != self.name else ""
            chosen = [e for e in ordered[limit:] if e.value == self.stored]
            ordered = ordered[:limit] + chosen
        self.choices = [self._choice(entry, url) for entry in ordered]

    def _choice(self, entry, url):
        value = self.to_value(entry.value)
        is_current = entry.value == self.stored
        return Choice(
            value=value,
            label=self.name_of(entry),
            url=url(**{self.name: "" if is_current else value}),
            count=entry.number,
            is_current=is_current,
        )


class ListFilter(FacetFilter):
    """A filter by the entries of a list, which addresses name by their keys."""

    def __init__(self, name, label, entries: list[Label]):
        super().__init__(name, label)
        self.entries = {str(entry.pk): entry for entry in entries}
        self.by_key = {entry.key: str(entry.pk) for entry in entries}

    def to_stored(self, given):
        return self.by_key.get(given, "")

    def to_value(self, stored):
        return self.entries[stored].key

    def name_of(self, counted):
        return str(self.entries[counted.value].name)

    def order(self, counted):
        return sort_key(self.name_of(counted), current_language())

    def offer(self, counted, url, opened):
        # An entry may be deleted at this very moment.
        known = [entry for entry in counted if entry.value in self.entries]
        super().offer(known, url, opened)


class YearFilter(FacetFilter):
    """A filter by year, the last first."""

    def to_stored(self, given):
        is_year = given.isascii() and given.isdecimal() and len(given) == 4
        return given if is_year else ""

    def order(self, counted):
        return -int(counted.value)


class LanguageFilter(FacetFilter):
    """A filter by the languages in which a document can be read."""

    def to_stored(self, given):
        return given if given.split("-")[0] in language_codes() else ""

    def name_of(self, counted):
        return language_name(counted.value)


def filters_for(query, labels: dict[str, list[Label]]) -> list[FacetFilter]:
    """Return the filters, in the order in which a list shows them, as `query` sets them."""
    filters = [
        ListFilter(TYPE, _("Type"), labels[TYPE]),
        ListFilter(SECTOR, _("Sector"), labels[SECTOR]),
        ListFilter(THEME, _("Theme"), labels[THEME]),
        ListFilter(REGION, _("Region"), labels[REGION]),
        YearFilter(YEAR, _("Year")),
        LanguageFilter(LANGUAGE, _("Language")),
        FacetFilter(AUTHOR, _("Author")),
    ]
    return [one.read(query) for one in filters]
