"""SQLite: a table of FTS5 with a column for titles and one for the rest."""

from itertools import islice, product

from django.db import connection

from search.databases.names import BREAK, Names
from search.queries import Phrase, Query

# How much titles weigh is set in the migration. Only what is found is ranked: to rank all
# entries of a common word takes as long as they are many. `CROSS` tells SQLite to read what
# was found first; it would make the several parts ready one after the other otherwise.
BRANCH = """
    SELECT %s, %s, found.score, entry.id, entry.kind, entry.page_id, entry.part
    FROM (
        SELECT rowid AS key, rank AS score FROM search_terms
        WHERE search_terms MATCH %s LIMIT %s
    ) found
    CROSS JOIN search_indexentry entry ON entry.id = found.key
"""
PAGES = """
    SELECT entry.page_id FROM search_terms JOIN search_indexentry entry
    ON entry.id = search_terms.rowid WHERE search_terms MATCH %s
"""
# In how many ways the words of a phrase are read, all together.
MOST_READINGS = 16


def store(rows):
    """Keep the terms of new entries: for each its id, names, kind, and texts as lists of tokens."""
    values = [
        (pk, _title(names, labels), _body(names, kind, labels, texts))
        for pk, names, kind, labels, texts in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO search_terms(rowid, title, body) VALUES (%s, %s, %s)", values
        )


def _title(names, labels):
    return " ".join(_sequence(names, labels))


def _body(names, kind, labels, texts):
    """Return the other words, and behind them the terms that share a place with another."""
    extra = [
        names.name(term)
        for tokens in [*labels, *texts]
        for token in tokens
        for term in sorted(token.terms)[1:]
    ]
    return " ".join([*_sequence(names, texts), names.kind(kind), BREAK, *extra])


def _sequence(names, texts):
    for tokens in texts:
        yield from (names.name(min(token.terms)) for token in tokens)
        yield BREAK


def branch(place, tier, asked, most) -> tuple[str, list]:
    """Return the statement for at most so many that match `asked`, one of several, and its values."""
    return BRANCH, [place, tier, asked, most]


def expression(
    query: Query, names: Names, is_any=False, kind="", is_title=False
) -> str:
    """Return `query` in the language of FTS5."""
    sign = " OR " if is_any else " AND "
    text = sign.join(_phrase(phrase, names) for phrase in query.wanted)
    if is_title:
        text = f"{{title}} : ({text})"
    if kind:
        text = f"({text}) AND {_quoted(names.kind(kind))}"
    without = "".join(f" NOT {_phrase(phrase, names)}" for phrase in query.excluded)
    return f"({text}){without}"


def _phrase(phrase: Phrase, names):
    ways = product(*(sorted(word.terms) for word in phrase))
    readings = [
        _quoted(" ".join(names.name(term) for term in way))
        for way in islice(ways, MOST_READINGS)
    ]
    if phrase[-1].prefix:
        begun = [names.name(min(word.terms)) for word in phrase[:-1]]
        begun.append(names.name(phrase[-1].prefix))
        readings.append(f"{_quoted(' '.join(begun))}*")
    return f"({' OR '.join(readings)})"


def _quoted(text):
    return '"{}"'.format(text.replace('"', '""'))
