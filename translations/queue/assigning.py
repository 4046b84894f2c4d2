"""Gives work to people, and says when it is due; no page is saved for that."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db import transaction

from translations.models import LanguageVersion
from translations.queue.notices import announce

BATCH = 500


@transaction.atomic
def assign(versions: Iterable[LanguageVersion], person, by) -> int:
    """Give `versions` to `person`, tell them by mail, and return how many were not theirs before."""
    return _give(versions, person, by, LanguageVersion.objects.exclude(assignee=person))


@transaction.atomic
def take(versions: Iterable[LanguageVersion], person) -> int:
    """Let `person` have those of `versions` that are nobody's, and return how many these were."""
    free = LanguageVersion.objects.filter(assignee=None)
    return _give(versions, person, person, free)


def _give(versions, person, by, among):
    given = []
    for keys in _keys(versions):
        # Of two who take the same at once, the second finds it gone.
        rows = among.filter(pk__in=keys).select_for_update(of=("self",)).order_by("pk")
        found = list(rows.values_list("pk", flat=True))
        LanguageVersion.objects.filter(pk__in=found).update(assignee=person)
        given += found
    if given and person != by:
        transaction.on_commit(lambda: announce(given, person, by), robust=True)
    return len(given)


@transaction.atomic
def release(versions: Iterable[LanguageVersion]) -> int:
    """Make `versions` nobody's, and return how many were somebody's before."""
    taken = LanguageVersion.objects.exclude(assignee=None)
    return sum(
        taken.filter(pk__in=keys).update(assignee=None) for keys in _keys(versions)
    )


@transaction.atomic
def set_due(versions: Iterable[LanguageVersion], due_on: date | None) -> int:
    """Say that `versions` are due on that day, or on none, and return how many they are."""
    return sum(
        LanguageVersion.objects.filter(pk__in=keys).update(due_on=due_on)
        for keys in _keys(versions)
    )


def _keys(versions) -> Iterator[list[int]]:
    keys = [version.pk for version in versions]
    for start in range(0, len(keys), BATCH):
        yield keys[start : start + BATCH]
