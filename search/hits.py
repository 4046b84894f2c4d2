"""What a visitor sees of the things that were found."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import zip_longest

from django.db import connection
from django.db.models import Case, F, OuterRef, Subquery, When
from django.db.models.functions import JSONObject, Length, Substr
from django.utils import timezone

from core.languages import (
    column,
    columns,
    content_languages,
    fallback_chain,
    native_name,
)
from core.models import SitePage
from core.routing import addresses_of_paths
from core.texts import Text
from core.visibility import visible
from search.documents import kind_name_of_one
from search.matching import Match
from search.models import IndexEntry
from search.queries import Query
from search.snippets import Piece, marked, snippet

# How deep the home page is, which is nobody's section.
HOME_DEPTH = 2
SHOWN = (
    "pk",
    "part",
    "language",
    "kind",
    "title",
    "title_language",
    "text",
)
# Entries are asked for by so many at once; these stand where their keys will.
ROOM = 20
PLACES = range(-2_000, 0)
# Stands where the present moment will.
MOMENT = datetime(1, 1, 1, tzinfo=UTC)
# A part stands on its page, a page under another.
SECTION_PATH = Case(
    When(
        part="",
        then=Substr("page__path", 1, Length("page__path") - SitePage.steplen),
    ),
    default=F("page__path"),
)


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

    @property
    def kind_name(self) -> str:
        return kind_name_of_one(self.kind)

    @property
    def language_name(self) -> str:
        return native_name(self.language)

    @property
    def plain_title(self) -> str:
        return "".join(piece.text for piece in self.title)


def hits(found: Iterable[Match], queries: dict[str, Query], request=None) -> list[Hit]:
    """Return what is shown of `found`, in that order; what is not public this very moment is left out."""
    keys = [match.key for match in found]
    if not keys:
        return []
    address = addresses_of_paths(request)
    by_key = {row["pk"]: row for row in _rows(keys)}
    return [
        _hit(by_key[key], queries[by_key[key]["language"]], address)
        for key in keys
        if key in by_key
    ]


def _rows(keys) -> list[dict]:
    """Return what is shown of the entries with `keys`, in no order; one query, made ready once.

    To make it takes Django longer than all else of a search.
    """
    room = -(-len(keys) // ROOM) * ROOM
    sql, parameters = _statement(room, tuple(content_languages()))
    # No entry has the number 0.
    values = dict(zip_longest(PLACES[:room], keys, fillvalue=0))
    values[_stored(MOMENT)] = _stored(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(sql, [values.get(value, value) for value in parameters])
        names = [*SHOWN, *columns("url_path"), "section"]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _stored(moment):
    """Return `moment` as the database takes it."""
    return connection.ops.adapt_datetimefield_value(moment)


@lru_cache
def _statement(room, languages) -> tuple[str, tuple]:
    """Return the query for so many entries and its parameters, with places for their keys."""
    entries = IndexEntry.objects.filter(pk__in=PLACES[:room])
    entries = visible(entries, "page", now=MOMENT)
    paths = {name: F(f"page__{name}") for name in columns("url_path")}
    rows = entries.annotate(section_path=SECTION_PATH).values(
        *SHOWN, **paths, section=_section_titles()
    )
    return rows.query.sql_with_params()


def _hit(row, query, address):
    link = f"#{row['part']}" if row["part"] else ""
    path = row[column("url_path", row["language"])]
    return Hit(
        title=marked(row["title"], query),
        title_language=row["title_language"],
        language=row["language"],
        kind=row["kind"],
        snippet=snippet(row["text"], query),
        url=address(path, row["language"]) + link,
        section=_title(row["section"], row["language"]),
    )


def _section_titles() -> Subquery:
    titles = JSONObject(**{code: column("title", code) for code in content_languages()})
    sections = SitePage.objects.filter(
        path=OuterRef("section_path"), depth__gt=HOME_DEPTH, live=True
    )
    return Subquery(sections.order_by().values_list(titles)[:1])


def _title(titles, language) -> Text | str:
    # As a statement of our own brings it.
    titles = json.loads(titles) if isinstance(titles, str) else titles
    for code in fallback_chain(language) if titles else []:
        if titles.get(code):
            return Text(titles[code], code, language)
    return ""
