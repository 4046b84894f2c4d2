"""Shows a text with the terms of the glossary marked, each with what to write for it."""

import re

import nh3
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from translations.readings import TAG
from translations.terms import Glossary, TermMatch

# What of a rich text is shown; a link leads nowhere, so that nobody leaves their work by it.
SHOWN_TAGS = {
    *("a", "b", "blockquote", "br", "code", "em", "h2", "h3", "h4", "h5", "h6", "hr"),
    *("i", "li", "ol", "p", "strong", "sub", "sup", "ul"),
}
AT_TAGS = re.compile(f"({TAG})", re.DOTALL)


def highlight(
    text: str,
    source_language: str,
    target_language: str,
    glossary: Glossary,
    is_html: bool = False,
) -> SafeString:
    """Return `text` as safe HTML in which every term says what to write in `target_language`."""
    html = shown_html(text) if is_html else text
    shown, behind = [], 0
    for match in glossary.find(html, source_language, is_html):
        shown.append(_unmarked(html[behind : match.start], is_html))
        shown.append(
            _marked(
                html[match.start : match.end],
                what_to_write(match, target_language),
                target_language,
                is_html,
            )
        )
        behind = match.end
    shown.append(_unmarked(html[behind:], is_html))
    return mark_safe("".join(shown))


def shown_html(html: str) -> str:
    """Return what may be shown of a rich text: its words and its structure, nothing that runs or loads."""
    return nh3.clean(html, tags=SHOWN_TAGS, attributes={"*": {"lang"}}, link_rel=None)


def what_to_write(match: TermMatch, language: str) -> str:
    """Return the translations of a term as one line for a translator."""
    forms = match.translations(language)
    if all(term.is_kept for term in match.terms):
        return _("%(name)s (stays as it is)") % {"name": get_text_list(forms, _("or"))}
    if not forms:
        return _("no translation in the glossary yet")
    return get_text_list(forms, _("or"))


def _unmarked(piece, is_html):
    return piece if is_html else escape(piece)


def _marked(piece, translation, language, is_html):
    """Return a term with its translation for the pointer, and once for who listens."""
    if not is_html:
        return _mark(escape(piece), translation, _said(translation, language))
    parts = AT_TAGS.split(piece)
    written = [index for index in range(0, len(parts), 2) if parts[index]]
    for index in written:
        said = _said(translation, language) if index == written[-1] else ""
        parts[index] = _mark(mark_safe(parts[index]), translation, said)
    return "".join(parts)


def _mark(words, translation, said):
    return format_html(
        '<mark class="glossary-term" title="{}">{}{}</mark>', translation, words, said
    )


def _said(translation, language):
    return format_html(
        '<span class="glossary-term__translation w-sr-only" lang="{}"> ({})</span>',
        language,
        translation,
    )
