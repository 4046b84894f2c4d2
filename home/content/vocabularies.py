"""Checks, writes and tells the lists by which documents are sorted."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from core.languages import column, default_language
from home.content import formats
from home.content.comparing import Comparison
from home.content.entries import rows_of, unknown
from home.content.known import Known
from home.content.links import Names


@dataclass
class EntryPlan:
    """An entry of a list, and what a file gives it."""

    key: str
    assignments: list = field(default_factory=list)


def check_vocabularies(plan, section, known: Known):
    """Plan the lists that the site has; the others are counted, as nothing shows them."""
    if section is None:
        return
    waiting = 0
    for name, given in section.items():
        rows = rows_of(given, "key", known.faults)
        vocabulary = formats.VOCABULARIES.get(name)
        if vocabulary is None:
            waiting += 1
            continue
        stored = set(known.keys_of(vocabulary.model))
        known.keys_of(vocabulary.model).update(rows)
        plan.vocabularies[name] = [
            _entry(key, row, vocabulary, known, key not in stored)
            for key, row in rows.items()
        ]
    if waiting:
        plan.waiting["taxonomies"] = waiting


def _entry(key, row, vocabulary, known, is_new):
    entry = EntryPlan(key)
    known_names = ("key", *vocabulary.fields)
    _check_key(row.get("key"), vocabulary, known)
    for name, item in row.items():
        if name in vocabulary.fields:
            kind = vocabulary.fields[name]
            entry.assignments += kind.read(item, vocabulary.model, known)
        elif name != "key":
            known.faults.add(item.place, unknown(name, known_names))
    label = column("label", default_language())
    if is_new and not any(a.column == label and a.told for a in entry.assignments):
        message = _("Give “%(key)s” a label in the language %(language)s.")
        names = {"key": key, "language": default_language()}
        known.faults.add(row.place, message % names)
    return entry


def _check_key(given, vocabulary, known):
    formats.KEY.checked(given, vocabulary.model, "key", known)


def load_vocabularies(plans, names: Names, report, overwrite: bool):
    """Make the lists hold what `plans` give; entries that no file names stay."""
    for name, entries in plans.items():
        # No page can have this key: keys start with a letter.
        comparison = Comparison(f"_{name}", names, report, overwrite)
        model = formats.VOCABULARIES[name].model
        stored = {entry.key: entry for entry in model.objects.all()}
        changed = [
            _load_entry(entry, stored.get(entry.key), model, comparison)
            for entry in entries
        ]
        comparison.memory.save()
        if any(changed):
            report.changed.append(f"taxonomies.{name}")


def _load_entry(plan, entry, model, comparison) -> bool:
    is_new = entry is None
    prefix = f"{plan.key}/"
    if is_new and comparison.memory.knows(prefix) and not comparison.overwrite:
        comparison.report.deleted.append(f"{comparison.key[1:]}: {plan.key}")
        return False
    comparison.memory.remember(prefix, True)
    entry = model(key=plan.key) if is_new else entry
    changed = comparison.apply(entry, plan.assignments, prefix, is_untouched=is_new)
    if changed or is_new:
        entry.save()
    return changed or is_new


def told_vocabularies(names: Names, tell) -> dict:
    """Return the lists of the site as a file tells them."""
    told = {
        name: [
            {"key": entry.key, **tell(vocabulary.fields, entry, names)}
            for entry in vocabulary.model.objects.order_by("pk")
        ]
        for name, vocabulary in formats.VOCABULARIES.items()
    }
    return {name: entries for name, entries in told.items() if entries}
