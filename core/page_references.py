"""Finds in the stored texts of a page which other pages and images they use, without a query."""

import re
from collections.abc import Iterator

from wagtail.blocks import StreamValue

from core.registration import translated_field_names
from core.texts import text

PAGE_LINK = re.compile(r'<a [^>]*linktype="page"[^>]*>')
PAGE_ID = re.compile(r'\bid="(\d+)"')
# The names that our blocks give to what they hold.
KINDS = {"page": "page", "image": "image", "photo": "image"}


def references(page) -> dict[str, set[int]]:
    """Return the ids of the pages and images that the texts for the current reader use, by kind."""
    found = {"page": set(), "image": set()}
    for name in translated_field_names(type(page)):
        value = text(page, name).value
        raw = value.raw_data if isinstance(value, StreamValue) else value
        for kind, number in _references(raw):
            found[kind].add(number)
    return found


def _references(raw) -> Iterator[tuple[str, int]]:
    if isinstance(raw, str):
        for link in PAGE_LINK.findall(raw):
            yield from (("page", int(number)) for number in PAGE_ID.findall(link))
    elif isinstance(raw, dict):
        for name, value in raw.items():
            if name in KINDS and isinstance(value, int):
                yield KINDS[name], value
            yield from _references(value)
    elif raw is not None and not isinstance(raw, (int, float, bool)):
        for value in raw:
            yield from _references(value)
