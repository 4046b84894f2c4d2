"""Whether names stay, and whether the words of the glossary are used."""

import re
from collections.abc import Iterator
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from translations.checks.faults import Code, Fault, warning
from translations.checks.knowledge import ANY_LANGUAGE, Name
from translations.checks.pairs import Pair
from translations.checks.written import Written
from translations.terms import forbidden_terms, missing_terms

ACRONYM = re.compile(r"^(?P<name>.+?)\s*\((?P<acronym>[A-Z][\w.&-]*)\)$")


def check_names(pair: Pair) -> Iterator[Fault]:
    """Find names of the source that the translation does not have."""
    source, target = _comparable(pair.source.words), _comparable(pair.target.words)
    for name in pair.context.names:
        here = _forms(name, pair.source)
        found = next((form for form in here if _has(source, form)), None)
        if found is None:
            continue
        there = [*_forms(name, pair.target), *here]
        if not any(_has(target, form) for form in there):
            yield warning(
                Code.NAMES,
                _("The name “%(name)s” is missing. Write “%(expected)s”."),
                found,
                name=found,
                expected=there[0],
            )


def _forms(name: Name, text: Written) -> list[str]:
    """Return what may stand for `name` in the language of `text`, the full name first."""
    written = name.forms.get(text.language) or name.forms.get(ANY_LANGUAGE)
    return list(_ways_to_write(written)) if written else []


@lru_cache(maxsize=4096)
def _ways_to_write(name: str) -> tuple[str, ...]:
    name = _comparable(name).strip()
    parts = ACRONYM.match(name)
    ways = [name, *(parts.group("name", "acronym") if parts else ())]
    without_article = [way.removeprefix("The ") for way in ways]
    return tuple(dict.fromkeys(way for way in [*ways, *without_article] if way))


def _has(words: str, form: str) -> bool:
    # Most names are not there at all, which is found quickly.
    return form in words and bool(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", words))


def _comparable(words: str) -> str:
    return re.sub(r"\s", " ", words).replace("’", "'").replace("\u2011", "-")


def names_removed(words: str, pair: Pair) -> str:
    """Return `words` without the names that are known."""
    words = _comparable(words)
    for name in pair.context.names:
        for form in [*_forms(name, pair.source), *_forms(name, pair.target)]:
            words = words.replace(form, " ")
    return words


def check_terms(pair: Pair) -> Iterator[Fault]:
    """Find terms that are not translated as the glossary says, and words that it forbids."""
    language = pair.unit.target_language
    for match in missing_terms(pair.unit, pair.context.glossary):
        yield warning(
            Code.GLOSSARY,
            _("The glossary has “%(wanted)s” for “%(used)s”. Write it so."),
            match.text,
            wanted=" / ".join(match.translations(language)),
            used=match.text,
        )
    for match in forbidden_terms(pair.unit, pair.context.glossary):
        wanted = " / ".join(match.translations(language))
        if wanted:
            message = _("The glossary advises against “%(found)s”. Write “%(wanted)s”.")
        else:
            message = _("The glossary advises against “%(found)s”. Use another word.")
        yield warning(
            Code.FORBIDDEN_TERM, message, match.text, found=match.text, wanted=wanted
        )
