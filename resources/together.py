"""Reads short rows of several kinds with one query, where each kind would cost one of its own."""

import json
from dataclasses import dataclass

from django.db.models import CharField, QuerySet, TextField, Value
from django.db.models.functions import Cast, JSONArray


@dataclass(frozen=True)
class Part:
    """Some rows, and what is read of each: names of fields, or expressions."""

    rows: QuerySet
    fields: tuple

    def query(self, name: str) -> QuerySet:
        row = Cast(JSONArray(*self.fields), TextField())
        return (
            self.rows.order_by()
            .annotate(part_name=Value(name, output_field=CharField()), part_row=row)
            .values_list("part_name", "part_row")
        )


def together(parts: dict[str, Part]) -> dict[str, list[list]]:
    """Return the rows of each of `parts` under its name, in no order, all in one query."""
    found = {name: [] for name in parts}
    first, *others = [part.query(name) for name, part in parts.items()]
    for name, row in first.union(*others, all=True):
        found[name].append(json.loads(row))
    return found


def instance(model, names: tuple[str, ...], row: list):
    """Return the instance of which `row` tells the columns `names`; others are read when asked for."""
    values = dict(zip(names, row, strict=True))
    columns = [field.attname for field in model._meta.concrete_fields]
    known = [name for name in columns if name in values]
    return model.from_db(None, known, [values[name] for name in known])
