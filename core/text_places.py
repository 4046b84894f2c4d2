"""Finds every translated text of a page, a row or a setting, whatever field holds it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import RichText

from core.languages import column, content_languages, native_name
from core.plain_words import plain_words
from core.registration import translated_field_names

# How the name of a field ends that holds a title or a label, not a sentence.
LABEL_NAMES = ("title", "headline", "heading", "kicker", "label", "name", "question")


@dataclass(frozen=True)
class Part:
    """Words of a text, and where in it they stand."""

    words: str
    is_label: bool
    block: str = ""


@dataclass(frozen=True)
class Place:
    """Where words of a page, row or setting stand, and in which language."""

    instance: models.Model
    field_name: str
    language: str
    part: Part
    # What the row is called and how its inputs begin, where the text is one of a row.
    row: str = ""
    prefix: str = ""

    @property
    def input_name(self) -> str:
        """Return the name of the input in the edit form: `items-2-answer_fr`."""
        return f"{self.prefix}{column(self.field_name, self.language)}"

    @property
    def name(self) -> str:
        """Return what an editor calls the place: `Question 3 – Answer (Français)`."""
        field = self.instance._meta.get_field(self.field_name)
        label = _("%(field)s (%(language)s)") % {
            "field": capfirst(field.verbose_name),
            "language": native_name(self.language),
        }
        return " – ".join(filter(None, [self.row, label, self.part.block]))


def places(
    instance: models.Model, languages: list[str] | None = None
) -> Iterator[Place]:
    """Yield the texts of `instance` and of its rows in `languages`, all by default."""
    languages = content_languages() if languages is None else languages
    yield from _own_places(instance, languages)
    for relation in get_all_child_relations(type(instance)):
        accessor = relation.get_accessor_name()
        name = capfirst(relation.related_model._meta.verbose_name)
        for index, row in enumerate(getattr(instance, accessor).all()):
            in_row = {"row": f"{name} {index + 1}", "prefix": f"{accessor}-{index}-"}
            yield from _own_places(row, languages, **in_row)


def _own_places(instance, languages, **in_row) -> Iterator[Place]:
    for field_name in translated_field_names(type(instance)):
        for language in languages:
            for part in parts(instance, field_name, language):
                yield Place(instance, field_name, language, part, **in_row)


def parts(instance: models.Model, field_name: str, language: str) -> Iterator[Part]:
    """Yield the words of one text; a body of blocks has many parts, an address none."""
    field = instance._meta.get_field(field_name)
    value = getattr(instance, column(field_name, language))
    if not value or not field.editable or not _holds_words(field):
        return
    if isinstance(field, StreamField):
        yield from _stream_parts(value)
    else:
        words = plain_words(value) if isinstance(field, RichTextField) else value
        yield Part(words, field_name.endswith(LABEL_NAMES))


def _holds_words(field) -> bool:
    is_code = isinstance(field, models.SlugField | models.URLField | models.EmailField)
    is_text = isinstance(field, models.CharField | models.TextField | StreamField)
    return is_text and not is_code and not field.choices


def _stream_parts(stream) -> Iterator[Part]:
    for number, child in enumerate(stream, start=1):
        block = f"{number}. {capfirst(child.block.label)}"
        for words, is_label in _block_words(child.block, child.value):
            yield Part(words, is_label, block)


def _block_words(block, value) -> Iterator[tuple[str, bool]]:
    """Yield the words of a block of any kind, and whether they are a title or a label."""
    if not value:
        return
    if isinstance(value, RichText):
        yield plain_words(value.source), False
    elif isinstance(value, TypedTable):
        yield from ((column["heading"], True) for column in value.columns)
        for row in value.rows:
            for cell in row:
                yield from _block_words(cell.block, cell.value)
    elif isinstance(value, ListValue):
        for child in value.bound_blocks:
            yield from _block_words(child.block, child.value)
    elif isinstance(value, blocks.StructValue):
        for child in value.bound_blocks.values():
            yield from _block_words(child.block, child.value)
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock):
        yield str(value), isinstance(block, blocks.CharBlock)
