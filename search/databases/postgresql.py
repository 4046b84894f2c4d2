"""PostgreSQL: a column of type tsvector with terms and places of our own, and its index."""

from django.db import connection

from search.databases.names import Names
from search.queries import Phrase, Query

# Only what is found is ranked: to rank all entries of a common word takes as long as they
# are many.
BRANCH = """
    SELECT %s::int, %s::int, -ts_rank('{0.1, 0.1, 0.4, 1.0}', found.terms, %s::tsquery, 1),
        found.id, found.kind, found.page_id, found.part
    FROM (
        SELECT id, kind, page_id, part, terms FROM search_indexentry
        WHERE terms @@ %s::tsquery LIMIT %s
    ) found
"""
PAGES = "SELECT page_id FROM search_indexentry WHERE terms @@ %s::tsquery"
# PostgreSQL knows no later place, and no more than so many of one term.
LAST_PLACE = 16_383
MOST_PLACES = 255
# Between two texts, so that no phrase reaches from one into the next.
GAP = 10
# A row of terms may take one megabyte.
MOST_TERMS = 20_000


def store(rows):
    """Keep the terms of new entries: for each its id, names, kind, and texts as lists of tokens."""
    values = [
        (_vector(names, kind, labels, texts), pk)
        for pk, names, kind, labels, texts in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE search_indexentry SET terms = %s::tsvector WHERE id = %s", values
        )


def _vector(names, kind, labels, texts):
    places = {names.kind(kind): ["1"]}
    place = 1
    weighed = [*(("A", text) for text in labels), *(("D", text) for text in texts)]
    for weight, tokens in weighed:
        for token in tokens:
            place += 1
            written = f"{min(place, LAST_PLACE)}{weight}"
            for term in token.terms:
                _add(places, names.name(term), written)
        place += GAP
    return " ".join(f"{_quoted(name)}:{','.join(at)}" for name, at in places.items())


def _add(places, name, written):
    at = places.get(name)
    if at is None:
        if len(places) < MOST_TERMS:
            places[name] = [written]
    elif len(at) < MOST_PLACES and at[-1] != written:
        at.append(written)


def branch(place, tier, asked, most) -> tuple[str, list]:
    """Return the statement for at most so many that match `asked`, one of several, and its values."""
    return BRANCH, [place, int(tier), asked, asked, most]


def expression(
    query: Query, names: Names, is_any=False, kind="", is_title=False
) -> str:
    """Return `query` in the language of tsquery."""
    sign = " | " if is_any else " & "
    text = sign.join(_phrase(phrase, names, is_title) for phrase in query.wanted)
    without = "".join(f" & !{_phrase(phrase, names)}" for phrase in query.excluded)
    kinds = f" & {_quoted(names.kind(kind))}" if kind else ""
    return f"({text}){kinds}{without}"


def _phrase(phrase: Phrase, names, is_title=False):
    words = (_word(word, names, "A" if is_title else "") for word in phrase)
    return f"({' <-> '.join(words)})"


def _word(word, names, weight):
    mark = f":{weight}" if weight else ""
    ways = [f"{_quoted(names.name(term))}{mark}" for term in sorted(word.terms)]
    if word.prefix:
        ways.append(f"{_quoted(names.name(word.prefix))}:*{weight}")
    return f"({' | '.join(ways)})"


def _quoted(text):
    return "'{}'".format(text.replace("\\", "\\\\").replace("'", "''"))
