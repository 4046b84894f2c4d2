"""Rich text as a row of words and tags, which is what a translator may move and may not change."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import escape, unescape

from translations.units import Kind

VOID_ELEMENTS = {"br", "hr", "img", "embed"}
# The editor pins comments to it; translators need not see it.
BLOCK_KEY = "data-block-key"
BLOCK_ELEMENTS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol"}

# No file can hold these: XML forbids them, and nobody sees them.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# A tag that never ends makes words of all that follows, so that no text is read twice.
PIECE = re.compile(
    r"(?P<unseen><[!?][^<>]*+>)"
    r"|(?P<tag></?[A-Za-z](?:\"[^\"]*+\"|'[^']*+'|[^\"'<>])*>)"
    r"|(?P<words>[^<]++|<(?![/!?A-Za-z])|<.*)",
    re.DOTALL,
)
TAG = re.compile(
    r"<(?P<closing>/?)(?P<name>[^\s/>]+)(?P<attributes>.*?)(?P<void>/?)>\Z", re.DOTALL
)
ATTRIBUTE = re.compile(
    r"(?P<name>[^\s=/\"'<>]+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'<>]+)))?"
)


@dataclass(frozen=True)
class Tag:
    """One tag of a rich text; two are equal when they say the same."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    is_closing: bool = False

    @property
    def is_void(self) -> bool:
        return self.name in VOID_ELEMENTS

    @cached_property
    def html(self) -> str:
        if self.is_closing:
            return f"</{self.name}>"
        attributes = "".join(
            f' {name}="{escape(value)}"' for name, value in self.attributes
        )
        return f"<{self.name}{attributes}{'/' if self.is_void else ''}>"

    @cached_property
    def html_in_order(self) -> str:
        """What must come back from a translator, in whatever order it was written."""
        kept = [pair for pair in sorted(self.attributes) if pair[0] != BLOCK_KEY]
        return Tag(self.name, tuple(kept), self.is_closing).html


@lru_cache(maxsize=4096)
def tag_of(written: str) -> Tag:
    """Return the tag that is written so."""
    match = TAG.match(written)
    attributes = tuple(
        (
            found["name"].lower(),
            unescape(found["double"] or found["single"] or found["bare"] or ""),
        )
        for found in ATTRIBUTE.finditer(match["attributes"])
    )
    return Tag(match["name"].lower(), attributes, bool(match["closing"]))


def pieces(html: str) -> list[str | Tag]:
    """Return the words and tags of `html`, the words as a reader sees them."""
    found: list[str | Tag] = []
    words: list[str] = []
    for match in PIECE.finditer(html):
        if match["words"]:
            words.append(unescape(match["words"]))
        tag = tag_of(match["tag"]) if match["tag"] else None
        # The end of an element that has none says nothing.
        if tag and not (tag.is_void and tag.is_closing):
            found += [*_joined(words), tag]
            words = []
    return [*found, *_joined(words)]


def _joined(words):
    return ["".join(words)] if words else []


def html_of(found: list[str | Tag]) -> str:
    """Return the HTML of words and tags, as the editor writes it."""
    return "".join(
        piece.html if isinstance(piece, Tag) else escape(piece, quote=False)
        for piece in found
    )


def normal(text: str, kind: Kind) -> str:
    """Return `text` in the form that it has in files: what no reader sees is left out."""
    if kind == Kind.PLAIN:
        return tidy(text)
    found = [_without_key(piece) for piece in pieces(tidy(text))]
    return tidy(html_of(found)) if any(map(_shows, found)) else ""


def _shows(piece):
    if isinstance(piece, str):
        return bool(piece.strip())
    # What the editor leaves of an empty text is a paragraph.
    return piece.name not in ("p", "br")


def tidy(text: str) -> str:
    """Return `text` with line ends of one kind, nothing unseen, and no blanks around it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return UNSEEN.sub(" ", lines).strip()


def tidy_lines(text: str) -> str:
    """Return a remark without blanks that files lose."""
    return "\n".join(line.strip() for line in tidy(text).split("\n"))


def with_block_keys(html: str, current: str) -> str:
    """Return `html` with the keys of `current`, where both have the same blocks.

    Comments in the editor are pinned to these keys, and stay with their paragraph.
    """
    ours, theirs = pieces(html), pieces(current)
    blocks = [tag for tag in theirs if _opens_block(tag)]
    places = [place for place, tag in enumerate(ours) if _opens_block(tag)]
    if [ours[place].name for place in places] != [tag.name for tag in blocks]:
        return html
    for place, block in zip(places, blocks, strict=True):
        keys = tuple(pair for pair in block.attributes if pair[0] == BLOCK_KEY)
        ours[place] = Tag(ours[place].name, keys + ours[place].attributes)
    return html_of(ours)


def _opens_block(piece) -> bool:
    return (
        isinstance(piece, Tag)
        and not piece.is_closing
        and piece.name in BLOCK_ELEMENTS | {"li"}
    )


def _without_key(piece):
    if isinstance(piece, str) or BLOCK_KEY not in dict(piece.attributes):
        return piece
    kept = tuple(pair for pair in piece.attributes if pair[0] != BLOCK_KEY)
    return Tag(piece.name, kept, piece.is_closing)
