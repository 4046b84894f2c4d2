"""Asks the database which entries match, in all languages with one statement."""

from dataclasses import dataclass
from itertools import product

from django.db import connection

from search.databases import database, opensearch
from search.databases.names import Names
from search.queries import Query

# In one language no more are looked at: "500" says as much as a larger number.
MOST_FOUND = 500


@dataclass(frozen=True, slots=True)
class Match:
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
    titles_first: bool = False,
) -> list[Match]:
    """Return what matches each of `queries`, which are in different languages, in their order.

    Of each of `kinds` as many are looked at as of all together where none is named.
    The best of a language come first. Where more match than are looked at, or with
    `titles_first`, those come before that have the words in their titles.
    """
    queries = [query for query in queries if query]
    if not queries:
        return []
    found: dict[int, Match] = {}
    rows = _found(queries, generation, is_any, kinds, titles_first)
    for place, _tier, _score, key, kind, page, part in sorted(rows):
        match = Match(key, queries[place].language, kind, (page, part))
        found.setdefault(key, match)
    return list(found.values())


def _found(*asked):
    rows = opensearch.found(*asked, MOST_FOUND) if opensearch.is_used() else None
    return _rows(*_statement(*asked)) if rows is None else rows


def _statement(queries, generation, is_any, kinds, titles_first) -> tuple[str, list]:
    here = database()
    branches, parameters = [], []
    for (place, query), kind in product(enumerate(queries), kinds):
        names = Names(generation, query.language)
        branch, values = here.branch(
            place,
            here.expression(query, names, is_any, kind),
            here.expression(query, names, is_any, kind, is_title=True),
            few=0 if titles_first else MOST_FOUND,
            most=MOST_FOUND,
        )
        branches.append(branch)
        parameters += values
    return " UNION ALL ".join(branches), parameters


def _rows(statement, parameters):
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall()
