"""Finds words of one family, for a search whose own words are nowhere: `Canada` for `canadian`."""

from collections.abc import Iterable
from dataclasses import replace
from math import ceil

from django.db.models import Q

from search.analysis import terms_of
from search.models import IndexedWord
from search.queries import Phrase, Query, Word

# How much of a stem its family has in common, and how little says nothing.
ROOT_SHARE = 0.6
SHORTEST_ROOT = 5
MOST_READ = 200


def widened(queries: list[Query], generation: int) -> list[Query]:
    """Return `queries` that take each word of the index in place of one that begins alike; one query.

    Words of a phrase stay as they are.
    """
    known = _known(queries, generation)
    return [
        replace(
            query,
            wanted=tuple(
                _widened(phrase, query.language, known) for phrase in query.wanted
            ),
        )
        for query in queries
    ]


def _known(queries, generation) -> list[tuple[str, str]]:
    """Return the language of words that begin as those asked for, and the words."""
    wanted = Q(pk=None)
    for query in queries:
        for phrase in query.wanted:
            for root in _roots(phrase):
                wanted |= Q(
                    language=query.language,
                    beginning=root[:2],
                    word__startswith=root,
                )
    rows = IndexedWord.objects.filter(wanted, generation=generation)
    return list(rows.order_by("word").values_list("language", "word")[:MOST_READ])


def _widened(phrase: Phrase, language, known) -> Phrase:
    roots = tuple(_roots(phrase))
    terms = {
        term
        for code, word in known
        if code == language and word.startswith(roots)
        for term in terms_of(word, language)
    }
    return tuple(Word(word.terms | terms, word.prefix) for word in phrase)


def _roots(phrase: Phrase) -> Iterable[str]:
    """Return the beginnings that tell the family of the one word of `phrase`."""
    for term in phrase[0].terms if len(phrase) == 1 else ():
        if len(term) >= SHORTEST_ROOT:
            yield term[: max(SHORTEST_ROOT, ceil(len(term) * ROOT_SHARE))]
