"""Asks the database which entries match, language by language."""

from collections import Counter
from dataclasses import dataclass, field

from django.db import connection

from search.databases import database
from search.databases.names import Names
from search.queries import Query

# More are not counted: "10,000" says as much as a larger number.
MOST_COUNTED = 10_000
NOT_FOUND_BEFORE = """
    AND (entry.page_id, entry.part) NOT IN (
        SELECT entry.page_id, entry.part FROM {source} WHERE {condition}
    )
"""


@dataclass(frozen=True)
class Match:
    """What matches in one language and was not found in another one before."""

    language: str
    expression: str
    before: list[str] = field(default_factory=list)

    def keys(self, limit: int, offset: int = 0) -> list[int]:
        """Return the ids of entries, the best first."""
        here = database()
        source = here.FROM if self.before else here.ALONE
        statement = here.RANKED.format(source=source, condition=self._condition())
        parameters = here.ranked_parameters(self.expression, self._before())
        return [
            key
            for (key,) in _rows(
                f"{statement} LIMIT %s OFFSET %s", [*parameters, limit, offset]
            )
        ]

    def counts(self) -> Counter:
        """Return how many entries of each kind match."""
        matching = f"SELECT entry.kind FROM {database().FROM} WHERE {self._condition()} LIMIT %s"
        statement = f"SELECT kind, count(*) FROM ({matching}) found GROUP BY kind"
        parameters = [self.expression, *self._before(), MOST_COUNTED]
        return Counter(dict(_rows(statement, parameters)))

    def exists(self) -> bool:
        return bool(self.keys(limit=1))

    def _condition(self):
        here = database()
        again = NOT_FOUND_BEFORE.format(source=here.FROM, condition=here.CONDITION)
        return here.CONDITION + (again if self.before else "")

    def _before(self):
        return [database().either(self.before)] if self.before else []


def matches(
    queries: list[Query], generation: int, is_any: bool = False, kind: str = ""
) -> list[Match]:
    """Return a match for each of `queries`, which are in different languages, in their order."""
    found, before = [], []
    for query in queries:
        if query:
            names = Names(generation, query.language)
            expression = database().expression(query, names, is_any, kind)
            found.append(Match(query.language, expression, list(before)))
            before.append(expression)
    return found


def _rows(statement, parameters):
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall()
