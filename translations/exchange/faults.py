"""What is wrong with a translation that came back, for the person who sent it."""

import re
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _
from wagtail.rich_text import RichTextMaxLengthValidator
from wagtail.whitelist import check_url

from translations.exchange.markup import VOID_ELEMENTS, Tag, pieces
from translations.units import Kind, Unit

INLINE = {"a", "b", "strong", "i", "em", "u", "s", "del", "sub", "sup", "code", "small"}
TEXT_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"}
LISTS = {"ul", "ol"}
ATTRIBUTES = {
    "a": {"href", "id", "linktype", "query", "title"},
    "embed": {"alt", "embedtype", "format", "id", "url"},
    "img": {"alt", "src", "width", "height", "class"},
}
ADDRESSES = {"href", "src", "url"}
ELEMENTS = INLINE | TEXT_BLOCKS | LISTS | {"li"} | VOID_ELEMENTS

FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
FAILED_FORMULA = re.compile(
    r"#(NAME\?|REF!|VALUE!|NOM\?|VALEUR!|¿NOMBRE\?|¡REF!|¡VALOR!)"
)
# Not names of elements: what a text can have in the place of one.
UNBALANCED = "!"
WORDS = "#"
LOOKS_LIKE_A_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


def fault(text: str, unit: Unit) -> str:
    """Return what keeps `text` from being the translation of `unit`; nothing if all is well.

    The tags must be those of the source, or those of the translation as it stands: an
    editor may have given the translation other paragraphs than its source has.
    """
    if unit.kind == Kind.RICH:
        found = _fault_of_markup(text, unit)
    else:
        found = _fault_of_plain_text(text, unit)
    return found or _fault_of_length(text, unit)


def danger(text: str, unit: Unit) -> str:
    """Return what in `text` could do harm to a reader, whatever `unit` holds; or nothing."""
    if unit.kind == Kind.RICH:
        unsafe = next((tag.html for tag in _tags(pieces(text)) if not is_safe(tag)), "")
        if unsafe:
            return _(
                "%(tag)s is not allowed in a text of this site. Take it out of the file."
            ) % {"tag": _shortened(unsafe)}
    return _fault_of_formula(text, unit)


def _fault_of_plain_text(text, unit):
    tags = Counter(LOOKS_LIKE_A_TAG.findall(text))
    known = [
        Counter(LOOKS_LIKE_A_TAG.findall(old)) for old in (unit.source, unit.target)
    ]
    return "" if tags in known else _difference(tags, known[0])


def _fault_of_markup(html, unit):
    found = pieces(html)
    source, target = pieces(unit.source), pieces(unit.target)
    tags, known = _counted(found), [_counted(source), _counted(target)]
    if tags not in known:
        return _difference(tags, known[0])
    strange = set(nestings(found)) - set(nestings(source)) - set(nestings(target))
    wrong = next((pair for pair in sorted(strange) if not may_hold(*pair)), None)
    if wrong is None:
        return ""
    return _misplaced(*wrong)


def _misplaced(parent, child):
    if parent == UNBALANCED:
        return _(
            "The tag %(tag)s is not closed where it should be. Put the tags as they are in the source."
        ) % {"tag": f"<{child}>"}
    if child == WORDS:
        return _(
            "Some words stand outside every paragraph. Put them between the tags of a paragraph."
        )
    return _(
        "The tag %(tag)s cannot stand inside %(parent)s. Put the tags as they are in the source."
    ) % {"tag": f"<{child}>", "parent": f"<{parent}>" if parent else _("the text")}


def is_safe(tag: Tag) -> bool:
    """Return whether an editor could have made `tag` with Wagtail's own rich text."""
    if tag.name not in ELEMENTS:
        return False
    allowed = ATTRIBUTES.get(tag.name, set())
    return all(
        name in allowed and (name not in ADDRESSES or check_url(value) is not None)
        for name, value in tag.attributes
    )


def nestings(found: list[str | Tag]) -> Iterator[tuple[str, str]]:
    """Yield each element with the one around it, and the words outside of all."""
    around: list[str] = []
    for piece in found:
        if isinstance(piece, str):
            if not around and piece.strip():
                yield "", WORDS
        elif piece.is_closing:
            if around and around[-1] == piece.name:
                around.pop()
            else:
                yield UNBALANCED, piece.name
        else:
            yield from ((outer, piece.name) for outer in _parents(around, piece))
            if not piece.is_void:
                around.append(piece.name)
    yield from ((UNBALANCED, name) for name in around)


def _parents(around, tag):
    # A link in a link is wrong however many elements are between them.
    if tag.name == "a" and "a" in around[:-1]:
        yield "a"
    yield around[-1] if around else ""


def may_hold(parent: str, child: str) -> bool:
    """Return whether rich text of the editor can have `child` right inside `parent`."""
    if parent == "":
        return child in TEXT_BLOCKS | LISTS | {"hr", "embed", "img"}
    if parent in LISTS:
        return child == "li"
    if parent == "li" and child in LISTS:
        return True
    if parent in INLINE | TEXT_BLOCKS | {"li"}:
        return child in INLINE | {"br"} and (parent, child) != ("a", "a")
    return False


def _tags(found):
    return [piece for piece in found if isinstance(piece, Tag)]


def _counted(found):
    return Counter(tag.html_in_order for tag in _tags(found) if not tag.is_closing)


def _difference(tags, expected):
    missing, foreign = _some(expected - tags), _some(tags - expected)
    if missing and foreign:
        return _(
            "%(missing)s is missing, and %(foreign)s is not in the source. Keep the tags of the source, each once."
        ) % {"missing": missing, "foreign": foreign}
    if missing:
        return _("%(missing)s is missing. Keep the tags of the source, each once.") % {
            "missing": missing
        }
    return _("%(foreign)s is not in the source. Take it out of the file.") % {
        "foreign": foreign
    }


def _some(tags):
    # The first few show what is wrong; a hostile file could name thousands.
    return " ".join(map(_shortened, list(tags)[:3]))


def _shortened(tag):
    return tag if len(tag) <= 100 else f"{tag[:99]}…"


def _fault_of_formula(text, unit):
    if FAILED_FORMULA.match(text):
        return _(
            "“%(text)s” is what a spreadsheet shows instead of a formula that fails. Type the translation again, as text."
        ) % {"text": text[:40]}
    if not FORMULA.match(text):
        return ""
    if any(FORMULA.match(known) for known in (unit.source, unit.target)):
        return ""
    return _(
        "“%(text)s” would be a formula in a spreadsheet. Start the translation with another sign."
    ) % {"text": text[:40]}


def _fault_of_length(text, unit):
    if unit.max_length is None:
        return ""
    length = length_of(text, unit.kind)
    if length <= unit.max_length:
        return ""
    return _(
        "The translation has %(length)d characters, and there is room for %(limit)d. Shorten it."
    ) % {"length": length, "limit": unit.max_length}


def length_of(text: str, kind: Kind) -> int:
    """Return how many characters of a field `text` takes, counted as Wagtail does."""
    if kind == Kind.RICH:
        return RichTextMaxLengthValidator(0).clean(text)
    return len(text)
