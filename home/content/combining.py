"""Makes one content of several files, each of which may hold only some pages or languages."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from home.content.faults import Faults
from home.content.source import Located

IDENTITIES = ("key", "id", "from")


def combine(contents: Iterable[Located], faults: Faults) -> Located:
    """Return everything in `contents`; what two of them say differently is a fault."""
    combined = None
    for content in contents:
        combined = content if combined is None else _merge(combined, content, faults)
    return combined


def identity(item: Located) -> str | None:
    """Return the name by which a row is known in every file, None where it has none."""
    for name in IDENTITIES:
        known = item.get(name)
        if known is not None and isinstance(known.value, str):
            return known.value
    return None


def _merge(first, second, faults):
    if first.is_map and second.is_map:
        return Located(_merge_maps(first, second, faults), first.place)
    if _has_rows(first) and _has_rows(second):
        return Located(_merge_rows(first, second, faults), first.place)
    if first.plain() != second.plain():
        message = _("%(other)s gives another value. Keep one of the two.")
        faults.add(second.place, message % {"other": first.place})
    return first


def _merge_maps(first, second, faults):
    values = dict(first.value)
    for name, item in second.items():
        values[name] = _merge(values[name], item, faults) if name in values else item
    return values


def _has_rows(content):
    return content.is_list and all(map(identity, content.value))


def _merge_rows(first, second, faults):
    rows = {identity(row): row for row in second.value}
    merged = [
        _merge(row, rows.pop(identity(row)), faults) if identity(row) in rows else row
        for row in first.value
    ]
    return [*merged, *rows.values()]
