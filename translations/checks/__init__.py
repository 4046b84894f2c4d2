"""Finds what is wrong with a translation before anybody reads it."""

from collections.abc import Callable, Iterator

from translations.checks import (
    facts,
    links,
    names,
    punctuation,
    structure,
    wording,
)
from translations.checks.faults import Code, Fault, Severity
from translations.checks.knowledge import ANY_LANGUAGE, Context, Name
from translations.checks.pairs import Pair
from translations.units import Unit

__all__ = [
    "ANY_LANGUAGE",
    "Code",
    "Context",
    "Fault",
    "Name",
    "Severity",
    "check",
]

# In the order in which a translator reads what they found.
CHECKS: list[Callable[[Pair], Iterator[Fault]]] = [
    wording.check_untranslated,
    structure.check_length,
    structure.check_placeholders,
    structure.check_pairs_of_tags,
    structure.check_elements,
    links.check_links,
    links.check_pages_are_live,
    links.check_emails,
    links.check_web_addresses,
    facts.check_facts,
    names.check_names,
    names.check_terms,
    wording.check_doubled_words,
    punctuation.check_typography,
    punctuation.check_spaces,
    punctuation.check_brackets,
    punctuation.check_quotes,
    punctuation.check_end,
    punctuation.check_capital,
]


def check(unit: Unit, context: Context | None = None) -> list[Fault]:
    """Return what is wrong with the translation of `unit`, errors first; no input raises."""
    pair = Pair(unit, context or Context())
    if pair.source.is_empty:
        return []
    if pair.target.is_empty:
        return list(wording.check_empty(pair))
    faults = [fault for find in CHECKS for fault in find(pair)]
    return sorted(faults, key=lambda fault: fault.severity != Severity.ERROR)
