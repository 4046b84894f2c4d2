"""PostgreSQL: a column of type tsvector with terms and places of our own, and its index."""

from django.db import connection

from search.databases.names import Names
from search.queries import Phrase, Query

ALONE = FROM = "search_indexentry entry"
CONDITION = "entry.terms @@ %s::tsquery"
# Where more are found than anybody looks through, some are not ranked.
RANKED = """
    SELECT entry.id
    FROM (SELECT entry.id, entry.terms FROM {source} WHERE {condition} LIMIT 10000) entry
    ORDER BY -ts_rank('{{0.1, 0.1, 0.4, 1.0}}', entry.terms, %s::tsquery, 1), entry.id
"""
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


def expression(query: Query, names: Names, is_any: bool = False, kind: str = "") -> str:
    """Return `query` in the language of tsquery."""
    sign = " | " if is_any else " & "
    text = sign.join(_phrase(phrase, names) for phrase in query.wanted)
    without = "".join(f" & !{_phrase(phrase, names)}" for phrase in query.excluded)
    kinds = f" & {_quoted(names.kind(kind))}" if kind else ""
    return f"({text}){kinds}{without}"


def ranked_parameters(expression: str, others: list[str]) -> list[str]:
    """Return what the statement for ranked entries asks for, in its order."""
    return [expression, *others, expression]


def either(expressions: list[str]) -> str:
    """Return the expression that finds what any of `expressions` finds."""
    return " | ".join(f"({text})" for text in expressions)


def _phrase(phrase: Phrase, names):
    return f"({' <-> '.join(_word(word, names) for word in phrase)})"


def _word(word, names):
    ways = [_quoted(names.name(term)) for term in sorted(word.terms)]
    if word.prefix:
        ways.append(f"{_quoted(names.name(word.prefix))}:*")
    return f"({' | '.join(ways)})"


def _quoted(text):
    return "'{}'".format(text.replace("\\", "\\\\").replace("'", "''"))
