"""What a broken script, an old browser or an attacker sends to an address of the admin."""

import json
import re

from tests.admin.forms import read_form

# Also inside the answers of choosers, which are HTML in JSON.
NAMES = re.compile(r'name=\\?"([\w:.-]+)\\?"')
# What addresses read without a form that shows it.
HIDDEN_NAMES = ("p", "q", "id", "ids", "next", "ordering", "position", "collection_id")
VALUES = {
    "null": "nul\x00l",
    "number": "9" * 25,
    "json": '{"blocks": 7}',
}
# By which a form says how much of it there is.
ENDINGS = ("-count", "-TOTAL_FORMS", "-id")


def shown_fields(response) -> dict[str, str]:
    """Return the fields of the form in `response`, of whatever kind it is."""
    if response.status_code != 200 or response.streaming:
        return {}
    try:
        fields = read_form(response.content)
    except (ValueError, json.JSONDecodeError):
        fields = {}
    names = [*NAMES.findall(response.content.decode(errors="replace")), *HIDDEN_NAMES]
    return {**dict.fromkeys(names, ""), **fields}


def bad_posts(fields: dict[str, str]):
    """Yield a name and the data of each bad POST to a form with these `fields`."""
    yield from few_bad_posts(fields)
    yield "other half", _every_second(fields, start=1)
    for name in VALUES:
        yield f"all {name}", _filled(fields, name)
    for ending in ENDINGS:
        counted = [name for name in fields if name.endswith(ending)]
        if counted:
            yield (
                f"without {ending}",
                {n: fields[n] for n in fields if n not in counted},
            )
            yield f"wrong {ending}", {**fields, **dict.fromkeys(counted, "x")}


def bad_values(fields):
    """Yield the bad POSTs on which databases differ."""
    yield "all words", dict.fromkeys(fields, "no such thing")
    for name in ("null", "number"):
        yield f"all {name}", _filled(fields, name)


def few_bad_posts(fields):
    """Yield the bad POSTs that tell most, for people whose views others have too."""
    yield "nothing", {}
    yield "all words", dict.fromkeys(fields, "no such thing")
    yield "one half", _every_second(fields)


def _filled(fields, name):
    """Fill all but the numbers of rows: Django would make thousands, and render each."""
    return {
        field: value if field.endswith("-TOTAL_FORMS") else VALUES[name]
        for field, value in fields.items()
    }


def _every_second(fields, start=0):
    return {name: fields[name] for name in sorted(fields)[start::2]}
