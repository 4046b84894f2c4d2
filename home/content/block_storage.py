"""Stores the blocks that a content file tells, and tells the stored ones."""

import uuid

from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from home.content.block_values import PLAIN_COLUMN, UNSAID, Walker, alone, spread
from home.content.rich_texts import stored_rich_text, told_rich_text

NAMESPACE = uuid.UUID("5a3f0c86-8f3b-4b9c-9c57-5d3c7f5a2b1e")


class Writer(Walker):
    """Turns what a file tells into what Wagtail stores; the same text always gets the same ids."""

    def __init__(self, names):
        self.names = names
        self.path = []

    def identified(self, position, kind, block, told):
        self.path.append(f"{position}:{kind}")
        stored = {
            "type": kind,
            "value": self.value(block, told),
            "id": str(uuid.uuid5(NAMESPACE, "/".join(self.path))),
        }
        self.path.pop()
        return stored

    def stream(self, block, told):
        return [
            self.identified(position, name, block.child_blocks[name], value)
            for position, item in enumerate(told)
            for name, value in item.items()
        ]

    def struct(self, block, told):
        values = spread(block, told)
        return {
            name: self.value(child, values[name])
            if name in values
            else child.get_prep_value(child.get_default())
            for name, child in block.child_blocks.items()
        }

    def list(self, block, told):
        return [
            self.identified(position, "item", block.child_block, item)
            for position, item in enumerate(told)
        ]

    def table(self, block, told):
        columns = [
            column
            if isinstance(column, dict)
            else {"type": PLAIN_COLUMN, "heading": column}
            for column in told.get("columns", [])
        ]
        rows = [
            {
                "values": [
                    self.value(block.child_blocks[column["type"]], cell)
                    for column, cell in zip(columns, row, strict=False)
                ]
            }
            for row in told.get("rows", [])
        ]
        return {"columns": columns, "rows": rows, "caption": ""}

    def rich_text(self, block, told):
        return stored_rich_text(told, self.names)

    def page(self, block, told):
        return self.names.ids.get(told)

    def library(self, block, told):
        found = block.target_model.objects.filter(title=told).first()
        return found and found.pk

    def scalar(self, block, told):
        return told


class Teller(Walker):
    """Turns what Wagtail stores into what a file would tell."""

    def __init__(self, names):
        self.names = names

    def stream(self, block, stored):
        return [
            {item["type"]: self.value(block.child_blocks[item["type"]], item["value"])}
            for item in stored or []
            if item["type"] in block.child_blocks
        ]

    def struct(self, block, stored):
        told = {}
        for name, child in block.child_blocks.items():
            value = self.value(child, (stored or {}).get(name))
            if isinstance(child, TypedTableBlock):
                told.update(value)
            elif value not in UNSAID:
                told[name] = value
        return alone(block, told)

    def list(self, block, stored):
        items = [
            item["value"] if isinstance(item, dict) and "value" in item else item
            for item in stored or []
        ]
        return [self.value(block.child_block, item) for item in items]

    def table(self, block, stored):
        columns = (stored or {}).get("columns", [])
        rows = [
            [
                self.value(block.child_blocks[column["type"]], cell)
                for column, cell in zip(columns, row["values"], strict=False)
            ]
            for row in (stored or {}).get("rows", [])
        ]
        told = [
            column["heading"]
            if column["type"] == PLAIN_COLUMN
            else {"heading": column["heading"], "type": column["type"]}
            for column in columns
        ]
        return {"columns": told, "rows": rows}

    def rich_text(self, block, stored):
        return told_rich_text(str(stored or ""), self.names)

    def page(self, block, stored):
        return self.names.keys.get(stored, "")

    def library(self, block, stored):
        found = block.target_model.objects.filter(pk=stored).first()
        return found.title if found else ""

    def scalar(self, block, stored):
        if isinstance(stored, bool):
            return stored
        return "" if stored is None else str(stored)
