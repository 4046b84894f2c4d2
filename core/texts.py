"""The one policy that chooses the language of every text a visitor reads."""

from django.db.models import Model
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField
from wagtail.rich_text import expand_db_html

from core.languages import column, current_language, direction, fallback_chain
from core.page_links import without_dead_links
from core.typography import typeset

EMPTY_RICH_TEXTS = {"", "<p></p>", "<p><br></p>", "<p><br/></p>"}


class Text(str):
    """A value with the language it is really in and the language it was asked for in.

    It is a string, so that templates ask it for `__html__`; they would take `str()` of
    anything else and escape rich text.
    """

    def __new__(cls, value, language: str, requested: str, is_rich: bool = False):
        # Nobody reads a stream as a string, and making one would render all its blocks.
        plain = "" if is_empty(value) or isinstance(value, StreamValue) else str(value)
        text = super().__new__(cls, plain)
        text.value = value
        text.language = language
        text.requested = requested
        text.is_rich = is_rich
        return text

    @property
    def is_fallback(self) -> bool:
        return self.language != self.requested

    @property
    def attributes(self) -> SafeString:
        """Return ` lang="…" dir="…"` where the text is not in the page's language."""
        if not self.is_fallback or not self:
            return mark_safe("")
        return format_html(
            ' lang="{}" dir="{}"', self.language, direction(self.language)
        )

    def part(self, words: str) -> "Text":
        """Return some of the words of this text, which are in its language."""
        return Text(words, self.language, self.requested)

    def __bool__(self):
        return not is_empty(self.value)

    def __html__(self):
        """Return the text as HTML, set by the rules of the language that it is in.

        Rich text has its links resolved, blocks are rendered, plain text is escaped.
        """
        if not self:
            return ""
        if self.is_rich:
            html = without_dead_links(expand_db_html(str(self.value)))
            return typeset(mark_safe(html), self.language)
        return typeset(self.value, self.language)


def is_empty(value) -> bool:
    """Tell whether `value`, of any kind of field, would show nothing to a reader."""
    if value is None:
        return True
    if isinstance(value, StreamValue):
        return len(value) == 0
    return _without_block_keys(str(value)).strip() in EMPTY_RICH_TEXTS


def _without_block_keys(html: str) -> str:
    """Return `html` where an untouched rich text, `<p data-block-key="…"></p>`, is plain."""
    if not html.startswith("<p data-block-key="):
        return html
    return "<p>" + html.partition(">")[2]


def text(instance: Model, field_name: str, language: str | None = None) -> Text:
    """Return `field_name` of `instance` in `language`, or in the first language of its fallback chain that has it."""
    requested = language or current_language()
    is_rich = isinstance(instance._meta.get_field(field_name), RichTextField)
    for candidate in fallback_chain(requested):
        value = getattr(instance, column(field_name, candidate))
        if not is_empty(value):
            return Text(value, candidate, requested, is_rich)
    return Text("", requested, requested, is_rich)


def first_text(sources: list[tuple[Model, str]], language: str | None = None) -> Text:
    """Return the first of several texts, each an instance and a field, that is in the reader's language.

    A title in that language goes before a headline in another.
    """
    texts = [text(instance, name, language) for instance, name in sources]
    found = [candidate for candidate in texts if candidate]
    chain = fallback_chain(texts[0].requested)
    return min(found, key=lambda found: chain.index(found.language), default=texts[-1])
