"""A stream in one language beside the same stream in another: which text translates which.

Each language has its own blocks, so that a translator may leave one out or add one.
Blocks that the desk makes carry the ids of their source. Where no id is shared, somebody
built the translation by hand: then blocks are paired by their order, if the kinds agree.
"""

from collections.abc import Iterator

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock

from translations.blocks import children, holds_words, items, leaves

# Stands for a block that the translation does not have; any value could be a value.
ABSENT = object()


def translated_texts(block: blocks.Block, source, target) -> dict[str, str]:
    """Return the texts of `target` by the path of the text in `source` that each translates."""
    return dict(_texts(block, source, target, ""))


def _texts(block, source, target, path) -> Iterator[tuple[str, str]]:
    if target is ABSENT:
        return
    if holds_words(block):
        yield path, target or ""
    elif isinstance(block, BaseTypedTableBlock):
        shown = {leaf.path for leaf in leaves(block, source, path)}
        found = leaves(block, target, path)
        yield from ((leaf.path, leaf.text) for leaf in found if leaf.path in shown)
    else:
        others = _counterparts(block, source, target)
        for name, child, value in children(block, source):
            other = others.get(name, ABSENT)
            yield from _texts(child, value, other, f"{path}/{name}")


def with_texts(block: blocks.BaseStreamBlock, source, target, texts: dict) -> list:
    """Return the stored stream `target` with `texts` written in, by their path in `source`.

    A block that the translation lacks is copied from the source without its other words,
    behind the block that it follows there; all that only the translation has stays.
    """
    result = items(target)
    paired = _paired(items(source), result)
    previous = None
    for item in items(source):
        path = f"/{item['id']}"
        other = paired.get(item["id"])
        if _touches(texts, path):
            child = block.child_blocks[item["type"]]
            value = other["value"] if other else ABSENT
            value = _filled(child, item["value"], value, path, texts)
            made = {**(other or item), "value": value}
            _put(result, made, other, previous)
            other = made
        previous = other or previous
    return result


def _touches(texts, path):
    return any(place == path or place.startswith(f"{path}/") for place in texts)


def _put(result, made, other, previous):
    """Put `made` in the place of `other`, or behind `previous`, or first."""
    ids = [item["id"] for item in result]
    if other:
        result[ids.index(other["id"])] = made
    else:
        result.insert(ids.index(previous["id"]) + 1 if previous else 0, made)


def _filled(block, source, target, path, texts):
    """Return the value of one block: the shape of the source, the words of the translation."""
    if holds_words(block):
        return texts.get(path, "" if target is ABSENT else target)
    if isinstance(block, BaseTypedTableBlock):
        return _filled_table(block, source, target, path, texts)
    if isinstance(block, blocks.BaseStructBlock):
        others = _counterparts(block, source, target)
        return {
            name: _filled(
                child, value, others.get(name, ABSENT), f"{path}/{name}", texts
            )
            for name, child, value in children(block, source)
        }
    if isinstance(block, blocks.ListBlock):
        return _filled_list(block, source, target, path, texts)
    return source if target is ABSENT else target


def _filled_list(block, source, target, path, texts):
    stored = [] if target is ABSENT else items(target)
    paired = _paired(items(source), stored)
    result = []
    for item in items(source):
        other = paired.get(item["id"])
        value = other["value"] if other else ABSENT
        place = f"{path}/{item['id']}"
        value = _filled(block.child_block, item["value"], value, place, texts)
        result.append({**(other or item), "value": value})
    known = {item["id"] for item in result}
    return result + [item for item in stored if item["id"] not in known]


def _filled_table(block, source, target, path, texts):
    stored = {} if target is ABSENT else target
    words = {leaf.path: leaf.text for leaf in leaves(block, stored, path)} | texts
    columns = [
        {**column, "heading": words.get(f"{path}/h{number}", "")}
        for number, column in enumerate(source["columns"])
    ]
    rows = [
        {
            "values": [
                words.get(f"{path}/r{row_number}c{number}", "")
                if holds_words(block.child_blocks[column["type"]])
                else value
                for number, (column, value) in enumerate(
                    zip(columns, row["values"], strict=False)
                )
            ]
        }
        for row_number, row in enumerate(source["rows"])
    ]
    return {**source, "columns": columns, "rows": rows}


def _counterparts(block, source, target) -> dict:
    """Return what stands in `target` for each child of `source`, by the child's name."""
    if target is ABSENT:
        return {}
    if isinstance(block, blocks.BaseStructBlock):
        return dict(target or {})
    if not isinstance(block, blocks.BaseStreamBlock | blocks.ListBlock):
        return {}
    paired = _paired(items(source), items(target))
    return {name: other["value"] for name, other in paired.items()}


def _paired(source: list[dict], target: list[dict]) -> dict[str, dict]:
    """Return the item of `target` for each item of `source`, by the id of that one."""
    kinds = {item["id"]: item["type"] for item in source}
    paired = {
        item["id"]: item for item in target if kinds.get(item["id"]) == item["type"]
    }
    if not paired and list(kinds.values()) == [item["type"] for item in target]:
        return dict(zip(kinds, target, strict=True))
    return paired
