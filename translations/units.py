"""One text to translate, as the desk, the checks and the exchange files know it."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a text is written."""

    PLAIN = "plain"
    RICH = "rich"


@dataclass(frozen=True)
class Unit:
    """A text of a page, row, setting or snippet, with the source that it is translated from.

    `key` is the same for as long as the text exists, and names its language: two units
    with one key are one text. Rich texts are HTML as Wagtail stores it, with links such
    as `<a linktype="page" id="3">`. A fingerprint changes when a reader would see the text
    change; it is empty for an empty text.
    """

    key: str
    label: str
    kind: Kind
    source_language: str
    target_language: str
    source: str
    target: str = ""
    source_fingerprint: str = ""
    target_fingerprint: str = ""
    # The most characters that the field holds; nothing where there is no limit.
    max_length: int | None = None
    # A title or a label, where a full stop or a middle dot would be out of place.
    is_label: bool = False
    # What a translator should know about the text.
    note: str = ""


def short_name(text: str) -> str:
    """Return a name for `text` that fits in a column and a file; empty for an empty text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16] if text else ""
