"""Writes what can be found, in the same transaction as what it is found from."""

import unicodedata
from collections.abc import Iterable, Iterator

from django.db import transaction

from core.models import SitePage
from core.visibility import visible
from search.analysis import tokens
from search.databases import database, opensearch
from search.databases.names import Names
from search.documents import Document, documents
from search.models import Generation, IndexEntry
from search.spelling import remember_words


def index_page(page: SitePage):
    """Let visitors find `page` as it is now, or no more where they may not read it."""
    index_pages([page])


def index_pages(pages: list[SitePage]):
    """Let visitors find `pages` as they are now, but for those that they may not read."""
    with transaction.atomic():
        found = [d for page in that_may_be_found(pages) for d in documents(page)]
        _replace([page.pk for page in pages], found, generations())
    # Apart from the save: two of them would wait for each other's words in a circle.
    if found:
        transaction.on_commit(lambda: remember_words(found, generations()), robust=True)


def index_branch(page: SitePage):
    """Index `page` and all pages below it anew, as when their section becomes private."""
    branch = SitePage.objects.filter(path__startswith=page.path).order_by("path")
    for below in branch.specific(defer=False).iterator(chunk_size=100):
        index_page(below)


def that_may_be_found(pages: Iterable[SitePage]) -> list[SitePage]:
    """Return those of `pages` that are for everybody; an alias is not found beside its page."""
    shown = [page for page in pages if page.live and not page.alias_of_id]
    asked = SitePage.objects.filter(pk__in=[page.pk for page in shown], depth__gte=2)
    public = set(visible(asked).values_list("pk", flat=True)) if shown else ()
    return [page for page in shown if page.pk in public]


def generations() -> list[Generation]:
    """Return the sets of entries that are kept up: the current one, and one in the making."""
    found = list(Generation.objects.order_by("number"))
    if found:
        return found
    Generation.objects.bulk_create([Generation(is_current=True)], ignore_conflicts=True)
    return list(Generation.objects.order_by("number"))


def begin_index_on_post_migrate(sender, **kwargs):
    """Make the first set of entries, so that no two who publish at once have to."""
    generations()


def write(found: Iterable[Document], generation: Generation):
    """Add entries for `found`."""
    found = list(found)
    entries = [_entry(document, generation) for document in found]
    IndexEntry.objects.bulk_create(entries, batch_size=100)
    rows = list(_rows(found, entries))
    database().store(rows)
    if opensearch.is_used():
        _store_beside(rows, entries)


def _store_beside(rows, entries):
    """Let OpenSearch have what the database keeps, once it keeps it for good."""
    rows = [
        (*row, entry.page_id, entry.part)
        for row, entry in zip(rows, entries, strict=True)
    ]
    transaction.on_commit(lambda: opensearch.store(rows), robust=True)


def _replace(page_ids, found, into):
    if opensearch.is_used():
        transaction.on_commit(lambda: opensearch.forget(page=page_ids), robust=True)
    IndexEntry.objects.filter(page__in=page_ids, generation__in=into).delete()
    for generation in into:
        write(found, generation)


def _entry(document, generation):
    return IndexEntry(
        generation=generation,
        page_id=document.page_id,
        part=document.part,
        language=document.language,
        kind=document.kind,
        title=unicodedata.normalize("NFC", document.title),
        title_language=document.title.language,
        text=document.text,
        changed_at=document.changed_at,
    )


def _rows(found, entries) -> Iterator[tuple]:
    for document, entry in zip(found, entries, strict=True):
        yield (
            entry.pk,
            Names(entry.generation_id, document.language),
            document.kind,
            _read(document.labels, document.language),
            _read(document.texts, document.language),
        )


def _read(texts, language):
    return [list(tokens(text, language)) for text in texts]
