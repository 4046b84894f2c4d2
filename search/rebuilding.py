"""Makes the whole index anew while the old one is searched, and puts it in its place at once."""

from collections.abc import Callable

from django.db import transaction

from core.models import SitePage
from search.databases import opensearch
from search.documents import documents
from search.indexing import generations, that_may_be_found, write
from search.models import Generation, IndexedWord, IndexEntry
from search.spelling import remember_words

BATCH = 50
MOST_DELETED = 1_000


class RebuildOvertaken(Exception):
    """Another rebuild began after this one; its index is the one to use."""


def rebuild(tell: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Make the index anew and return how many entries it has; `tell` hears of pages done and to do.

    What is published meanwhile goes into both indexes.
    """
    generations()
    _delete(Generation.objects.filter(is_current=False))
    made = Generation.objects.create()
    keys = list(SitePage.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        _index(keys[start : start + BATCH], made)
        tell(min(start + BATCH, len(keys)), len(keys))
    _swap(made)
    _delete(Generation.objects.filter(is_current=False))
    return made.entries.count()


@transaction.atomic
def _index(keys, generation):
    # Whoever publishes one of these waits, and then finds the entries to replace.
    pages = SitePage.objects.filter(pk__in=keys).order_by("pk")
    list(pages.select_for_update(no_key=True).values_list("pk"))
    found = [
        document
        for page in that_may_be_found(pages.specific(defer=False))
        for document in documents(page)
    ]
    if not Generation.objects.filter(pk=generation.pk).exists():
        raise RebuildOvertaken
    IndexEntry.objects.filter(page__in=keys, generation=generation).delete()
    write(found, generation)
    remember_words(found, [generation])


@transaction.atomic
def _swap(made):
    if not Generation.objects.filter(pk=made.pk).exists():
        raise RebuildOvertaken
    Generation.objects.filter(is_current=True).update(is_current=False)
    Generation.objects.filter(pk=made.pk).update(is_current=True)


def _delete(old):
    """Delete `old` generations bit by bit, so that nobody waits long."""
    for generation in old:
        for model in (IndexEntry, IndexedWord):
            rows = model.objects.filter(generation=generation)
            while keys := list(rows.values_list("pk", flat=True)[:MOST_DELETED]):
                model.objects.filter(pk__in=keys).delete()
        if opensearch.is_used():
            opensearch.forget(generation=[generation.pk])
        generation.delete()
