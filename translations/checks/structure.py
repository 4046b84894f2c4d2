"""Whether a translation is built as its source, and fits where it is shown."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from translations.checks import toolkit
from translations.checks.faults import Code, Fault, error, warning
from translations.checks.pairs import Pair, lost_and_added

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What a reader would miss; an image or a link has a check of its own.
BUILDING_ELEMENTS = (*HEADINGS, "blockquote", "hr", "li", "table", "td", "th", "tr")
# What one may write in one language and not in the other.
FREE_ELEMENTS = {"a", "br", "div", "embed", "img", "ol", "span", "ul"}
SAME_ELEMENTS = {"strong": "b", "em": "i"}


def check_placeholders(pair: Pair) -> Iterator[Fault]:
    """Find placeholders that were lost, translated or added."""
    lost, added = lost_and_added(pair.source.placeholders, pair.target.placeholders)
    for placeholder in lost:
        yield error(
            Code.PLACEHOLDERS,
            _("The placeholder “%(placeholder)s” is missing. Copy it from the source."),
            placeholder,
            placeholder=placeholder,
        )
    for placeholder in added:
        yield error(
            Code.PLACEHOLDERS,
            _("The source has no placeholder “%(placeholder)s”. Remove or correct it."),
            placeholder,
            placeholder=placeholder,
        )
    if not (lost or added) and toolkit.formats_differ(
        pair.source.words, pair.target.words
    ):
        yield error(
            Code.PLACEHOLDERS,
            _("The placeholders differ from the source’s. Copy them as they are."),
        )


def check_pairs_of_tags(pair: Pair) -> Iterator[Fault]:
    """Find elements that are opened and not closed, or the other way round."""
    for tag in dict.fromkeys(pair.target.unpaired):
        yield error(
            Code.STRUCTURE,
            _("The tag <%(tag)s> has no counterpart. Open and close each element."),
            f"<{tag}>",
            tag=tag,
        )


def check_elements(pair: Pair) -> Iterator[Fault]:
    """Find list items, headings and other elements that were lost or added."""
    if not pair.target.is_rich:
        yield from _typed_tags(pair)
        return
    source, target = _counts(pair.source.elements), _counts(pair.target.elements)
    for tag in sorted({*source, *target} - FREE_ELEMENTS):
        if source.get(tag, 0) != target.get(tag, 0):
            yield _count_fault(tag, source.get(tag, 0), target.get(tag, 0))


def _typed_tags(pair):
    _lost, added = lost_and_added(pair.source.elements, pair.target.elements)
    for tag in dict.fromkeys(added):
        yield warning(
            Code.STRUCTURE,
            _("“%(tag)s” would be shown as it stands here. Remove it."),
            tag,
            tag=tag,
        )


def _counts(elements) -> dict[str, int]:
    counts: dict[str, int] = {}
    for tag, count in elements.items():
        tag = SAME_ELEMENTS.get(tag, tag)
        counts[tag] = counts.get(tag, 0) + count
    return counts


def _count_fault(tag, expected, found) -> Fault:
    is_lost = tag in BUILDING_ELEMENTS and found < expected
    return (error if is_lost else warning)(
        Code.STRUCTURE,
        _(
            "The source has %(expected)s %(element)s, the translation %(found)s. "
            "Build it as the source."
        ),
        f"<{tag}>",
        expected=expected,
        found=found,
        element=_element_name(tag),
    )


def _element_name(tag):
    names = {
        "li": _("list items"),
        "p": _("paragraphs"),
        "b": _("passages in bold"),
        "i": _("passages in italics"),
        "tr": _("table rows"),
        "td": _("table cells"),
        "blockquote": _("quotations"),
        **{heading: _("headings of this level") for heading in HEADINGS},
    }
    return names.get(tag, f"<{tag}>")


def check_length(pair: Pair) -> Iterator[Fault]:
    """Find texts that do not fit their field, and texts of a length that hints at a loss."""
    most, length = pair.unit.max_length, len(pair.target.stored)
    if most is not None and length > most:
        yield error(
            Code.TOO_LONG,
            _(
                "This has %(length)s characters, and the field holds %(most)s. Leave "
                "out %(excess)s."
            ),
            pair.target.stored[most : most + 40],
            length=length,
            most=most,
            excess=length - most,
        )
    yield from _unusual_length(pair)


# The shortest text of which a length says something, and what is usual from there on.
SHORT_TEXT = 40
SHORTEST, LONGEST = 0.5, 2.0
SHORTEST_OF_SHORT, LONGEST_OF_SHORT = 0.1, 10


def _unusual_length(pair) -> Iterator[Fault]:
    here, there = len(pair.target.words.strip()), len(pair.source.words.strip())
    is_short = min(here, there) < SHORT_TEXT and max(here, there) < 2 * SHORT_TEXT
    shortest = SHORTEST_OF_SHORT if is_short else SHORTEST
    longest = LONGEST_OF_SHORT if is_short else LONGEST
    if here < shortest * there:
        message = _(
            "This is much shorter than the source: %(here)s characters for %(there)s. "
            "See whether something is missing."
        )
    elif here > longest * there:
        message = _(
            "This is much longer than the source: %(here)s characters for %(there)s. "
            "See whether it says more than the source."
        )
    else:
        return
    yield warning(Code.LENGTH, message, here=here, there=there)
