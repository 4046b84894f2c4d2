"""Reads content files: YAML without surprises, in which every value knows its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from django.utils.translation import gettext as _

from home.content.faults import Faults, Place

MAX_BYTES = 10_000_000
MAX_DEPTH = 30

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PLAIN_TAGS = {
    f"tag:yaml.org,2002:{name}"
    for name in ("map", "seq", "str", "int", "float", "bool", "null", "timestamp")
}


@dataclass
class Located:
    """A value of a content file: a scalar, a list or a mapping of located values."""

    value: object
    place: Place

    @property
    def is_map(self) -> bool:
        return isinstance(self.value, dict)

    @property
    def is_list(self) -> bool:
        return isinstance(self.value, list)

    def items(self) -> Iterator[tuple[str, "Located"]]:
        """Return the names and values of a mapping; nothing for anything else."""
        return iter(self.value.items() if self.is_map else ())

    def get(self, name) -> "Located | None":
        return self.value.get(name) if self.is_map else None

    def plain(self):
        """Return the value without places, as `yaml.safe_load` would."""
        if self.is_map:
            return {name: item.plain() for name, item in self.items()}
        if self.is_list:
            return [item.plain() for item in self.value]
        return self.value


def read(path, faults: Faults) -> Located | None:
    """Return the content of the file at `path`, or None after noting why it cannot be read."""
    place = Place(str(path), 0)
    text = _text(Path(path), place, faults)
    return None if text is None else parse(text, str(path), faults)


def parse(text: str, name: str, faults: Faults) -> Located | None:
    """Return the content of `text`, or None after noting what is wrong with it."""
    place = Place(name, 0)
    try:
        if not _is_harmless(text, name, faults):
            return None
        root = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        faults.add(_place_of(error, name), _("This is no valid YAML: %s") % _why(error))
        return None
    if root is None:
        return Located({}, place)
    located = _Builder(name, faults).build(root, place)
    if not located.is_map:
        message = _("A content file is a mapping: sections such as “pages” and “faq”.")
        faults.add(place, message)
        return None
    return located


def _text(path, place, faults):
    try:
        if path.stat().st_size > MAX_BYTES:
            message = _("The file is larger than %(limit)s MB. Split it.")
            faults.add(place, message % {"limit": MAX_BYTES // 1_000_000})
            return None
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = _("The file is not written in UTF-8 (byte %(position)s).")
        faults.add(place, message % {"position": error.start})
    except OSError as error:
        faults.add(place, _("The file cannot be read: %s.") % error.strerror)
    return None


def _is_harmless(text, name, faults):
    """Tell whether no value is built from another one and none lies too deep, before anything is built."""
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        line = Place(name, event.start_mark.line + 1)
        if getattr(event, "anchor", None):
            message = _(
                "Write the value out: anchors (&) and aliases (*) are not read."
            )
            faults.add(line, message)
            return False
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            message = _("Values lie more than %(limit)s levels deep.")
            faults.add(line, message % {"limit": MAX_DEPTH})
            return False
    return True


def _place_of(error, name):
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return Place(name, mark.line + 1 if mark else 0)


def _why(error):
    return getattr(error, "problem", None) or getattr(error, "reason", None) or error


class _Builder:
    """Turns YAML nodes into located values."""

    def __init__(self, file, faults):
        self.file = file
        self.faults = faults
        self.scalars = yaml.SafeLoader("")

    def build(self, node, place):
        here = Place(self.file, node.start_mark.line + 1, place.field)
        if node.tag not in PLAIN_TAGS:
            message = _("“%(tag)s” is not read. Write a text, a number or a date.")
            self.faults.add(here, message % {"tag": node.tag})
            return Located(None, here)
        if isinstance(node, yaml.MappingNode):
            return Located(self.mapping(node, here), here)
        if isinstance(node, yaml.SequenceNode):
            return Located(self.sequence(node, here), here)
        return Located(self.scalar(node, here), here)

    def mapping(self, node, place):
        values = {}
        for name_node, value_node in node.value:
            name = name_node.value
            here = Place(self.file, name_node.start_mark.line + 1, place.field)
            if not isinstance(name_node, yaml.ScalarNode):
                self.faults.add(here, _("A name must be a single word."))
                continue
            if name in values:
                message = _("“%(name)s” is given twice. Keep one of the two.")
                self.faults.add(here, message % {"name": name})
                continue
            values[name] = self.build(value_node, here.inside(name))
        return values

    def sequence(self, node, place):
        return [
            self.build(item, place.inside(self.name_of(item, position)))
            for position, item in enumerate(node.value, start=1)
        ]

    def name_of(self, node, position):
        """Return the key by which a person would look for this item, or its position."""
        if isinstance(node, yaml.MappingNode):
            for name, value in node.value:
                if name.value in ("id", "key") and isinstance(value, yaml.ScalarNode):
                    return value.value
        return position

    def scalar(self, node, place):
        if UNPRINTABLE.search(node.value):
            message = _("The text holds a sign that cannot be shown. Type it anew.")
            self.faults.add(place, message)
            return None
        try:
            return self.scalars.construct_object(node)
        except (ValueError, yaml.YAMLError):
            message = _("“%(value)s” is not a value that YAML knows. Put it in quotes.")
            self.faults.add(place, message % {"value": node.value})
            return None
