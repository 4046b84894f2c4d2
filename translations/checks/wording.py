"""Whether a text was translated at all."""

import re
from collections.abc import Iterator
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from translations.checks.faults import Code, Fault, error, warning
from translations.checks.language_data import FOREIGN_LETTERS, STOP_WORDS, VALID_DOUBLES
from translations.checks.names import names_removed
from translations.checks.pairs import Pair
from translations.checks.written import EMAIL, PLACEHOLDER, WEB_ADDRESS

WORD = re.compile(r"[^\W\d_]+(?:[’'·-][^\W\d_]+)*")
NOT_WORDS = re.compile(rf"{EMAIL}|{WEB_ADDRESS}|{PLACEHOLDER}")
# The name of an organisation, as they are listed: `Union générale … du Niger (UGSEIN)`.
ENDS_IN_ACRONYM = re.compile(r"\([A-Z][\w.&-]*[A-Z]\)$")
DOUBLE = re.compile(r"(?<![\w·’'-])([^\W\d_]+)[^\S\n]+\1(?![\w·’'-])", re.IGNORECASE)
# So many telling words of another language, and so many times ours, are no accident.
TELLING_WORDS, TIMES_OURS = 3, 3
EXCERPT = 60


def check_empty(pair: Pair) -> Iterator[Fault]:
    """Find a translation in which nothing is written."""
    yield error(
        Code.EMPTY,
        _("Nothing is written here. Translate the source."),
        pair.source.words.strip()[:EXCERPT],
    )


def check_untranslated(pair: Pair) -> Iterator[Fault]:
    """Find lines that are the source's, or in its language."""
    if pair.source.base_language == pair.target.base_language:
        return
    sources = set(pair.source.own_lines)
    for line in pair.target.own_lines:
        if ENDS_IN_ACRONYM.search(line):
            continue
        if (line in sources and _should_differ(line, pair)) or _is_in_source(
            line, pair
        ):
            yield warning(
                Code.UNTRANSLATED,
                _("“%(words)s” is in the language of the source. Translate it."),
                line[:EXCERPT],
                words=line[:EXCERPT],
            )


def _should_differ(line: str, pair: Pair) -> bool:
    """Tell whether a line that both texts have is more than a name or a word they share."""
    words = WORD.findall(names_removed(NOT_WORDS.sub(" ", line), pair))
    telling = _telling_words(pair.source.base_language, pair.target.base_language)
    others = [word for word in words if word.lower() not in telling]
    if all(word[0].isupper() for word in others) and len(others) != 1:
        return False
    if len(words) > 1 and any(word[0].islower() for word in words[1:]):
        return True
    foreign = FOREIGN_LETTERS.get(pair.target.base_language, "")
    return any(letter in foreign for word in words for letter in word.lower())


def _is_in_source(line: str, pair: Pair) -> bool:
    """Tell whether the frequent words of a line are those of the source's language."""
    words = [
        word.lower()
        for word in WORD.findall(names_removed(NOT_WORDS.sub(" ", line), pair))
    ]
    source, target = pair.source.base_language, pair.target.base_language
    theirs = sum(word in _telling_words(source, target) for word in words)
    ours = sum(word in _telling_words(target, source) for word in words)
    return theirs >= TELLING_WORDS and theirs > TIMES_OURS * ours


@lru_cache
def _telling_words(language: str, other: str) -> frozenset[str]:
    """Return the frequent words of `language` that are not also those of `other`."""
    words = [set(STOP_WORDS.get(name, "").split()) for name in (language, other)]
    return frozenset(
        form for word in words[0] - words[1] for form in (word, word.replace("’", "'"))
    )


def check_doubled_words(pair: Pair) -> Iterator[Fault]:
    """Find words that follow themselves, as `the the`."""
    valid = VALID_DOUBLES.get(pair.target.base_language, set())
    in_source = {match[1].lower() for match in DOUBLE.finditer(pair.source.words)}
    for line in pair.target.lines:
        for match in DOUBLE.finditer(line):
            if match[1].lower() not in valid | in_source:
                yield warning(
                    Code.DOUBLED_WORD,
                    _("“%(word)s” stands twice. Remove one."),
                    match[0],
                    word=match[1],
                )
