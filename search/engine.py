"""Finds what a visitor asks for: in their language first, then in the others.

`find` answers a search, `suggest` one that is still being typed. No text that a visitor
types makes either of them fail.
"""

from collections import Counter
from dataclasses import dataclass, field, replace

from core.languages import content_languages, current_language
from search.analysis import terms_of, tokens
from search.hits import Hit, hits
from search.matching import Match, matches
from search.models import Generation
from search.queries import Query, cut, read
from search.spelling import completions, near_words

RESULTS_A_PAGE = 20
# Nobody turns so many pages, and each costs more than the one before.
MOST_PAGES = 50
MOST_SUGGESTIONS = 8


@dataclass
class Results:
    """A page of what was found, and how much there is."""

    text: str
    language: str
    page: int = 1
    hits: list[Hit] = field(default_factory=list)
    # How many there are of each kind, whatever kind was asked for, and in each language.
    counts_by_kind: Counter = field(default_factory=Counter)
    counts_by_language: dict[str, int] = field(default_factory=dict)
    # Nothing has all the words; these have some of them.
    has_some_words: bool = False
    did_you_mean: str = ""

    @property
    def count(self) -> int:
        """Return how many there are on all pages."""
        return sum(self.counts_by_language.values())

    @property
    def last_page(self) -> int:
        return min(max(1, -(-self.count // RESULTS_A_PAGE)), MOST_PAGES)


def find(
    text: str,
    language: str | None = None,
    kind: str = "",
    only: str = "",
    page: int = 1,
    request=None,
) -> Results:
    """Return what matches `text`, of one `kind` and in one language `only` where these are given."""
    language = language or current_language()
    results = Results(cut(text), language)
    generation = current_generation()
    queries = _queries(text, language, only)
    if generation is None or not any(queries):
        return results
    counts = _counted(matches(queries, generation))
    if not any(counts.values()) and _has_several_words(queries):
        results.has_some_words = True
        counts = _counted(matches(queries, generation, is_any=True))
    results.counts_by_kind = sum(counts.values(), Counter())
    results.counts_by_language = {
        code: found[kind] if kind else found.total() for code, found in counts.items()
    }
    results.page = min(max(1, page), results.last_page)
    found = matches(queries, generation, results.has_some_words, kind)
    keys = _keys(found, results)
    results.hits = hits(keys, {query.language: query for query in queries}, request)
    if results.has_some_words or not results.count:
        results.did_you_mean = _correction(text, queries, generation)
    return results


def suggest(text: str, language: str | None = None, request=None) -> list[Hit]:
    """Return a few things that match `text`, whose last word may be unfinished."""
    language = language or current_language()
    generation = current_generation()
    query = read(text, language, is_unfinished=True)
    if generation is None or not query:
        return []
    (match,) = matches([_completed(query, generation)], generation)
    return hits(match.keys(MOST_SUGGESTIONS), {language: query}, request)


def current_generation() -> int | None:
    """Return the number of the set of entries that is searched; None before the first is made."""
    current = Generation.objects.filter(is_current=True)
    return current.values_list("number", flat=True).first()


def _queries(text, language, only) -> list[Query]:
    """Return what is asked for in each language, that of the visitor first."""
    codes = sorted(content_languages(), key=lambda code: code != language)
    return [read(text, code) for code in codes if only in ("", code)]


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


def _has_several_words(queries):
    return any(len(query.wanted) > 1 for query in queries)


def _counted(found: list[Match]) -> dict[str, Counter]:
    return {match.language: match.counts() for match in found}


def _keys(found, results) -> list[int]:
    """Return the ids of the entries on the page, language after language."""
    keys: list[int] = []
    skipped = (results.page - 1) * RESULTS_A_PAGE
    for match in found:
        count = results.counts_by_language[match.language]
        room = RESULTS_A_PAGE - len(keys)
        if skipped < count and room:
            keys += match.keys(room, skipped)
        skipped = max(0, skipped - count)
    return keys


def _correction(text, queries, generation) -> str:
    """Return `text` with each word that is found nowhere replaced by one that is; empty where there is none."""
    text = cut(text)
    language = queries[0].language
    corrected = text
    # From the end, so that the places of the words before stay.
    for token in reversed(list(tokens(text, language))):
        if _is_found(token.text, [query.language for query in queries], generation):
            continue
        near = near_words(token.text, language, generation)
        better = next((w for w in near if _is_found(w, [language], generation)), "")
        if better:
            corrected = corrected[: token.start] + better + corrected[token.end :]
    return corrected if corrected != text else ""


def _is_found(word, languages, generation):
    queries = [read(word, language) for language in languages]
    return any(match.exists() for match in matches(queries, generation))
