"""Anchors: the ends of the links to a part of a page, the same in every language."""

import re
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from core.languages import column, content_languages, default_language

MAX_LENGTH = 64
ROOM_FOR_NUMBER = 4

# The ids that templates give to their own parts; a test keeps this list complete.
RESERVED = {
    "activities",
    "cite",
    "collaborations",
    "contacts",
    "contents",
    "fringe",
    "funders",
    "import-state",
    "latest",
    "main",
    "media-kit",
    "promoted",
    "questions",
    "read",
    "releases",
    "results",
    "routes",
    "samples",
    "search-demand",
    "sent",
    "threads",
    "topics",
    "ways-in",
    "write",
}
RESERVED_PREFIX = "kind-"


def make_anchor(text: str, taken: Iterable[str] = ()) -> str:
    """Return a short anchor that says what `text` says and is none of `taken`."""
    words = slugify(re.sub(r"[^\w\s-]", " ", text))
    base = _cut(words) or "part"
    if base.startswith(RESERVED_PREFIX):
        base = f"part-{base}"[: MAX_LENGTH - ROOM_FOR_NUMBER]
    number = 1
    anchor = base
    while anchor in taken or _is_reserved(anchor):
        number += 1
        anchor = f"{base}-{number}"
    return anchor


def validate_anchor(value: str):
    """Refuse an anchor that a part of every page has already."""
    if _is_reserved(value):
        raise ValidationError(
            _("“%(value)s” names a part of the page itself. Choose another anchor."),
            params={"value": value},
        )


def complete_rows(rows, source: str):
    """Give each row without an anchor one made from its `source` text, and refuse twins."""
    rows = list(rows)
    owners = {}
    for row in rows:
        if row.anchor and row.anchor in owners:
            raise ValidationError(twin_message(row.anchor, owners[row.anchor]))
        owners[row.anchor] = row
    for row in rows:
        if not row.anchor:
            row.anchor = make_anchor(getattr(row, source), owners)
            owners[row.anchor] = row


def twin_message(anchor, other):
    return _(
        "“%(anchor)s” is already the anchor of “%(other)s”. "
        "Choose another one, or leave it empty to have one made."
    ) % {"anchor": anchor, "other": other}


def complete_headings(page, field_name: str):
    """Give each heading block an anchor; the headings of a translation take over the original's."""
    originals = _headings(page, field_name, default_language())
    anchors = _complete(originals, [])
    for language in content_languages():
        if language != default_language():
            headings = _headings(page, field_name, language)
            same_outline = len(headings) == len(originals)
            _complete(headings, anchors if same_outline else [])


def _headings(page, field_name, language):
    body = getattr(page, column(field_name, language)) or []
    return [block.value for block in body if block.block_type == "heading"]


def _complete(headings, suggestions):
    taken = set()
    for heading in headings:
        anchor = heading["anchor"]
        heading["anchor"] = make_anchor(anchor, taken) if anchor else ""
        taken.add(heading["anchor"])
    for position, heading in enumerate(headings):
        if not heading["anchor"]:
            suggested = suggestions[position] if suggestions else heading["text"]
            heading["anchor"] = make_anchor(suggested, taken)
            taken.add(heading["anchor"])
    return [heading["anchor"] for heading in headings]


def _cut(words):
    """Return the whole words of `words` that fit, with room for a number."""
    limit = MAX_LENGTH - ROOM_FOR_NUMBER
    if len(words) <= limit:
        return words.strip("-_")
    return words[: limit + 1].rpartition("-")[0].strip("-_") or words[:limit]


def _is_reserved(anchor):
    return anchor in RESERVED or anchor.startswith(RESERVED_PREFIX)
