"""The names of what documents are sorted by, in the reader's language."""

from dataclasses import dataclass

from django.db.models import QuerySet, Value

from core.languages import columns
from core.texts import Text, text
from resources.models.taxonomies import Region, ResourceType, Sector, Theme
from resources.together import Part

CITED_AS = "cited_as"
# Of what a part of a query reads, the list that it is of.
MODELS = {"type": ResourceType, "sector": Sector, "theme": Theme, "region": Region}


@dataclass(frozen=True)
class Label:
    """An entry of a list: its key, which stands in addresses, and its name."""

    pk: int
    key: str
    name: Text
    # Of a type alone.
    cited_as: str = ""


def label_part(entries: QuerySet) -> Part:
    """Return what a query reads of `entries` for their labels."""
    cited_as = CITED_AS if hasattr(entries.model, CITED_AS) else Value("")
    return Part(entries, (cited_as, "pk", "key", *columns("label")))


def label_from_row(model, row: list) -> Label:
    """Return the label that `row` of its part tells."""
    cited_as, pk, key, *names = row
    names = dict(zip(columns("label"), names, strict=True))
    return label_of(model(pk=pk, key=key, **names), cited_as)


def label_of(entry, cited_as=None) -> Label:
    """Return the label of an entry that is at hand."""
    if cited_as is None:
        cited_as = getattr(entry, CITED_AS, "")
    return Label(entry.pk, entry.key, text(entry, "label"), cited_as)
