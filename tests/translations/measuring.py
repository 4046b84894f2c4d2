"""Measures the checks: how many seeded faults they find, how often they cry for nothing."""

from itertools import islice
from pathlib import Path

import yaml

from tests.translations.content_pairs import content_context, content_units
from tests.translations.mutations import damaged_units
from translations.checks import Context, Fault, Name, check
from translations.terms import Glossary, Term
from translations.units import Kind, Unit

SEEDS = yaml.safe_load(
    (Path(__file__).parent / "seeded_faults.yaml").read_text(encoding="utf-8")
)
NOT_OF_UNIT = {"code", "fault", "pair"}


def seeded_faults() -> list[tuple[dict, Unit]]:
    return [(seed, _unit(seed)) for seed in SEEDS["seeds"]]


def _unit(seed) -> Unit:
    source_language, target_language = seed["pair"].split("-")
    texts = {name: value for name, value in seed.items() if name not in NOT_OF_UNIT}
    return Unit(
        key=seed["fault"],
        label=seed["fault"],
        source_language=source_language,
        target_language=target_language,
        **{**texts, "kind": Kind(seed.get("kind", "plain"))},
    )


def seeds_context() -> Context:
    pages = SEEDS["knowledge"]["pages"]
    return Context(
        names=tuple(map(Name, SEEDS["knowledge"]["names"])),
        glossary=seeds_glossary(),
        is_live=lambda page_id, language: language in pages[page_id],
    )


def seeds_glossary() -> Glossary:
    return Glossary(
        Term(term["key"], _tuples(term["forms"]), _tuples(term.get("forbidden", {})))
        for term in SEEDS["knowledge"]["terms"]
    )


def _tuples(words):
    return {language: tuple(forms) for language, forms in words.items()}


def missed_faults() -> list[str]:
    """Return the seeded faults that the checks do not find, or find under another code."""
    context = seeds_context()
    return [
        f"{seed['code']}: {seed['fault']}"
        for seed, unit in seeded_faults()
        if seed["code"] not in {fault.code for fault in check(unit, context)}
    ]


def damages_found(every: int = 1) -> dict[str, tuple[int, int]]:
    """Return by kind of damage how many of the damaged texts were found, and how many there are.

    Only each text whose number `every` divides is looked at.
    """
    context = content_context(seeds_glossary())
    counts: dict[str, list[bool]] = {}
    for kind, codes, unit in islice(damaged_units(), 0, None, every):
        found = {fault.code for fault in check(unit, context)}
        counts.setdefault(kind, []).append(bool(codes & found))
    return {kind: (sum(found), len(found)) for kind, found in counts.items()}


def alarms() -> tuple[int, list[tuple[Unit, list[Fault]]]]:
    """Return how many texts of the content were checked, and those said to have faults."""
    units, context = content_units(), content_context(seeds_glossary())
    checked = [(unit, check(unit, context)) for unit in units]
    return len(units), [(unit, faults) for unit, faults in checked if faults]
