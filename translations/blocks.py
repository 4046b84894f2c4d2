"""The texts inside a stream of blocks, each with a path that stays when blocks are moved.

All work is on what Wagtail stores, with the block definitions beside it: no page, image
or document is looked up for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.validators import validate_slug
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock

from translations.units import Kind


@dataclass(frozen=True)
class Leaf:
    """A text in a block: where it stands, what it says and in which block."""

    path: str
    block: blocks.Block | None
    text: str
    label: str

    @property
    def kind(self) -> Kind:
        return Kind.RICH if isinstance(self.block, blocks.RichTextBlock) else Kind.PLAIN


def leaves(block: blocks.Block, raw, path: str = "", label: str = "") -> Iterator[Leaf]:
    """Yield the texts in `raw`, what Wagtail stores of `block`, also the empty ones."""
    if holds_words(block):
        yield Leaf(path, block, raw or "", label)
    elif isinstance(block, BaseTypedTableBlock):
        yield from _table_leaves(block, raw or {}, path, label)
    else:
        for name, child, value in children(block, raw):
            yield from leaves(child, value, f"{path}/{name}", _label(label, child))


def holds_words(block: blocks.Block) -> bool:
    """Tell whether `block` is a text that people read, not a code such as an anchor."""
    if isinstance(block, blocks.RichTextBlock):
        return True
    is_text = isinstance(block, blocks.CharBlock | blocks.TextBlock)
    return is_text and validate_slug not in block.field.validators


def children(block: blocks.Block, raw) -> list[tuple[str, blocks.Block, object]]:
    """Return the name, block and stored value of what `raw` is made of."""
    if isinstance(block, blocks.BaseStreamBlock):
        return [
            (item["id"], block.child_blocks[item["type"]], item["value"])
            for item in items(raw)
            if item["type"] in block.child_blocks
        ]
    if isinstance(block, blocks.ListBlock):
        return [(item["id"], block.child_block, item["value"]) for item in items(raw)]
    if isinstance(block, blocks.BaseStructBlock):
        values = raw or {}
        return [
            (name, child, values.get(name))
            for name, child in block.child_blocks.items()
        ]
    return []


def items(raw) -> list[dict]:
    """Return the items of a stored stream or list; each has a type, a value and an id."""
    return [_item(value, position) for position, value in enumerate(raw or [])]


def _item(value, position):
    # Older lists are stored without types and ids.
    if not (isinstance(value, dict) and {"type", "value"} <= set(value)):
        value = {"type": "item", "value": value}
    return {**value, "id": value.get("id") or str(position)}


def _table_leaves(block, raw, path, label):
    columns = raw.get("columns", [])
    for number, column in enumerate(columns):
        yield Leaf(f"{path}/h{number}", None, column["heading"] or "", label)
    for row_number, row in enumerate(raw.get("rows", [])):
        for number, (column, value) in enumerate(
            zip(columns, row["values"], strict=False)
        ):
            cell = block.child_blocks[column["type"]]
            yield from leaves(cell, value, f"{path}/r{row_number}c{number}", label)


def _label(label, child):
    return " – ".join(filter(None, [label, str(child.label)]))
