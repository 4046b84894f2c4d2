"""What a visitor sees of the things that were found."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from core.models import SitePage
from core.routing import url_in
from core.texts import Text, text
from core.visibility import visible
from search.documents import kind_name
from search.models import IndexEntry
from search.queries import Query
from search.snippets import Piece, marked, snippet

# How deep the home page is, which is nobody's section.
HOME_DEPTH = 2


@dataclass(frozen=True)
class Hit:
    """Something found: what it is called, where it is, and some of its words."""

    title: list[Piece]
    # The title may be in another language than the words that were found.
    title_language: str
    language: str
    kind: str
    snippet: list[Piece]
    url: str
    # The page that it stands on or under; empty below the home page.
    section: Text | str
    changed_at: datetime | None

    @property
    def kind_name(self) -> str:
        return kind_name(self.kind)


def hits(keys: list[int], queries: dict[str, Query], request=None) -> list[Hit]:
    """Return the entries of `keys` in that order; those that are not public this very moment left out."""
    entries = visible(IndexEntry.objects.filter(pk__in=keys), "page")
    found = entries.select_related("page").in_bulk()
    found = [found[key] for key in keys if key in found]
    sections = _sections(found)
    return [
        _hit(entry, queries[entry.language], sections.get(_parent(entry)), request)
        for entry in found
    ]


def _hit(entry, query, section, request):
    link = f"#{entry.part}" if entry.part else ""
    section = entry.page if entry.part else section
    return Hit(
        title=marked(entry.title, query),
        title_language=entry.title_language,
        language=entry.language,
        kind=entry.kind,
        snippet=snippet(entry.text, query),
        url=(url_in(entry.page, entry.language, request) or "") + link,
        section=text(section, "title", entry.language) if section else "",
        changed_at=entry.changed_at,
    )


def _sections(found: Iterable[IndexEntry]) -> dict[str, SitePage]:
    """Return the pages above those that were found, by their place in the tree."""
    paths = {_parent(entry) for entry in found if not entry.part}
    pages = SitePage.objects.filter(path__in=paths, depth__gt=HOME_DEPTH, live=True)
    return {page.path: page for page in pages}


def _parent(entry):
    return entry.page.path[: -SitePage.steplen]
