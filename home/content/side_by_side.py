"""Writes the bodies of several languages as one, where their blocks correspond."""

from wagtail import blocks

from home.content.block_values import PLAIN_COLUMN, Walker, spread, table_of

NEUTRAL = (
    blocks.ChooserBlock,
    blocks.URLBlock,
    blocks.RegexBlock,
    blocks.ChoiceBlock,
    blocks.BooleanBlock,
)
NEUTRAL_NAMES = ("anchor",)


def combined(stream, bodies: dict[str, list]):
    """Return told bodies, given by language, as one list of blocks; as they are where that cannot be."""
    if not bodies:
        return bodies
    try:
        together = _SideBySide(list(bodies)).stream(stream, list(bodies.values()))
    except _DoNotCorrespond:
        return bodies
    return together if _mentions(together, list(bodies)) else bodies


class _DoNotCorrespond(Exception):
    """Blocks of two languages that have no common shape."""


def _mentions(told, languages):
    """Tell whether a reader can see from `told` in which languages the body is written."""
    if isinstance(told, dict):
        return set(told) == set(languages) or any(
            _mentions(value, languages) for value in told.values()
        )
    return isinstance(told, list) and any(_mentions(item, languages) for item in told)


class _SideBySide(Walker):
    """Walks through the same block of every language at once."""

    def __init__(self, languages):
        self.languages = languages

    def stream(self, block, bodies):
        together = []
        for items in _aligned(bodies):
            name = _common([next(iter(item)) for item in items])
            values = [item[name] for item in items]
            together.append({name: self.value(block.child_blocks[name], values)})
        return together

    def struct(self, block, values):
        table = table_of(block)
        parts = [spread(block, value) for value in values]
        names = _common([list(part) for part in parts])
        told = {}
        for name in names:
            value = self.value(block.child_blocks[name], [part[name] for part in parts])
            told.update(value if name == table else {name: value})
        first = next(iter(block.child_blocks))
        return told[first] if list(told) == [first] else told

    def list(self, block, values):
        return [
            self.value(block.child_block, list(items)) for items in _aligned(values)
        ]

    def table(self, block, tables):
        columns = [
            self.column(headings)
            for headings in _aligned([table["columns"] for table in tables])
        ]
        kinds = [column.get("type", PLAIN_COLUMN) for column in columns]
        rows = [
            [
                self.value(block.child_blocks[kind], list(cells))
                for kind, cells in zip(kinds, _aligned(rows), strict=True)
            ]
            for rows in _aligned([table["rows"] for table in tables])
        ]
        return {"columns": columns, "rows": rows}

    def column(self, headings):
        if not any(isinstance(heading, dict) for heading in headings):
            return self.each(headings)
        if not all(isinstance(heading, dict) for heading in headings):
            raise _DoNotCorrespond
        kind = _common([heading["type"] for heading in headings])
        told = self.each([heading["heading"] for heading in headings])
        return {"heading": told, "type": kind}

    def rich_text(self, block, values):
        return self.each(values)

    def page(self, block, values):
        return _common(values)

    def library(self, block, values):
        return _common(values)

    def scalar(self, block, values):
        if isinstance(block, NEUTRAL) or block.name in NEUTRAL_NAMES:
            return _common(values)
        return self.each(values)

    def each(self, values):
        return dict(zip(self.languages, values, strict=True))


def _aligned(lists):
    if len({len(values) for values in lists}) > 1:
        raise _DoNotCorrespond
    return list(zip(*lists, strict=True))


def _common(values):
    if any(value != values[0] for value in values):
        raise _DoNotCorrespond
    return values[0]
