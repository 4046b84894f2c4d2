"""Asks the database which entries match: in all languages with one statement, or two where many do."""

from collections import Counter
from functools import partial
from itertools import product
from operator import itemgetter
from typing import NamedTuple

from django.db import connection

from search.databases import database, opensearch
from search.databases.names import Names
from search.queries import Query

# In one language no more are looked at: "500" says as much as a larger number.
MOST_FOUND = 500


class Match(NamedTuple):
    """An entry that matches: which it is, and what it is an entry of."""

    key: int
    language: str
    kind: str
    # The page, and the part of it; the same in every language.
    thing: tuple[int, str]


def matches(
    queries: list[Query],
    generation: int,
    is_any: bool = False,
    kinds: tuple[str, ...] = ("",),
    enough_titles: int = 0,
) -> list[Match]:
    """Return what matches each of `queries`, which are in different languages, in their order.

    Of each of `kinds` as many are looked at as of all together where none is named.
    The best of a language come first. Where more match than are looked at, or with
    `enough_titles`, those come before that have the words in their titles; where these
    are enough, no others are looked for.
    """
    queries = [query for query in queries if query]
    if not queries:
        return []
    languages = [query.language for query in queries]
    found: dict[int, Match] = {}
    rows = _found(queries, generation, is_any, kinds, enough_titles)
    for place, _tier, _score, key, kind, page, part in sorted(rows):
        if key not in found:
            found[key] = Match(key, languages[place], kind, (page, part))
    return list(found.values())


def _found(queries, generation, is_any, kinds, enough_titles):
    rows = None
    if opensearch.is_used():
        asked = queries, generation, is_any, kinds, bool(enough_titles)
        rows = opensearch.found(*asked, MOST_FOUND)
    if rows is None:
        branches = [(*one, kind) for one, kind in product(enumerate(queries), kinds)]
        ask = partial(_rows, generation, is_any)
        rows = _in_tiers(ask, branches, enough_titles)
    return rows


def _in_tiers(ask, branches, enough_titles):
    if enough_titles:
        rows = ask(branches, is_title=True)
        return rows if len(rows) >= enough_titles else rows + ask(branches)
    rows = ask(branches)
    crowded = _crowded(branches, rows) if len(rows) >= MOST_FOUND else []
    return rows + ask(crowded, is_title=True) if crowded else rows


def _crowded(branches, rows):
    """Return those of `branches` of which there may be more than were looked at."""
    counts = Counter(map(itemgetter(0), rows))
    by_kind = Counter(map(itemgetter(0, 4), rows))
    return [
        (place, query, kind)
        for place, query, kind in branches
        if (by_kind[place, kind] if kind else counts[place]) >= MOST_FOUND
    ]


def _rows(generation, is_any, branches, is_title=False):
    """Return for each entry the place of its query, its tier, its score, and what it is."""
    here = database()
    statements, parameters = [], []
    for place, query, kind in branches:
        names = Names(generation, query.language)
        asked = here.expression(query, names, is_any, kind, is_title)
        statement, values = here.branch(place, not is_title, asked, MOST_FOUND)
        statements.append(statement)
        parameters += values
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(statements), parameters)
        return cursor.fetchall()
