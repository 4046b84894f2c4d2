"""Rich text as the inline elements of XLIFF, which translation tools show as protected marks.

`<g>` stands for a pair of tags, `<x/>` for a tag alone. Each carries the tag itself in
`equiv-text`; a tool that keeps nothing but the `id` is understood too, through the source.
"""

from xml.sax.saxutils import escape, quoteattr

from django.utils.translation import gettext as _

from translations.exchange.markup import Tag, html_of, pieces
from translations.exchange.trees import Element

TYPES = {
    "a": "link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underlined",
    "br": "lb",
    "img": "image",
}
# Tools put these around the words they have found and split; the words are what counts.
TRANSPARENT = {"mrk"}


class Numbers:
    """Gives the tags of a source and of its translation the same numbers where they are equal."""

    def __init__(self):
        self.of_source: list[tuple[str, str]] = []

    def number(self, tags: list[str]) -> list[str]:
        """Return a number for each of `tags`, those of earlier calls first."""
        free, numbers = list(self.of_source), []
        for tag in tags:
            known = next((pair for pair in free if pair[0] == tag), None)
            if known:
                free.remove(known)
            else:
                known = (tag, str(len(self.of_source) + 1))
                self.of_source.append(known)
            numbers.append(known[1])
        return numbers


def xml_of(html: str, numbers: Numbers) -> str:
    """Return rich text as the content of a `<source>` or `<target>`."""
    found = pieces(html)
    partners = _partners(found)
    marks = [
        place
        for place, piece in enumerate(found)
        if isinstance(piece, Tag) and place not in partners.values()
    ]
    number = dict(
        zip(marks, numbers.number([found[place].html for place in marks]), strict=True)
    )
    parts = []
    for place, piece in enumerate(found):
        if isinstance(piece, str):
            parts.append(escape(piece))
        elif place in partners:
            parts.append(f"<g {_attributes(piece, number[place])}>")
        elif place in number:
            parts.append(f"<x {_attributes(piece, number[place])}/>")
        else:
            parts.append("</g>")
    return "".join(parts)


def _attributes(tag, number):
    kind = TYPES.get(tag.name, f"x-html-{tag.name}")
    return f'id="{number}" ctype={quoteattr(kind)} equiv-text={quoteattr(tag.html)}'


def _partners(found):
    """Return where each element that is properly closed starts and ends."""
    partners, around = {}, []
    for place, piece in enumerate(found):
        if isinstance(piece, str) or piece.is_void:
            continue
        if not piece.is_closing:
            around.append(place)
        elif around and found[around[-1]].name == piece.name:
            partners[around.pop()] = place
    return partners


def tags_by_number(*elements: Element) -> dict[str, Tag]:
    """Return the tag that each mark stands for; what the first elements say counts."""
    tags: dict[str, Tag] = {}
    for element in elements:
        for mark in element.descendants():
            number, tag = mark.get("id"), _tag(mark.get("equiv-text"))
            if number and tag and mark.name in ("g", "x"):
                tags.setdefault(number, tag)
    return tags


def _tag(written):
    found = pieces(written or "")
    return found[0] if len(found) == 1 and isinstance(found[0], Tag) else None


def html_from(element: Element, tags: dict[str, Tag]) -> str:
    """Return the rich text of a `<source>` or `<target>`; ValueError says what is foreign."""
    return html_of(list(_pieces_from(element, tags)))


def _pieces_from(element, tags):
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.name in TRANSPARENT:
            yield from _pieces_from(child, tags)
        elif child.name not in ("g", "x"):
            raise ValueError(
                _(
                    "The mark <%(name)s> is not of this site. Keep the marks of the source."
                )
                % {"name": child.name}
            )
        else:
            yield from _element_from(child, tags)


def _element_from(mark, tags):
    tag = tags.get(mark.get("id") or "")
    if tag is None:
        raise ValueError(
            _("The mark number %(id)s is not in the source. Take it out of the file.")
            % {"id": mark.get("id") or "?"}
        )
    yield tag
    yield from _pieces_from(mark, tags)
    if mark.name == "g" and not tag.is_void and not tag.is_closing:
        yield Tag(tag.name, is_closing=True)
