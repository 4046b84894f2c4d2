"""Three-way merge: what the browser was shown, what is stored now, what was posted."""

import json
from dataclasses import asdict, dataclass, field
from enum import Enum, auto

Fingerprints = dict[str, str]


class Keep(Enum):
    """Whose value of a column to keep."""

    STORED = auto()
    POSTED = auto()
    NEITHER = auto()


def merge_column(ground: str | None, stored: str | None, posted: str) -> Keep:
    """Return whose value to keep, given three fingerprints; neither where both sides changed it differently.

    `ground` is None where the browser told nothing, `stored` where nothing is stored yet:
    then there is no other side, and the posted value counts.
    """
    if ground is None or stored is None:
        return Keep.POSTED
    if posted in (shown_part(ground), stored):
        return Keep.STORED
    return Keep.POSTED if stored == made_part(ground) else Keep.NEITHER


# A ground is what a browser shows of a column. Where the site itself made something else
# of what was typed, such as an anchor for a heading, it is both: "shown>made".


def ground(shown: str, made: str) -> str:
    """Return the ground of a column of which the browser shows one value and the site stored another."""
    return shown if shown == made else f"{shown}>{made}"


def shown_part(ground: str) -> str:
    """Return the fingerprint of what the browser shows."""
    return ground.partition(">")[0]


def made_part(ground: str) -> str:
    """Return the fingerprint of what was stored when the browser last saved."""
    return ground.partition(">")[2] if ">" in ground else ground


def changed_columns(before: Fingerprints, after: Fingerprints) -> list[str]:
    """Return the names of the columns that differ, of those that both sides know."""
    return [name for name, value in after.items() if before.get(name, value) != value]


def merge_order(shown: list[str], stored: list[str], posted: list[str]) -> list[str]:
    """Return the rows of both sides: in the posted order if that moved a row, else in the stored one."""
    moved = _of_both(posted, shown) != _of_both(shown, posted)
    return _with_missing(posted, stored) if moved else _with_missing(stored, posted)


def _of_both(rows, others):
    return [key for key in rows if key in set(others)]


def _with_missing(rows, others):
    """Return `rows` with those only in `others`, each behind the row that it follows there."""
    result = list(dict.fromkeys(rows))
    previous = None
    for key in dict.fromkeys(others):
        if key not in result:
            place = result.index(previous) + 1 if previous else 0
            result.insert(place, key)
        previous = key
    return result


@dataclass
class Note:
    """What a form tells the browser that it shows, and gets back with what was typed.

    `removed` names the rows that are stored and not shown, because the form shows an
    older revision: saving it deletes them.
    """

    columns: Fingerprints | None = None
    rows: dict[str, dict[str, Fingerprints]] = field(default_factory=dict)
    removed: dict[str, dict[str, Fingerprints]] = field(default_factory=dict)

    @classmethod
    def read(cls, text: str | None) -> "Note":
        """Return the note that `text` holds; an empty one if it holds none."""
        try:
            parts = json.loads(text or "{}")
        except ValueError:
            return cls()
        if not isinstance(parts, dict):
            return cls()
        return cls(
            columns=_fingerprints(parts.get("columns")),
            rows=_relations(parts.get("rows")),
            removed=_relations(parts.get("removed")),
        )

    def write(self) -> str:
        return json.dumps(asdict(self), separators=(",", ":"))


def _relations(value):
    return {
        relation: {
            key: _fingerprints(columns) or {} for key, columns in _dict(rows).items()
        }
        for relation, rows in _dict(value).items()
    }


def _fingerprints(value):
    if not isinstance(value, dict):
        return None
    return {name: part for name, part in value.items() if isinstance(part, str)}


def _dict(value):
    return value if isinstance(value, dict) else {}
