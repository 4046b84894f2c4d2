"""Reads XLIFF 1.2 as translation tools give it back."""

import re
from dataclasses import replace

from django.utils.translation import gettext as _

from translations.exchange.deliveries import (
    DeliveredUnit,
    ExchangeError,
    Fingerprints,
    Limits,
    State,
)
from translations.exchange.inline import html_from, tags_by_number
from translations.exchange.markup import normal, tidy, tidy_lines
from translations.exchange.trees import Element, read_xml
from translations.exchange.xliff import FINGERPRINTS, NAMESPACE, PARAGRAPH, RICH
from translations.units import Kind

# Tools fill these in from the source when they open a file.
UNTRANSLATED = {"new", "needs-translation"}


def read_xliff(content: bytes, limits: Limits) -> list[DeliveredUnit]:
    """Return the units of an XLIFF file; ExchangeError says what is wrong with it."""
    root = read_xml(content, limits)
    if root.name != "xliff" or root.namespace != NAMESPACE:
        raise ExchangeError(
            _(
                "This is not an XLIFF 1.2 file (it starts with <%(name)s> of “%(namespace)s”). Export it from your tool as XLIFF 1.2."
            )
            % {"name": root.name[:50], "namespace": root.namespace[:100]}
        )
    return [
        _read_unit(element, file.get("source-language"), file.get("target-language"))
        for file in root.all("file")
        for element in _units_in(file)
    ]


def _units_in(element):
    for child in element.elements:
        if child.name == "trans-unit":
            yield child
        elif child.name in ("body", "group"):
            yield from _units_in(child)


def _read_unit(element, source_language, target_language):
    source = element.first("source")
    if source is None:
        raise ExchangeError(
            _("Line %(line)d: the unit “%(key)s” has no source. Export the file again.")
            % {"line": element.line, "key": (element.get("id") or "")[:200]}
        )
    restype = element.get("restype")
    unit = DeliveredUnit(
        key=element.get("id") or "",
        kind=Kind.RICH if restype in (RICH, PARAGRAPH) else Kind.PLAIN,
        source_language=source_language or "",
        target_language=target_language or "",
        source="",
        fingerprints=_fingerprints(element),
        max_length=_number(element.get("maxwidth")),
        line=element.line,
        **_notes(element),
    )
    return _with_state(_with_texts(unit, element), element)


def _with_texts(unit, element):
    source, target = element.first("source"), element.first("target")
    old = element.first("alt-trans")
    old = old.first("source") if old and _is_previous(old) else None
    tags = tags_by_number(*(part for part in (source, target, old) if part))
    is_paragraph = element.get("restype") == PARAGRAPH
    texts, fault = {}, ""
    for name, part in (
        ("source", source),
        ("target", target),
        ("previous_source", old),
    ):
        try:
            wrap = is_paragraph and name != "previous_source"
            texts[name] = _text(part, unit.kind, tags, wrap) if part else ""
        except ValueError as error:
            # Unread, so that nobody takes half a text for the whole.
            texts[name], fault = tidy(part.text), str(error)
    return replace(unit, **texts, fault=fault)


def _text(part: Element, kind, tags, is_paragraph):
    if kind == Kind.PLAIN:
        _refuse_marks_in(part)
        return normal(part.text, kind)
    html = html_from(part, tags)
    return normal(f"<p>{html}</p>" if is_paragraph else html, kind)


def _refuse_marks_in(part):
    for mark in part.descendants():
        if mark.name != "mrk":
            raise ValueError(
                _("The mark <%(name)s> is in a text without marks. Take it out.")
                % {"name": mark.name}
            )


def _with_state(unit, element):
    target = element.first("target")
    written = (target.get("state") if target else None) or ""
    if written in UNTRANSLATED and _is_copied_source(unit):
        return replace(unit, target="", state=State.NEW)
    if not unit.target:
        return replace(unit, state=State.NEW)
    if element.get("approved") == "yes" or written in ("final", "signed-off"):
        return replace(unit, state=State.APPROVED)
    # Many tools leave the mark of a unit that had no translation as it was.
    needs_work = written.startswith("needs-")
    return replace(unit, state=State.NEEDS_WORK if needs_work else State.TRANSLATED)


def _is_copied_source(unit):
    return unit.target == unit.source and unit.fingerprints.text == ""


def _is_previous(alternative):
    return alternative.get("alttranstype") == "previous-version"


def _fingerprints(element):
    for group in element.all("context-group"):
        for context in group.all("context"):
            if context.get("context-type") == FINGERPRINTS:
                return Fingerprints.of(context.text)
    return Fingerprints()


def _notes(element):
    notes: dict[str, list[str]] = {"label": [], "developer": [], "translator": []}
    for note in element.all("note"):
        origin = note.get("from") or ""
        notes.get(origin, notes["translator"]).append(note.text)
    texts = {origin: tidy_lines("\n".join(parts)) for origin, parts in notes.items()}
    return {
        "label": texts["label"],
        "note": texts["developer"],
        "comment": texts["translator"],
    }


def _number(written):
    return int(written) if re.fullmatch("[0-9]{1,9}", written or "") else None
