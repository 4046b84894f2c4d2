"""What the page of the search shows of a result."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from core import typography
from core.languages import direction, native_name
from search.asking import Asked

register = template.Library()


@register.simple_tag
def pieces(found, language):
    """Return words of a text in `language` as HTML, those that were asked for marked."""
    html = format_html_join(
        "",
        "{}{}{}",
        (
            (mark_safe("<mark>"), piece.text, mark_safe("</mark>"))
            if piece.is_match
            else ("", piece.text, "")
            for piece in found
        ),
    )
    return typography.typeset(html, language)


@register.simple_tag
def language_attributes(language, surroundings):
    """Return ` lang="…" dir="…"` for a text in another language than that of its surroundings."""
    if language == surroundings:
        return ""
    return format_html(' lang="{}" dir="{}"', language, direction(language))


@register.simple_tag
def group_url(asked, group):
    """Return the address of all that is in `group`."""
    return asked.url(kind=group.kind, language=group.language)


@register.simple_tag
def search_url(row):
    """Return the address of a search that was made in vain."""
    return Asked(row.words).url(row.language)


@register.filter
def language_names(codes):
    """Return the names of languages given by their codes with spaces between."""
    return ", ".join(map(native_name, codes.split()))
