"""Whether marks, spaces and capitals are as the language of the translation has them."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from core.typography_lint import DOUBLE_SPACE, lint
from translations.checks import toolkit
from translations.checks.faults import Code, Fault, warning
from translations.checks.language_data import INVERTED_MARKS
from translations.checks.pairs import Pair
from translations.checks.written import Written

BRACKETS = {"(": ")", "[": "]"}
QUOTES = {"«": "»", "“": "”"}
# `a)` and `1)` number the items of a list.
ITEM_NUMBER = re.compile(r"(?:^|(?<=\s))(?:\d{1,2}|[a-z]|[ivx]{1,4})\)")
# The marks that make a sentence what it is, and those that may stand behind them or first.
END_MARKS = (".", "?", "!", ":", "…")
CLOSING = "»”’\"')]\u200e\u200f"
OPENING = "«“‘\"'([¿¡*\u200e\u200f"
SURROUNDINGS = 20


def check_typography(pair: Pair) -> Iterator[Fault]:
    """Find what the lint of the admin would say, and ¿ or ¡ that nothing closes."""
    words, language = pair.target.words, pair.target.base_language
    for finding in lint(words, language, pair.unit.is_label):
        if finding.message == DOUBLE_SPACE.message:
            continue
        yield warning(
            Code.TYPOGRAPHY,
            _("%(message)s Write “%(suggestion)s”."),
            f"{finding.before}{finding.wrong}{finding.after}",
            message=finding.message,
            suggestion=f"{finding.before}{finding.suggestion}{finding.after}",
        )
    for opening, closing in INVERTED_MARKS.get(language, {}).items():
        if words.count(opening) > words.count(closing):
            yield warning(
                Code.TYPOGRAPHY,
                _("“%(opening)s” opens and no “%(closing)s” closes. Add it."),
                opening,
                opening=opening,
                closing=closing,
            )


def check_spaces(pair: Pair) -> Iterator[Fault]:
    """Find two spaces in a row, and spaces around the whole text that the source does not have."""
    for finding in DOUBLE_SPACE.findings(pair.target.words):
        yield warning(
            Code.SPACES,
            _("%(message)s Remove one."),
            f"{finding.before}{finding.wrong}{finding.after}",
            message=finding.message,
        )
    here, there = pair.target.stored, pair.source.stored
    if (here != here.strip()) > (there != there.strip()):
        yield warning(
            Code.SPACES,
            _("A space stands before or behind the whole text. Remove it."),
            here.strip()[:SURROUNDINGS],
        )


def check_brackets(pair: Pair) -> Iterator[Fault]:
    """Find brackets that do not pair."""
    if not _unpaired(ITEM_NUMBER.sub(" ", pair.source.words), BRACKETS):
        words = ITEM_NUMBER.sub(" ", pair.target.words)
        yield from _pair_faults(Code.BRACKETS, words, BRACKETS)


def check_quotes(pair: Pair) -> Iterator[Fault]:
    """Find quotation marks that do not pair."""
    words = pair.target.words
    if not _unpaired(pair.source.words, QUOTES):
        yield from _pair_faults(Code.QUOTES, words, QUOTES)
    if words.count('"') % 2 > pair.source.words.count('"') % 2:
        yield _pair_fault(Code.QUOTES, '"', words, words.rindex('"'))


def _pair_faults(code, words, pairs) -> Iterator[Fault]:
    for position in _unpaired(words, pairs):
        yield _pair_fault(code, words[position], words, position)


def _pair_fault(code, mark, words, position) -> Fault:
    excerpt = words[max(0, position - SURROUNDINGS) : position + SURROUNDINGS]
    message = _(
        "“%(mark)s” has no counterpart: “%(excerpt)s”. Open and close each pair."
    )
    excerpt = excerpt.strip()
    return warning(code, message, excerpt, mark=mark, excerpt=excerpt)


def _unpaired(words: str, pairs: dict[str, str]) -> list[int]:
    """Return the positions of the marks that have no counterpart."""
    opened: list[tuple[str, int]] = []
    alone = []
    for match in re.finditer(
        f"[{re.escape(''.join([*pairs, *pairs.values()]))}]", words
    ):
        if match[0] in pairs:
            opened.append((pairs[match[0]], match.start()))
        elif opened and opened[-1][0] == match[0]:
            opened.pop()
        else:
            alone.append(match.start())
    return [*alone, *(position for _closing, position in opened)]


def check_end(pair: Pair) -> Iterator[Fault]:
    """Find a text that does not end as its source: a question, a sentence, a colon."""
    here, there = _last_mark(pair.target), _last_mark(pair.source)
    if here == there:
        return
    last = pair.target.words.strip()[-SURROUNDINGS:]
    if there:
        message = _(
            "The source ends with “%(there)s”, but not “%(last)s”. Compare them."
        )
    else:
        message = _(
            "The source does not end with a mark as “%(last)s” does. Compare them."
        )
    yield warning(Code.END_PUNCTUATION, message, last, last=last, there=there)


def _last_mark(text: Written) -> str:
    """Return the mark at the end of `text`, as English would have it; empty where there is none."""
    words = text.words.rstrip().rstrip(CLOSING).rstrip()
    if words.endswith("..."):
        return "…"
    mark = toolkit.english_mark(words[-1:], text.base_language)
    return mark if mark in END_MARKS else ""


def check_capital(pair: Pair) -> Iterator[Fault]:
    """Find a text that starts small where its source starts with a capital."""
    here, there = _first_letter(pair.target), _first_letter(pair.source)
    if here.islower() and there.isupper():
        first = pair.target.words.strip()[:SURROUNDINGS]
        yield warning(
            Code.CAPITAL,
            _(
                "“%(first)s” starts small, and the source with a capital. Write a capital."
            ),
            first,
            first=first,
        )


def _first_letter(text: Written) -> str:
    return text.words.lstrip().lstrip(OPENING).lstrip()[:1]
