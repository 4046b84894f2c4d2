"""Sets texts by the rules of their language as they are shown; what is stored stays as typed.

French asks for a thin space that never breaks before `; ! ?` and inside « », and people
have no key for it. See docs/decisions/0080-typography-is-set-when-shown.md.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

NARROW_SPACE = "\u202f"
NO_BREAK_SPACE = "\u00a0"
APOSTROPHE = "’"

SPACE = r"(?:[ \t\u00a0\u2009\u202f]|&nbsp;|&#160;|&#xa0;|&#8239;|&#x202f;)"
STRAIGHT_APOSTROPHE = r"(?:'|&#x27;|&#39;|&apos;)"
LETTER = r"[^\W\d_]"
# A rule sees through these: the space of `<b>Attention</b> !` is followed by `!`.
INLINE_ELEMENTS = ["a", "abbr", "b", "em", "i", "small", "span", "strong", "sub", "sup"]
TAGS = rf"(?:</?(?:{'|'.join(INLINE_ELEMENTS)})\b[^<>]*>)*"
NOT_SPACED = r"[^\s«>;]"
CLAUSE = r"[\w)\]»…]"
# What may follow a mark that ends a clause; `page?id=3` has no such mark.
CLAUSE_END = r"(?=[;:!?]*(?:[\s<)\]»”\".,…]|&nbsp;|&quot;|\Z))"


def after(characters: str) -> str:
    """Return a pattern for the place behind `characters`, be it through a closing tag."""
    closings = ["", *(f"</{name}>" for name in INLINE_ELEMENTS)]
    return "(?:" + "|".join(f"(?<={characters}{tag})" for tag in closings) + ")"


def mark_after(characters: str, marks: str) -> str:
    """Return a pattern for one of `marks` behind `characters`; the mark is looked for first."""
    return f"(?=[{marks}]){after(characters)}[{marks}]"


@dataclass(frozen=True)
class Rule:
    """What to write in place of `pattern`, which matches spaces, apostrophes or gaps.

    In `replacement`, `\\g<0>` is what was found, so that a rule can set a space before it.
    """

    pattern: str
    replacement: str


# A number of one to three digits, to which a group of three digits belongs.
GROUP = r"(?:(?<=(?<!\d)\d)|(?<=(?<!\d)\d\d)|(?<=(?<!\d)\d\d\d))"
UNITS = "ans|cm|g|h|ha|jours?|kg|km|kWh|l|m|milliards?|millions?|min|mm|mois|t"

TYPOGRAPHIC_APOSTROPHE = Rule(
    rf"(?=['&])(?:(?<={LETTER}){STRAIGHT_APOSTROPHE}(?=\w|<(?!/)|«)"
    rf"|{after(LETTER)}{STRAIGHT_APOSTROPHE}(?={LETTER}))(?![\w.-]*@)",
    APOSTROPHE,
)

# A question of Spanish words in a French text keeps the marks of Spanish.
KEEP_SPANISH_MARKS = Rule(r"¿[^?<]*\?+|¡[^!<]*!+", r"\g<0>")

# One language, one list; a language without a list is shown as it is written.
RULES: dict[str, list[Rule]] = {
    "fr": [
        KEEP_SPANISH_MARKS,
        TYPOGRAPHIC_APOSTROPHE,
        Rule(rf"{SPACE}+(?={TAGS}(?:[;?»]|!(?!=)))", NARROW_SPACE),
        Rule(mark_after(CLAUSE, ";!?") + CLAUSE_END, rf"{NARROW_SPACE}\g<0>"),
        Rule(rf"«{SPACE}*(?!\s|\Z)", f"«{NARROW_SPACE}"),
        Rule(mark_after(NOT_SPACED, "»"), rf"{NARROW_SPACE}\g<0>"),
        # None is added before a colon: `Economy: A Picture` may be a title in English.
        Rule(rf"{SPACE}+(?={TAGS}:(?!//))", NO_BREAK_SPACE),
        Rule(rf"(?<=\d){SPACE}+(?=[%‰](?!\w))", NARROW_SPACE),
        Rule(r"(?<=\d)[%‰](?!\w)", rf"{NARROW_SPACE}\g<0>"),
        Rule(rf"{GROUP}{SPACE}+(?=\d{{3}}(?!\d))", NARROW_SPACE),
        Rule(rf"(?<=\d){SPACE}+(?=[€$£¥])", NO_BREAK_SPACE),
        Rule(r"(?<=\d)€", rf"{NO_BREAK_SPACE}\g<0>"),
        Rule(rf"(?<=\d){SPACE}+(?=(?:{UNITS})\b)", NO_BREAK_SPACE),
        Rule(rf"(?<=\d[ \u00a0\u202f]h){SPACE}+(?=\d)", NO_BREAK_SPACE),
        Rule(rf"(?<=\b[nN]°){SPACE}+(?=\d)", NO_BREAK_SPACE),
        Rule(rf"(?:(?<=\bp\.)|(?<=\bart\.)){SPACE}+(?=\d)", NO_BREAK_SPACE),
        Rule(rf"(?:(?<=\bM\.)|(?<=\bMme)){SPACE}+(?=[A-ZÀ-Ý])", NO_BREAK_SPACE),
    ],
    "en": [TYPOGRAPHIC_APOSTROPHE],
    "es": [
        Rule(rf"(?<=\d){SPACE}+(?=[%‰])", NO_BREAK_SPACE),
        Rule(rf"(?<=\bn\.º){SPACE}+(?=\d)", NO_BREAK_SPACE),
    ],
}

# Words of a machine: nothing inside them is typeset.
VERBATIM_ELEMENTS = {"code", "kbd", "pre", "samp", "script", "style", "textarea", "var"}
VOID_ELEMENTS = {"br", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
TAG = r"<!--.*?-->|</?[a-zA-Z](?:\"[^\"]*\"|'[^']*'|[^>\"'])*>"
ADDRESS = r"(?:https?://|www\.)[^\s<»]+|(?<![\w.@-])(?:[\w-]+\.)+[a-zA-Z]{2,}/[^\s<»]*"
ENTITY = r"&#?\w+;"
ELEMENT = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?P<attributes>[^>]*)")
OTHER_LANGUAGE = re.compile(r"\slang\s*=")


@lru_cache
def _pattern(language: str) -> re.Pattern:
    rules = "|".join(
        f"(?P<rule{number}>{rule.pattern})"
        for number, rule in enumerate(RULES[language])
    )
    return re.compile(
        # No rule changes a letter or digit: saying so first makes this five times faster.
        rf"(?P<tag>{TAG})|(?P<kept>{ADDRESS})|(?!\w)(?:{rules})|{ENTITY}",
        re.DOTALL,
    )


@dataclass
class Typesetter:
    """Walks through HTML and sets its text; knows when it stands in words to leave alone."""

    language: str
    # The element whose words are left alone, and how many of its name are open.
    left_alone: str = ""
    depth: int = 0
    rules: list[Rule] = field(init=False)

    def __post_init__(self):
        self.rules = RULES[self.language]

    def set(self, html: str) -> str:
        return _pattern(self.language).sub(self._replace, html)

    def _replace(self, match: re.Match) -> str:
        kind = match.lastgroup
        if kind == "tag":
            self._pass(match.group())
        elif kind and kind.startswith("rule") and not self.left_alone:
            return match.expand(self.rules[int(kind[4:])].replacement)
        return match.group()

    def _pass(self, tag: str):
        element = ELEMENT.match(tag)
        name = element["name"].lower() if element else ""
        if name in VOID_ELEMENTS or not name or tag.endswith("/>"):
            return
        if self.left_alone:
            if name == self.left_alone:
                self.depth += -1 if element["close"] else 1
            if not self.depth:
                self.left_alone = ""
        elif not element["close"] and self._stays_as_it_is(name, element["attributes"]):
            self.left_alone, self.depth = name, 1

    def _stays_as_it_is(self, name: str, attributes: str) -> bool:
        # A text in another language was set by that language's rules already.
        return name in VERBATIM_ELEMENTS or bool(OTHER_LANGUAGE.search(attributes))


def typeset(words, language: str) -> SafeString:
    """Return `words` as HTML, set by the rules of `language`; unsafe strings are escaped.

    Only spaces and apostrophes change, and only between tags.
    """
    html = conditional_escape(words)
    if language not in RULES:
        return mark_safe(html)
    return _typeset(str(html), language)


# Pages show the same few texts again and again: menus, footers, questions.
@lru_cache(maxsize=1024)
def _typeset(html: str, language: str) -> SafeString:
    return mark_safe(Typesetter(language).set(html))
