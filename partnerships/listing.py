"""What a visitor sees of the funders: filtered, grouped by kind, sorted by the reader's language."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from core.collation import sort_key
from core.countries import country_name
from core.facets import LabelledFacet, ShortList, left_by
from core.languages import current_language
from core.models import SiteImage
from core.texts import Text, text
from partnerships.models import Funder

KIND_LABELS = dict(Funder.Kind.choices)


@dataclass(frozen=True)
class FunderEntry:
    """A funder in the reader's language, without anything that only staff may see."""

    anchor: str
    name: Text
    kind: str
    country: str
    country_name: str
    years: str
    purpose: Text
    website: str
    logo: SiteImage | None
    logo_alt: Text | None

    @property
    def kind_label(self) -> str:
        return str(KIND_LABELS[self.kind])


@dataclass(frozen=True)
class FunderGroup:
    """The funders of one kind."""

    kind: str
    label: str
    entries: list[FunderEntry]

    @property
    def anchor(self) -> str:
        return f"kind-{self.kind}"


class FunderList(ShortList):
    """The list of one page for one request."""

    def __init__(self, rows, query, path):
        self.path = path
        self.by_evidence = _sorted_by_evidence(rows)
        self.facets = self._facets()
        self.read_and_offer(query, self._entries)

    # What the template shows

    @cached_property
    def groups(self) -> list[FunderGroup]:
        """Return the funders with a documented grant, by kind."""
        return self._grouped(Funder.Evidence.GRANT)

    @cached_property
    def collaborations(self) -> list[FunderGroup]:
        """Return the bodies that work with the network but gave no grant, by kind."""
        return self._grouped(Funder.Evidence.COLLABORATION)

    @cached_property
    def samples(self) -> list[FunderGroup]:
        """Return the unverified bodies, which only a demonstration shows, by kind."""
        return self._grouped(Funder.Evidence.UNVERIFIED)

    @property
    def count(self) -> int:
        """Return how many entries of any sort the filters leave."""
        return len(left_by(self.facets, self._entries))

    @property
    def funder_count(self) -> int:
        return sum(len(group.entries) for group in self.groups)

    @property
    def csv_url(self) -> str:
        """Return the address of this list, filters included, as a file."""
        return self.url(format="csv")

    @property
    def funders(self) -> list[FunderEntry]:
        """Return all funders with a documented grant, whatever the filters are."""
        return self.by_evidence[Funder.Evidence.GRANT]

    def csv_rows(self):
        """Yield the cells of each entry the filters leave, in the order of the page."""
        sections = [
            (_("Funder"), self.groups),
            (_("Collaboration"), self.collaborations),
            (_("Sample data"), self.samples),
        ]
        for section, groups in sections:
            for group in groups:
                for entry in group.entries:
                    yield [
                        entry.name,
                        section,
                        group.label,
                        entry.country_name,
                        entry.years,
                        entry.purpose,
                        entry.website,
                    ]

    @staticmethod
    def csv_header() -> list[str]:
        return [
            _("Name"),
            _("Section"),
            _("Kind"),
            _("Country"),
            _("Years"),
            _("Purpose"),
            _("Website"),
        ]

    # How it is made

    @property
    def _entries(self):
        return [entry for entries in self.by_evidence.values() for entry in entries]

    def _facets(self):
        return [
            LabelledFacet(
                "kind",
                _("Kind"),
                labels=KIND_LABELS,
                values_of=lambda entry: [entry.kind],
            ),
            LabelledFacet(
                "country",
                _("Country"),
                labels=self._country_labels(),
                values_of=lambda entry: [entry.country] if entry.country else [],
            ),
        ]

    def _country_labels(self):
        countries = {entry.country: entry.country_name for entry in self._entries}
        countries.pop("", None)
        return dict(sorted(countries.items(), key=lambda item: sort_key(item[1])))

    def _grouped(self, evidence):
        entries = left_by(self.facets, self.by_evidence[evidence])
        groups = [
            FunderGroup(
                kind, str(label), [entry for entry in entries if entry.kind == kind]
            )
            for kind, label in Funder.Kind.choices
        ]
        return [group for group in groups if group.entries]


def _sorted_by_evidence(rows):
    language = current_language()
    shown = {evidence: [] for evidence in Funder.Evidence}
    for row in sorted(rows, key=lambda row: sort_key(_sort_name(row), language)):
        if row.is_shown:
            shown[row.evidence].append(_entry(row))
    return shown


def _sort_name(row):
    """Return the name to sort by in the language in which the name itself is shown."""
    name = text(row, "name")
    sort_name = text(row, "sort_name", name.language)
    return str(sort_name if sort_name.language == name.language else name) or str(name)


def _entry(row):
    return FunderEntry(
        anchor=row.anchor,
        name=text(row, "name"),
        kind=row.kind,
        country=row.country,
        country_name=country_name(row.country) if row.country else "",
        years=row.years,
        purpose=text(row, "purpose"),
        website=row.website,
        logo=row.logo,
        logo_alt=text(row.logo, "alt_text") if row.logo else None,
    )
