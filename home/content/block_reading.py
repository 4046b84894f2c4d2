"""Checks the blocks that a content file gives."""

import re

from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from home.content.block_values import (
    PLAIN_COLUMN,
    UNSAID,
    Walker,
    alone,
    spread,
    table_of,
)
from home.content.known import library_title, shortened
from home.content.rich_texts import rich_text

NUMBER = re.compile(r"^-?\d{1,15}(\.\d{1,10})?$")


class Reader(Walker):
    """Checks what a file gives, and returns it in the form in which a file would tell it."""

    def __init__(self, known):
        self.known = known

    def fault(self, place, message):
        self.known.faults.add(place, message)

    def stream(self, block, given):
        if not given.is_list:
            return self.fault(given.place, _("Write a list of blocks."))
        return [
            told
            for item in given.value
            if (told := self.one_block(block, item)) is not None
        ]

    def one_block(self, block, given):
        if not given.is_map or len(given.value) != 1:
            return self.fault(given.place, _("A block is one name and its value."))
        name, value = next(given.items())
        if name not in block.child_blocks:
            return self.unknown(name, block, given.place)
        told = self.value(block.child_blocks[name], value)
        return None if told is None else {name: told}

    def unknown(self, name, block, place):
        choices = [self.shown(child) for child in block.child_blocks.items()]
        message = _("“%(name)s” is not known here. Choose from: %(choices)s.")
        return self.fault(
            place, message % {"name": name, "choices": ", ".join(choices)}
        )

    def shown(self, child):
        name, block = child
        return "columns, rows" if isinstance(block, TypedTableBlock) else name

    def struct(self, block, given):
        table = table_of(block)
        values = spread(block, given.value if given.is_map else given)
        told = {}
        for name, item in values.items():
            if name == table:
                told.update(self.table(block.child_blocks[name], item, given.place))
            elif name not in block.child_blocks:
                self.unknown(name, block, item.place)
            else:
                value = self.value(block.child_blocks[name], item)
                told.update({} if value in UNSAID else {name: value})
        order = [*block.child_blocks, "columns", "rows"]
        return alone(block, {name: told[name] for name in order if name in told})

    def list(self, block, given):
        if not given.is_list:
            return self.fault(given.place, _("Write a list."))
        told = [self.value(block.child_block, item) for item in given.value]
        return [value for value in told if value is not None]

    def table(self, block, given, place):
        columns, rows = given.get("columns"), given.get("rows")
        if columns is None or rows is None or not (columns.is_list and rows.is_list):
            self.fault(place, _("A table is a list of columns and a list of rows."))
            return {}
        kinds, told_columns = [], []
        for column in columns.value:
            kind = column.get("type")
            kind = PLAIN_COLUMN if kind is None else kind.value
            if not isinstance(kind, str) or kind not in block.child_blocks:
                self.unknown(kind, block, column.place)
                return {}
            heading = self.scalar(None, column.get("heading") or column)
            kinds.append(kind)
            told_columns.append(
                heading if kind == PLAIN_COLUMN else {"heading": heading, "type": kind}
            )
        told_rows = [self.row(block, kinds, row) for row in rows.value]
        return {"columns": told_columns, "rows": told_rows}

    def row(self, block, kinds, given):
        if not given.is_list or len(given.value) != len(kinds):
            message = _("Each row of this table needs %(count)s cells.")
            self.fault(given.place, message % {"count": len(kinds)})
            return []
        cells = zip(kinds, given.value, strict=True)
        return [self.value(block.child_blocks[kind], cell) for kind, cell in cells]

    def rich_text(self, block, given):
        return rich_text(given, self.known)

    def page(self, block, given):
        if given.value in ("", *self.known.page_keys):
            return given.value
        return self.fault(given.place, _("No page has the key “%s”.") % given.value)

    def library(self, block, given):
        return library_title(given, block.target_model, self.known)

    def scalar(self, block, given):
        if isinstance(block, blocks.BooleanBlock):
            return self.flag(given)
        if isinstance(given.value, bool | None) or given.is_list or given.is_map:
            message = _("A text is wanted here, not “%s”.")
            return self.fault(given.place, message % shortened(given.plain()))
        told = str(given.value).strip()
        if isinstance(block, blocks.DecimalBlock) and told and not NUMBER.match(told):
            return self.fault(given.place, _("“%s” is no number.") % shortened(told))
        return told

    def flag(self, given):
        if isinstance(given.value, bool):
            return given.value
        return self.fault(given.place, _("Write true or false."))
