"""Finds entries by name in content files, and words the fault where there is none."""

from difflib import get_close_matches

from django.utils.translation import gettext as _

from home.content.faults import Faults
from home.content.source import Located


def unknown(name, choices) -> str:
    """Return the fault of a name that is none of `choices`, with the likely one first."""
    near = get_close_matches(str(name), map(str, choices), n=1)
    if near:
        return _("“%(name)s” is not known here. Did you mean “%(near)s”?") % {
            "name": name,
            "near": near[0],
        }
    return _("“%(name)s” is not known here. Choose from: %(choices)s.") % {
        "name": name,
        "choices": ", ".join(sorted(map(str, choices))),
    }


def no_such_page(key, known) -> str:
    """Return the fault of a key that no page has."""
    near = get_close_matches(str(key), known.page_keys, n=1)
    if near:
        return _("No page has the key “%(key)s”. Did you mean “%(near)s”?") % {
            "key": key,
            "near": near[0],
        }
    return _("No page has the key “%s”. Add it to “tree”, or correct it.") % key


def rows_of(section: Located | None, name: str, faults: Faults) -> dict[str, Located]:
    """Return the rows of a section by their key, noting rows without one and keys given twice."""
    rows = {}
    if section is None:
        return rows
    if not section.is_list:
        faults.add(section.place, _("Write a list."))
        return rows
    for row in section.value:
        key = row.get(name)
        if key is None or not isinstance(key.value, str) or not key.value:
            faults.add(row.place, _("Each entry here needs a “%s”.") % name)
        elif key.value in rows:
            message = _("“%(key)s” is already the %(name)s of line %(line)s.")
            line = rows[key.value].place.line
            faults.add(
                key.place, message % {"key": key.value, "name": name, "line": line}
            )
        else:
            rows[key.value] = row
    return rows
