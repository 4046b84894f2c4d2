"""Finds what an editor would want to correct in the typography of a text, language by language.

What is set right when a text is shown, such as a plain space before a French `?`, is no
fault. A language without rules has no faults. See `core.typography`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.doublets import INCLUSIVE_FORM, doublet
from core.plain_words import OBJECT
from core.typography import ADDRESS, NARROW_SPACE, NO_BREAK_SPACE

SPACE = r"[ \t\u00a0\u2009\u202f]"
LETTER = r"[^\W\d_]"
END = r"""(?=[;:!?]*(?:[\s)»”"]|$))"""
# Tells a title in English, which keeps its own spacing in a French text.
ENGLISH_WORD = r"(?i)\b(?:and|for|of|the|with)\b"
# How many characters of the text stand around a fault, so that one sees which it is.
SURROUNDINGS = 24


@dataclass(frozen=True)
class Finding:
    """A place in a text that an editor may want to correct, and how it could read."""

    message: Promise
    position: int
    before: str
    wrong: str
    after: str
    suggestion: str


@dataclass(frozen=True)
class LintRule:
    """What to say about `pattern`, and what could stand in its place."""

    message: Promise
    pattern: str
    suggestion: str | Callable[[str], str]
    labels_only: bool = False
    # Nothing is wrong in a clause that holds this.
    unless: str = ""

    def findings(self, words: str) -> Iterator[Finding]:
        for match in re.finditer(self.pattern, words, re.MULTILINE):
            # A pattern may look at more than what it finds wrong.
            start, end = match.span("wrong" if "wrong" in match.groupdict() else 0)
            if self._is_excused(words[:start]):
                continue
            yield Finding(
                self.message,
                start,
                _last_words(words[:start]),
                words[start:end],
                _first_words(words[end:]),
                self._suggestion(match, words[start:end]),
            )

    def _is_excused(self, words_before: str) -> bool:
        if not self.unless:
            return False
        clause = re.split(r"[.!?\n]", words_before)[-1]
        return bool(re.search(self.unless, clause))

    def _suggestion(self, match: re.Match, wrong: str) -> str:
        if callable(self.suggestion):
            return self.suggestion(wrong)
        return match.expand(self.suggestion)


def _last_words(words: str) -> str:
    line = words.rpartition("\n")[2]
    return line if len(line) <= SURROUNDINGS else f"…{line[-SURROUNDINGS:]}"


def _first_words(words: str) -> str:
    line = words.partition("\n")[0]
    return line if len(line) <= SURROUNDINGS else f"{line[:SURROUNDINGS]}…"


def _open_spanish(sentence: str) -> str:
    return ("¿" if sentence.endswith("?") else "¡") + sentence


DOUBLE_SPACE = LintRule(
    _("Two spaces follow one another."), rf"(?<=\S){SPACE}{{2,}}(?=\S)", " "
)
SPACE_AFTER_OPENING = LintRule(
    _("No space belongs after this mark."), rf"(?<=[(\[]){SPACE}+(?=\S)", ""
)
SPACE_BEFORE_STOP = LintRule(
    _("No space belongs before this mark."),
    rf"(?<=\S){SPACE}+(?=[)\]]|[,.](?:\s|$))",
    "",
)
NO_SPACE_AFTER_COMMA = LintRule(
    _("A space belongs after the comma."), rf"(?<={LETTER}),(?={LETTER})", ", "
)
SPACING = [
    DOUBLE_SPACE,
    SPACE_AFTER_OPENING,
    SPACE_BEFORE_STOP,
    NO_SPACE_AFTER_COMMA,
]
# Neither English nor Spanish has a space here; those who also write French type one.
SPACE_BEFORE_MARK = LintRule(
    _("No space belongs before this mark."), rf"(?<=\S){SPACE}+(?=[;:!?]+(?:\s|$))", ""
)

LINT_RULES: dict[str, list[LintRule]] = {
    "fr": [
        *SPACING,
        LintRule(
            _("French has a space before this mark."),
            rf"(?<=[\w)\]»…])[;!?]+{END}",
            rf"{NARROW_SPACE}\g<0>",
            unless=rf"{ENGLISH_WORD}|[¿¡]",
        ),
        LintRule(
            _("French has a space before the colon."),
            rf"(?<=[\w)\]»…]):{END}",
            rf"{NO_BREAK_SPACE}\g<0>",
            unless=ENGLISH_WORD,
        ),
        LintRule(
            _("French has a space inside « »."), r"«(?=\S)", rf"\g<0>{NARROW_SPACE}"
        ),
        LintRule(
            _("French has a space inside « »."),
            r"(?<=[^\s«])»",
            rf"{NARROW_SPACE}\g<0>",
        ),
        LintRule(
            _("The apostrophe of French is curled."),
            rf"(?<!{LETTER}){LETTER}+'(?=\w)",
            lambda found: found.replace("'", "’"),
        ),
        LintRule(
            _("French quotes with « »."),
            r'"([^"\n]+)"',
            rf"«{NARROW_SPACE}\1{NARROW_SPACE}»",
        ),
        LintRule(
            _(
                "Screen readers spell out the middle dots; in titles and labels, name "
                "both instead."
            ),
            INCLUSIVE_FORM,
            doublet,
            labels_only=True,
        ),
    ],
    "en": [*SPACING, SPACE_BEFORE_MARK],
    "es": [
        *SPACING,
        SPACE_BEFORE_MARK,
        LintRule(
            _("Spanish opens questions with ¿ and exclamations with ¡."),
            # Looks first whether a mark closes at all, which keeps long texts quick.
            r"(?:(?<=[?!\n])|^)(?=\s*+[^¿¡?!\n]*+[?!])\s*+(?:[^¿¡?!\n]*[.…:;]\s+)?"
            rf"(?P<wrong>[^¿¡?!\n]*{LETTER}[^¿¡?!\n]*[?!])",
            _open_spanish,
        ),
        LintRule(
            _("No space belongs inside « » or after ¿ and ¡."),
            rf"(?<=[«¿¡]){SPACE}+(?!»)|(?<!«){SPACE}+(?=»)",
            "",
        ),
        LintRule(_("Spanish quotes with « »."), r'"([^"\n]+)"', r"«\1»"),
    ],
}


def lint(words: str, language: str, is_label: bool = False) -> list[Finding]:
    """Return what could be better in `words`, which hold no tags, in the order of the text."""
    text = re.sub(ADDRESS, OBJECT, words)
    findings = [
        finding
        for rule in LINT_RULES.get(language, [])
        if is_label or not rule.labels_only
        for finding in rule.findings(text)
    ]
    return sorted(findings, key=lambda finding: finding.position)
