"""What translate-toolkit knows better: formats of programs, and the marks of the world's scripts.

No other module knows of the library, so that it can be done without. Its other checks were
tried on the shipped content and left; the decisions tell why, under 0091.
"""

import re
from functools import lru_cache

from translate.filters.checks import CheckerConfig, FilterFailure, StandardChecker
from translate.lang import factory

# A percent sign behind a number is no format, even if a word follows it.
PERCENT = re.compile(r"(?<=\d)[ \u00a0\u202f]?%(?![(\d])")


def formats_differ(source: str, target: str) -> bool:
    """Tell whether two texts have other formats, such as `%1$s`, `%.2f` or `{0:>10}`."""
    source, target = PERCENT.sub(" ", source), PERCENT.sub(" ", target)
    if not re.search("[%{]", source + target):
        return False
    checker = _checker()
    try:
        return not (
            checker.printf(source, target) and checker.pythonbraceformat(source, target)
        )
    except FilterFailure:
        return True


@lru_cache
def _checker() -> StandardChecker:
    return StandardChecker(CheckerConfig())


@lru_cache(maxsize=64)
def _marks(language: str) -> dict[str, str]:
    """Return the marks of `language` with what English has for each: `؟` for `?`."""
    translated = factory.getlanguage(language).puncdict
    return {
        ours.strip(): mark.strip()
        for mark, ours in translated.items()
        if len(ours.strip()) == 1 and ours.strip() not in ".?!:"
    }


def english_mark(mark: str, language: str) -> str:
    """Return the mark that English would have where a text in `language` has `mark`."""
    return _marks(language).get(mark, mark)
