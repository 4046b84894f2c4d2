"""Writes XLIFF 1.2, a unit for each text, with the tags of rich text as protected marks."""

from collections.abc import Iterable
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from translations.exchange.deliveries import DeliveredUnit, State
from translations.exchange.inline import Numbers, xml_of
from translations.exchange.markup import Tag, html_of, pieces
from translations.units import Kind

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
STATES = {
    State.NEEDS_WORK: "needs-translation",
    State.TRANSLATED: "translated",
    State.APPROVED: "final",
}
RICH, PARAGRAPH = "x-html", "x-html-p"
FINGERPRINTS = "x-fingerprints"


def write_xliff(units: Iterable[DeliveredUnit]) -> bytes:
    """Return an XLIFF file, a `<file>` for each pair of languages."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff xmlns="{NAMESPACE}" version="1.2">',
    ]
    ordered = sorted(units, key=_languages)
    for (source, target), group in groupby(ordered, key=_languages):
        lines.append(
            f'  <file original="{source}-{target}" source-language="{source}" target-language="{target}" datatype="html">'
        )
        lines.append("    <body>")
        for unit in group:
            lines.extend(f"      {line}" for line in _unit(unit))
        lines += ["    </body>", "  </file>"]
    lines += ["</xliff>", ""]
    return "\n".join(lines).encode()


def _languages(unit):
    return unit.source_language, unit.target_language


def _unit(unit):
    restype = _restype(unit)
    numbers = Numbers()
    yield f"<trans-unit {_attributes(unit, restype)}>"
    yield f"  <source>{_content(unit.source, restype, numbers)}</source>"
    if unit.target:
        state = STATES[unit.state]
        content = _content(unit.target, restype, numbers)
        yield f'  <target state="{state}">{content}</target>'
    if unit.previous_source:
        yield '  <alt-trans alttranstype="previous-version">'
        content = _content(unit.previous_source, RICH if restype else "", numbers)
        yield f"    <source>{content}</source>"
        yield f"    <target>{_content(unit.target, restype, numbers)}</target>"
        yield "  </alt-trans>"
    yield '  <context-group purpose="information">'
    yield f'    <context context-type="{FINGERPRINTS}">{unit.fingerprints}</context>'
    yield "  </context-group>"
    yield from _notes(unit)
    yield "</trans-unit>"


def _notes(unit):
    for origin, text in (
        ("label", unit.label),
        ("developer", unit.note),
        ("translator", unit.comment),
    ):
        if text:
            yield f'  <note from="{origin}">{escape(text)}</note>'


def _attributes(unit, restype):
    attributes = {"id": unit.key}
    if unit.state == State.APPROVED:
        attributes["approved"] = "yes"
    if restype:
        attributes["restype"] = restype
    if unit.max_length is not None:
        attributes |= {"maxwidth": str(unit.max_length), "size-unit": "char"}
    attributes["xml:space"] = "preserve"
    return " ".join(f"{name}={quoteattr(value)}" for name, value in attributes.items())


def _restype(unit):
    """Say that a unit is rich, and whether it is a paragraph whose own tags stay away."""
    if unit.kind != Kind.RICH:
        return ""
    texts = [text for text in (unit.source, unit.target) if text]
    return PARAGRAPH if all(map(is_paragraph, texts)) else RICH


def is_paragraph(html: str) -> bool:
    """Return whether `html` is one plain paragraph."""
    found = pieces(html)
    tags = [piece for piece in found if isinstance(piece, Tag) and piece.name == "p"]
    return (
        len(tags) == 2
        and found[0] == Tag("p")
        and found[-1] == Tag("p", is_closing=True)
    )


def _content(text, restype, numbers):
    if not restype:
        return escape(text)
    if restype == PARAGRAPH:
        text = html_of(pieces(text)[1:-1])
    return xml_of(text, numbers)
