"""What the checks know beside the two texts: names, the glossary, and which pages can be read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from translations.terms import Glossary

# Stands for every language in the forms of a name.
ANY_LANGUAGE = ""


@dataclass(frozen=True)
class Name:
    """A name that a translation must not lose, as each language writes it.

    `Name({"": "WIEGO"})` is the same everywhere. A name may also stay in the language
    of the source; an acronym in brackets at its end may stand for it.
    """

    forms: Mapping[str, str]


def _unknown(page_id: int, language: str) -> bool | None:
    return None


@dataclass(frozen=True)
class Context:
    """What the checks cannot find in a unit.

    `is_live(page_id, language)` tells whether a visitor can read a page in a language;
    None where nobody looked, and then nothing is said about links to it.
    """

    names: tuple[Name, ...] = ()
    glossary: Glossary = field(default_factory=lambda: Glossary([]))
    is_live: Callable[[int, str], bool | None] = _unknown
