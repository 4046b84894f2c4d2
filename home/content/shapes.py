"""The forms that content files give the site: page types with their rows, and lists."""

from dataclasses import dataclass, field

from home.content.kinds import Plain


@dataclass(frozen=True)
class Rows:
    """Rows of a page, each known by its anchor, or by its position where it has none."""

    model: type
    relation: str
    fields: dict
    anchor: str | None = None
    ignored: frozenset = frozenset()
    # What may be given as `null`: nobody knows it.
    unknown: frozenset = frozenset()


@dataclass(frozen=True)
class PageType:
    """A type of page: the names of its fields in files, and its rows."""

    name: str
    model: type
    fields: dict
    rows: dict = field(default_factory=dict)
    # Fields that a new page fills with its first child of a type, if a file does not.
    chosen_children: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Vocabulary:
    """A list by which documents are sorted, and the names of its fields in files."""

    model: type
    fields: dict = field(default_factory=lambda: {"label": Plain("label")})
