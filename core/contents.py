"""The contents list of a page, made from the headings of its body."""

from dataclasses import dataclass

from core.anchors import complete_headings, make_anchor
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
    return heading["anchor"] or make_anchor(heading["text"])


class ContentsMixin:
    """A page whose body has headings, each with an anchor from its first save on."""

    @property
    def contents(self) -> list[ContentsEntry]:
        """Return the headings of the body that the visitor reads, with their anchors."""
        return contents(self.text("body"))

    def clean(self):
        super().clean()
        complete_headings(self, "body")
