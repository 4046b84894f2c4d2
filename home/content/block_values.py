"""Values of blocks as content files write them, and as Wagtail stores them.

Every walk here follows the definitions of the blocks, so a new block needs no code.
Where only the first field of a block is filled, its value stands alone; the columns and
rows of a table stand directly in the block that holds it.
"""

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

PLAIN_COLUMN = "text"
# Values that need no word in a file.
UNSAID = (None, "", [], False)


class Walker:
    """Goes through blocks by their definitions, one method a kind of block."""

    def value(self, block, *given):
        for kind, method in self.methods():
            if isinstance(block, kind):
                return method(block, *given)
        return self.scalar(block, *given)

    def methods(self):
        return (
            (blocks.StreamBlock, self.stream),
            (blocks.StructBlock, self.struct),
            (blocks.ListBlock, self.list),
            (TypedTableBlock, self.table),
            (blocks.RichTextBlock, self.rich_text),
            (blocks.PageChooserBlock, self.page),
            ((ImageChooserBlock, DocumentChooserBlock), self.library),
        )


def first_name(block):
    return next(iter(block.child_blocks))


def table_of(block):
    """Return the name of the table that lies open in `block`, if any."""
    for name, child in block.child_blocks.items():
        if isinstance(child, TypedTableBlock):
            return name
    return None


def alone(block, told):
    """Return what to write for a block: its first value alone where that says it all."""
    first = told.get(first_name(block))
    return first if len(told) == 1 and isinstance(first, str) else told


def spread(block, told):
    """Return the values of a block by name, however they are written."""
    if not isinstance(told, dict):
        return {first_name(block): told}
    table = table_of(block)
    if table is None:
        return told
    inside = {name: told[name] for name in ("columns", "rows") if name in told}
    outside = {name: told[name] for name in told if name not in inside}
    return {**outside, table: inside}
