"""The names of what documents are sorted by, in the reader's language; all of them in one query."""

from dataclasses import dataclass

from django.db.models import CharField, F, QuerySet, Value

from core.languages import columns
from core.texts import Text, text


@dataclass(frozen=True)
class Label:
    """An entry of a list: its key, which stands in addresses, and its name."""

    pk: int
    key: str
    name: Text
    # Of a type alone.
    cited_as: str = ""


def labels(sources: dict[str, QuerySet]) -> dict[str, list[Label]]:
    """Return the entries of each of `sources` under its name.

    Those of a draft are at hand already, and cost no query.
    """
    found = {name: [] for name in sources}
    stored = {}
    for name, entries in sources.items():
        if isinstance(entries, QuerySet):
            stored[name] = entries
        else:
            found[name] = [_label(entry) for entry in entries]
    for name, cited_as, pk, key, *names in _rows(stored):
        model = stored[name].model
        names = dict(zip(columns("label"), names, strict=True))
        found[name].append(_label(model(pk=pk, key=key, **names), cited_as))
    return found


def _rows(sources):
    queries = [
        entries.order_by()
        .annotate(list_name=_constant(name), how_cited=_how_cited(entries.model))
        .values_list("list_name", "how_cited", "pk", "key", *columns("label"))
        for name, entries in sources.items()
    ]
    return queries[0].union(*queries[1:], all=True) if queries else []


def _how_cited(model):
    return F("cited_as") if hasattr(model, "cited_as") else _constant("")


def _constant(value):
    return Value(value, output_field=CharField())


def _label(entry, cited_as=None):
    if cited_as is None:
        cited_as = getattr(entry, "cited_as", "")
    return Label(entry.pk, entry.key, text(entry, "label"), cited_as)
