"""Finds what a visitor asks for: in their language first, then in the others.

`find` answers a search, `suggest` one that is still being typed. No text that a visitor
types makes either of them fail.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from operator import attrgetter

from django.db import connection

from core.languages import content_languages, current_language
from search.analysis import terms_of
from search.corrections import correction
from search.documents import kinds
from search.families import widened
from search.hits import Hit, hits
from search.matching import MOST_FOUND, Match, matches
from search.queries import Query, cut, read
from search.spelling import completions

# Django would take longer to make this than the database to answer it.
CURRENT = "SELECT number FROM search_generation WHERE is_current"
RESULTS_A_PAGE = 20
MOST_SUGGESTIONS = 8


@dataclass
class Results:
    """What was found, how much there is of it, and what is shown of it now."""

    text: str
    language: str
    page: int = 1
    matches: list[Match] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)
    # How many there are of each kind, whatever kind was asked for, and in each language.
    counts_by_kind: Counter = field(default_factory=Counter)
    counts_by_language: dict[str, int] = field(default_factory=dict)
    count_in_all_languages: int = 0
    # There are more than are looked at.
    has_more: bool = False
    # Nothing has all the words; these have some of them, or others of their families.
    has_some_words: bool = False
    did_you_mean: str = ""

    @property
    def count(self) -> int:
        """Return how many there are on all pages."""
        return len(self.matches)

    @property
    def last_page(self) -> int:
        return max(1, -(-self.count // RESULTS_A_PAGE))

    def on_page(self) -> list[Match]:
        """Return those of the page that is shown."""
        self.page = min(max(1, self.page), self.last_page)
        start = (self.page - 1) * RESULTS_A_PAGE
        return self.matches[start : start + RESULTS_A_PAGE]


def find(
    text: str,
    language: str | None = None,
    kind: str = "",
    only: str = "",
    page: int = 1,
    request=None,
    generation: int | None = None,
    choose: Callable[[Results], list[Match]] = Results.on_page,
) -> Results:
    """Return what matches `text`, of one `kind` and in one language `only` where these are given.

    `choose` tells which of all that was found are shown: those of a `page`, or others.
    """
    results = Results(cut(text), language or current_language(), page)
    generation = generation or current_generation()
    queries = _queries(results.text, results.language)
    if generation is None or not any(queries):
        return results
    queries = _look(results, queries, generation, kind, only)
    by_language = {query.language: query for query in queries}
    results.hits = hits(choose(results), by_language, request)
    if results.has_some_words or not results.matches:
        results.did_you_mean = correction(results.text, queries, generation)
    return results


def suggest(text: str, language: str | None = None, request=None) -> list[Hit]:
    """Return a few things that match `text`, whose last word may be unfinished."""
    language = language or current_language()
    generation = current_generation()
    query = read(text, language, is_unfinished=True)
    if generation is None or not query:
        return []
    query = _completed(query, generation)
    found = matches([query], generation, enough_titles=MOST_SUGGESTIONS)
    return hits(found[:MOST_SUGGESTIONS], {language: query}, request)


def current_generation() -> int | None:
    """Return the number of the set of entries that is searched; None before the first is made."""
    with connection.cursor() as cursor:
        cursor.execute(CURRENT)
        row = cursor.fetchone()
    return row and row[0]


def _look(results, queries, generation, kind, only) -> list[Query]:
    """Put into `results` what has all the words, or some where nothing has all; return what was asked."""
    found = matches(queries, generation)
    if not found:
        results.has_some_words = True
        queries = widened(queries, generation)
        found = matches(queries, generation, is_any=True)
    if _are_more(found):
        found += _of_other_kinds(found, queries, generation, results.has_some_words)
    _count(results, found, kind, only)
    if kind and _are_more(found):
        # There may be some of the kind behind those that were looked at.
        found = matches(queries, generation, results.has_some_words, (kind,))
    found = _in_language(_of_kind(found, kind), only)
    results.has_more = _are_more(found)
    results.matches = _once(found)
    return queries


def _queries(text, language) -> list[Query]:
    """Return what is asked for in each language, that of the visitor first."""
    codes = sorted(content_languages(), key=lambda code: code != language)
    return [read(text, code) for code in codes]


def _count(results, found, kind, only):
    in_language = _once(_in_language(found, only))
    results.counts_by_kind = Counter(map(attrgetter("kind"), in_language))
    of_kind = _of_kind(found, kind)
    results.count_in_all_languages = len(_once(of_kind))
    by_language = _by_language(of_kind)
    results.counts_by_language = {
        code: by_language[code] for code in content_languages()
    }


def _of_other_kinds(found, queries, generation, is_any):
    """Return what matches of the kinds that stand wholly behind those looked at, so that they can be chosen."""
    behind = tuple(sorted(kinds() - {match.kind for match in found}))
    return matches(queries, generation, is_any, behind) if behind else []


def _are_more(found):
    """Tell whether there may be more in some language than were looked at."""
    return any(count >= MOST_FOUND for count in _by_language(found).values())


def _by_language(found):
    return Counter(map(attrgetter("language"), found))


def _of_kind(found, kind):
    return [match for match in found if match.kind == kind] if kind else found


def _in_language(found, only):
    return [match for match in found if match.language == only] if only else found


def _once(found) -> list[Match]:
    """Return each thing in one language: that in which it was found first."""
    chosen: dict = {}
    for match in found:
        if match.thing not in chosen:
            chosen[match.thing] = match
    return list(chosen.values())


def _completed(query, generation) -> Query:
    """Return `query` with the terms of words that its last one may become.

    A stem may be shorter than what is typed so far: `organisatio`.
    """
    *before, last = query.wanted
    word = last[-1]
    if not word.prefix:
        return query
    known = completions(word.prefix, query.language, generation)
    terms = word.terms.union(*(terms_of(text, query.language) for text in known))
    return replace(query, wanted=(*before, (*last[:-1], replace(word, terms=terms))))
