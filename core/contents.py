"""The contents list of a page, made from the headings of its body."""

from dataclasses import dataclass

from django.utils.text import slugify

from core.texts import Text


@dataclass(frozen=True)
class ContentsEntry:
    """A heading of the page and the end of the link to it."""

    anchor: str
    text: Text


def contents(body: Text) -> list[ContentsEntry]:
    """Return the headings of `body`, which may be empty."""
    return [
        ContentsEntry(anchor_of(block.value), body.part(block.value["text"]))
        for block in body.value or []
        if block.block_type == "heading"
    ]


def anchor_of(heading) -> str:
    """Return the end of the link to a heading block: its own anchor, or one made of its words."""
    return heading["anchor"] or slugify(heading["text"])
