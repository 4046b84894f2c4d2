"""What the editor of a StreamField posts, read from the state that a form hands to it."""

import json


def read_streams(form) -> dict[str, str]:
    """Return what the stream editors of `form`, which a browser builds by script, would post."""
    data = {}
    for editor in form.select("[data-controller~=w-block]"):
        value, _errors = json.loads(editor["data-w-block-arguments-value"])
        data |= stream_data(editor["id"], value)
    return data


def stream_data(prefix: str, state) -> dict[str, str]:
    """Return the fields posted for the block at `prefix`, whose `state` the editor was given."""
    if isinstance(state, list):
        return _children_data(prefix, state)
    if isinstance(state, dict) and "columns" in state:
        return _table_data(prefix, state)
    if isinstance(state, dict) and "edit_url" in state:
        # A chooser shows more of what was chosen than it posts.
        return {prefix: str(state["id"])}
    if isinstance(state, dict):
        data = {}
        for name, value in state.items():
            data |= stream_data(f"{prefix}-{name}", value)
        return data
    return {prefix: "" if state is None else str(state)}


def _children_data(prefix, children):
    data = {f"{prefix}-count": str(len(children))}
    for index, child in enumerate(children):
        place = f"{prefix}-{index}"
        data |= {f"{place}-deleted": "", f"{place}-order": str(index)}
        data |= {f"{place}-id": child.get("id") or ""}
        if "type" in child:
            data[f"{place}-type"] = child["type"]
        data |= stream_data(f"{place}-value", child["value"])
    return data


def _table_data(prefix, table):
    columns, rows = table["columns"], table["rows"]
    data = {
        f"{prefix}-column-count": str(len(columns)),
        f"{prefix}-row-count": str(len(rows)),
        f"{prefix}-caption": table.get("caption") or "",
    }
    for index, column in enumerate(columns):
        place = f"{prefix}-column-{index}"
        data |= {f"{place}-type": column["type"], f"{place}-heading": column["heading"]}
        data |= {f"{place}-order": str(index), f"{place}-deleted": ""}
    for index, row in enumerate(rows):
        data |= {
            f"{prefix}-row-{index}-order": str(index),
            f"{prefix}-row-{index}-deleted": "",
        }
        for position, value in enumerate(row["values"]):
            data |= stream_data(f"{prefix}-cell-{index}-{position}", value)
    return data
