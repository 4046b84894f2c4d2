"""Short names for values, equal when a person would call two values the same.

A rich text that nobody touched comes back from the browser with other attributes than
it was stored with, a date without its seconds, a text with other line ends. None of that
is a change, so values are brought to one form before they are compared.
"""

import datetime
import hashlib
import json
import re
from functools import lru_cache

from django.db.models import Field, Model, QuerySet
from django.utils import timezone
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.blocks import (
    Block,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StreamValue,
    StructBlock,
)
from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail.fields import RichTextField
from wagtail.rich_text import features as feature_registry

BLOCK_KEY = re.compile(r'\s+data-block-key="[^"]*"')
# Each blank fits in one place only: else many empty paragraphs before a word take forever.
EMPTY_RICH_TEXT = re.compile(r"\s*(<p>\s*(<br\s*/?>\s*)?</p>\s*)*")
# Draftail's round trip settles after one pass; a second proves it, a third is never needed.
MOST_ROUND_TRIPS = 3


def fingerprint(field: Field, value) -> str:
    """Return a short text that changes when a reader would see `value` of `field` change."""
    text = canonical(field, value)
    return hashlib.sha256(text.encode()).hexdigest()[:12] if text else ""


def fingerprints(instance: Model, fields: list[Field]) -> dict[str, str]:
    """Return the fingerprint of each of `fields` of `instance`, by name."""
    return {
        field.name: fingerprint(field, field.value_from_object(instance))
        for field in fields
    }


def canonical(field: Field, value) -> str:
    """Return `value` as a text that is the same however it was typed, stored or posted."""
    if isinstance(value, StreamValue):
        blocks = canonical_block(value.stream_block, value)
        return json.dumps(blocks, default=str) if blocks else ""
    if isinstance(field, RichTextField):
        return canonical_rich_text(str(value or ""), field.features)
    if isinstance(value, datetime.datetime):
        return _canonical_moment(value)
    if isinstance(value, QuerySet | list | tuple | set):
        return json.dumps(sorted(_plain(item) for item in value)) if value else ""
    if isinstance(value, dict):
        return json.dumps(value, sort_keys=True, default=str)
    return _plain(value)


def canonical_rich_text(html: str, features: list[str] | None = None) -> str:
    """Return `html` as the editor would give it back, without the keys it adds."""
    names = features or feature_registry.get_default_features()
    return _round_trip(BLOCK_KEY.sub("", html.strip()), tuple(names))


def canonical_block(block: Block, value):
    """Return the content of a block without the ids that come and go with editing."""
    if isinstance(block, StreamBlock):
        return [
            [child.block_type, canonical_block(child.block, child.value)]
            for child in value
        ]
    if isinstance(block, StructBlock):
        return {
            name: canonical_block(child, value.get(name))
            for name, child in block.child_blocks.items()
        }
    if isinstance(block, ListBlock):
        return [canonical_block(block.child_block, item) for item in value]
    if isinstance(block, RichTextBlock):
        return canonical_rich_text(
            getattr(value, "source", value or ""), block.features
        )
    if isinstance(value, TypedTable):
        return _canonical_table(block, value)
    return _plain(block.get_prep_value(value))


def _canonical_table(block, table):
    columns = [column["block"] for column in table.columns]
    return {
        "headings": [_plain(column["heading"]) for column in table.columns],
        "kinds": [column.name for column in columns],
        "rows": [
            [
                canonical_block(*cell)
                for cell in zip(columns, row["values"], strict=False)
            ]
            for row in block.get_prep_value(table)["rows"]
        ],
    }


def _canonical_moment(value):
    # The field in the form shows no seconds.
    if timezone.is_naive(value):
        value = timezone.make_aware(value)
    return value.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%MZ")


def _plain(value) -> str:
    if value is None:
        return ""
    if isinstance(value, Model):
        value = value.pk
    return str(value).replace("\r\n", "\n").strip()


@lru_cache(maxsize=4096)
def _round_trip(html, features):
    converter = _converter(features)
    for _attempt in range(MOST_ROUND_TRIPS):
        if EMPTY_RICH_TEXT.fullmatch(html):
            return ""
        returned = converter.to_database_format(converter.from_database_format(html))
        returned = BLOCK_KEY.sub("", returned)
        if returned == html:
            break
        html = returned
    return html


@lru_cache(maxsize=64)
def _converter(features):
    return ContentstateConverter(list(features))
