"""The contents list of a page, made from the headings of its body."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ContentsEntry:
    """A heading of the page and the end of the link to it."""

    anchor: str
    text: str


def contents(body) -> list[ContentsEntry]:
    """Return the headings of `body`, which may be empty."""
    return [
        ContentsEntry(block.value["anchor"], block.value["text"])
        for block in body or []
        if block.block_type == "heading"
    ]
