"""The texts that a translator reads beside their own, as HTML that nobody can edit."""

from dataclasses import dataclass

from django.utils.html import (
    format_html,
    format_html_join,
    linebreaks,
)
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import (
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StreamValue,
    StructBlock,
)
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import RichTextField
from wagtail.rich_text import expand_db_html

from core.languages import (
    column,
    content_languages,
    default_language,
    direction,
    native_name,
)
from core.texts import is_empty


@dataclass(frozen=True)
class Source:
    """One text in the language it is really in."""

    language: str
    html: SafeString

    @property
    def name(self) -> str:
        return native_name(self.language)

    @property
    def direction(self) -> str:
        return direction(self.language)


def sources(instance, field_name: str, without=()) -> list[Source]:
    """Return what `field_name` says in the languages not in `without`, the default one first."""
    default = default_language()
    languages = [default, *(code for code in content_languages() if code != default)]
    found = []
    for language in languages:
        value = getattr(instance, column(field_name, language))
        if language not in without and not is_empty(value):
            found.append(Source(language, _field_html(instance, field_name, value)))
    return found


def _field_html(instance, field_name, value):
    if isinstance(value, StreamValue):
        return _stream_html(value)
    if isinstance(instance._meta.get_field(field_name), RichTextField):
        return mark_safe(expand_db_html(str(value)))
    return mark_safe(linebreaks(str(value), autoescape=True))


def _stream_html(stream):
    return format_html_join(
        "",
        '<div class="source__block"><span class="source__kind">{}</span>{}</div>',
        ((child.block.label, block_html(child.block, child.value)) for child in stream),
    )


def block_html(block, value) -> SafeString:
    """Return the texts in the `value` of `block`, in order, whatever it is made of."""
    if value is None or value == "":
        return mark_safe("")
    if isinstance(block, StreamBlock):
        return _stream_html(value)
    if isinstance(block, StructBlock):
        parts = (block_html(child, value.get(name)) for name, child in _children(block))
        return format_html_join("", "{}", ((part,) for part in parts))
    if isinstance(block, ListBlock):
        items = (block_html(block.child_block, item) for item in value)
        return format_html(
            "<ul>{}</ul>",
            format_html_join("", "<li>{}</li>", ((item,) for item in items)),
        )
    if isinstance(block, TypedTableBlock):
        return _table_html(value)
    if isinstance(block, RichTextBlock):
        return mark_safe(expand_db_html(value.source))
    return format_html("<p>{}</p>", str(value))


def _children(block):
    return block.child_blocks.items()


def _table_html(table):
    head = format_html_join("", "<th>{}</th>", ((c["heading"],) for c in table.columns))
    rows = format_html_join(
        "",
        "<tr>{}</tr>",
        (
            (
                format_html_join(
                    "",
                    "<td>{}</td>",
                    ((block_html(cell.block, cell.value),) for cell in row),
                ),
            )
            for row in table.rows
        ),
    )
    return format_html("<table><thead><tr>{}</tr></thead>{}</table>", head, rows)
