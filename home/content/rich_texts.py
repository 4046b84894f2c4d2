"""Rich text of content files: checked, sanitised, stored and told again."""

from django.utils.translation import gettext as _

from home.content import links, markup
from home.content.known import Known, not_a_text
from home.content.links import Names
from home.content.source import Located


def rich_text(given: Located, known: Known):
    """Return the paragraphs of `given`, checked and sanitised, or None after noting a fault."""
    if given.is_map and set(given.value) == {"html"}:
        html = given.get("html").value
        if not isinstance(html, str):
            return not_a_text(given, known)
        html = markup.sanitise(html)
    elif _are_paragraphs(given.plain()):
        html = markup.html_of(given.plain())
    else:
        message = _("Write a list of paragraphs; a list among them is a bulleted list.")
        known.faults.add(given.place, message)
        return None
    documents = {*known.names.documents.values(), *known.planned_documents}
    for target in links.targets(html):
        fault = links.fault_of(target, known.page_keys, documents)
        if fault:
            known.faults.add(given.place, fault)
    return markup.paragraphs_of(html)


def _are_paragraphs(value):
    if isinstance(value, str):
        return True
    return isinstance(value, list) and all(map(_is_paragraph, value))


def _is_paragraph(value):
    if isinstance(value, dict):
        return set(value) == {"numbered"} and _are_lines(value["numbered"])
    return isinstance(value, str) or _are_lines(value)


def _are_lines(value):
    return isinstance(value, list) and all(isinstance(line, str) for line in value)


def stored_rich_text(told, names: Names) -> str:
    """Return paragraphs as the site stores them."""
    html = told["html"] if isinstance(told, dict) else markup.html_of(told)
    return links.to_database(html, names)


def told_rich_text(stored: str, names: Names):
    """Return stored rich text as paragraphs."""
    return markup.paragraphs_of(
        links.from_database(markup.without_block_keys(stored), names)
    )
