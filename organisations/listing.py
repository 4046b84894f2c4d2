"""What a visitor sees of the organizations: filtered, grouped, sorted by the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from core.collation import sort_key
from core.countries import country_name
from core.facets import LabelledFacet, ShortList, left_by
from core.languages import current_language
from core.texts import Text, text
from organisations.models.organisation import Organisation
from organisations.world import LAND, POINTS, VIEW_BOX

KIND_LABELS = dict(Organisation.Kind.choices)
MAP = "map"


@dataclass(frozen=True)
class Category:
    """A region or a sector: its key for addresses, and its label for the reader."""

    key: str
    label: Text


@dataclass(frozen=True)
class OrganisationEntry:
    """An organization in the reader's language, without anything that only staff may see."""

    anchor: str
    name: Text
    acronym: Text
    kind: str
    region: Category | None
    sectors: list[Category]
    country: str
    country_name: str
    summary: Text
    website: str
    email: str
    founded: int | None
    size: Text
    size_year: int | None
    is_sample: bool

    @property
    def kind_label(self) -> str:
        return str(KIND_LABELS[self.kind])


@dataclass(frozen=True)
class OrganisationGroup:
    """The organizations of one kind, or of one country."""

    key: str
    label: str
    entries: list[OrganisationEntry]

    @property
    def anchor(self) -> str:
        return f"kind-{self.key}"


@dataclass(frozen=True)
class Mark:
    """A country on the map, marked the larger the more organizations have their seat there."""

    x: int
    y: int
    radius: float
    label: str
    # Of the country in the list below.
    anchor: str


class OrganisationList(ShortList):
    """The directory of one page for one request."""

    view_box = VIEW_BOX
    land = LAND

    def __init__(self, rows: Iterable[Organisation], sectors: dict, query, path: str):
        self.path = path
        self.all_entries = _entries(rows, sectors)
        self.is_map = query.get("view") == MAP
        self.facets = _facets(self.all_entries)
        self.read_and_offer(query, self.all_entries)

    # What the template shows

    @property
    def kept(self) -> dict[str, str]:
        return {"view": MAP if self.is_map else ""}

    @cached_property
    def entries(self) -> list[OrganisationEntry]:
        """Return what the filters leave, by name."""
        return left_by(self.facets, self.all_entries)

    @property
    def count(self) -> int:
        return len(self.entries)

    @property
    def has_samples(self) -> bool:
        return any(entry.is_sample for entry in self.entries)

    @cached_property
    def groups(self) -> list[OrganisationGroup]:
        """Return the organizations by kind; below the map by country."""
        return self._by_country() if self.is_map else self._by_kind()

    @cached_property
    def marks(self) -> list[Mark]:
        """Return the countries to mark on the map."""
        return [
            Mark(
                *POINTS[group.key],
                radius=round(2 + 1.2 * len(group.entries) ** 0.5, 1),
                label=f"{group.label} ({len(group.entries)})",
                anchor=group.anchor,
            )
            for group in self._by_country()
            if group.key in POINTS
        ]

    @property
    def list_url(self) -> str:
        return self.url(view="")

    @property
    def map_url(self) -> str:
        return self.url(view=MAP)

    @property
    def csv_url(self) -> str:
        """Return the address of this list, filters included, as a table."""
        return self.url(view="", format="csv")

    @property
    def vcard_url(self) -> str:
        """Return the address of this list, filters included, for address books."""
        return self.url(view="", format="vcf")

    @property
    def members(self) -> list[OrganisationEntry]:
        """Return the networks and members that are verified, whatever the filters are."""
        return [
            entry
            for entry in self.all_entries
            if not entry.is_sample and entry.kind != Organisation.Kind.ALLY
        ]

    # How it is made

    def _by_kind(self):
        return _groups(self.entries, Organisation.Kind.choices, "kind")

    def _by_country(self):
        names = {entry.country: entry.country_name for entry in self.entries}
        names.pop("", None)
        countries = sorted(names.items(), key=lambda country: sort_key(country[1]))
        worldwide = ("", _("In several countries, or country not known"))
        return _groups(self.entries, [*countries, worldwide], "country")


def _groups(entries, labels, name):
    groups = [
        OrganisationGroup(
            key, str(label), [entry for entry in entries if getattr(entry, name) == key]
        )
        for key, label in labels
    ]
    return [group for group in groups if group.entries]


def _facets(entries):
    regions = [[entry.region] for entry in entries if entry.region]
    sectors = [entry.sectors for entry in entries]
    return [
        LabelledFacet(
            "kind",
            _("Kind"),
            labels=KIND_LABELS,
            values_of=lambda entry: [entry.kind],
        ),
        LabelledFacet(
            "region",
            _("Region"),
            labels=_labels(regions),
            values_of=lambda entry: [entry.region.key] if entry.region else [],
        ),
        LabelledFacet(
            "sector",
            _("Sector"),
            labels=_labels(sectors),
            values_of=lambda entry: [sector.key for sector in entry.sectors],
        ),
    ]


def _labels(categories):
    """Return the labels of the categories in use by their keys, sorted for the reader."""
    labels = {each.key: str(each.label) for some in categories for each in some}
    return dict(sorted(labels.items(), key=lambda item: sort_key(item[1])))


def _entries(rows, sectors):
    language = current_language()
    shown = [row for row in rows if row.is_shown]
    shown.sort(key=lambda row: sort_key(str(text(row, "name")), language))
    return [_entry(row, sectors) for row in shown]


def _category(row):
    return Category(row.key, text(row, "label"))


def _entry(row, sectors):
    found = [_category(sectors[pk]) for pk in row.sectors if pk in sectors]
    return OrganisationEntry(
        anchor=row.anchor,
        name=text(row, "name"),
        acronym=text(row, "acronym"),
        kind=row.kind,
        region=_category(row.region) if row.region else None,
        sectors=sorted(found, key=lambda sector: sort_key(str(sector.label))),
        country=row.country,
        country_name=country_name(row.country) if row.country else "",
        summary=text(row, "summary"),
        website=row.website,
        email=row.email,
        founded=row.founded,
        size=text(row, "size"),
        size_year=row.size_year,
        is_sample=row.evidence == Organisation.Evidence.UNVERIFIED,
    )
