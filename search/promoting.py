"""Finds the results that staff promote for what a visitor searches."""

from dataclasses import dataclass

from core.languages import column, current_language
from core.texts import Text, first_text, text
from core.visibility import is_private
from search.models import PromotedResult
from search.queries import Query, read

# A list that long is no promotion any more.
MOST_READ = 500


@dataclass(frozen=True)
class Promoted:
    """A promoted result as visitors see it."""

    title: Text
    text: Text
    url: str


def promoted(asked: str, request=None) -> list[Promoted]:
    """Return what is promoted for `asked` to readers of the present language; one query."""
    language = current_language()
    query = read(asked, language)
    if not query:
        return []
    rows = PromotedResult.objects.exclude(**{column("words", language): None})
    rows = rows.annotate(is_closed=is_private("page__path")).select_related("page")
    return [
        _shown(row, request)
        for row in rows.order_by("pk")[:MOST_READ]
        if _may_be_shown(row) and _is_for(row, query, language)
    ]


def _may_be_shown(row):
    page = row.page
    return page is None or (
        page.live and not page.is_under_embargo and not row.is_closed
    )


def _is_for(row, query, language):
    lines = (getattr(row, column("words", language)) or "").splitlines()
    return any(_is_same(read(line, language), query) for line in lines)


def _is_same(one: Query, other: Query) -> bool:
    """Tell whether both ask for the same words, in whatever form and order."""
    first, second = _words(one), _words(other)
    return (
        bool(first)
        and all(any(word & like for like in second) for word in first)
        and all(any(word & like for like in first) for word in second)
    )


def _words(query):
    return [word.terms for phrase in query.wanted for word in phrase]


def _shown(row, request):
    named = [(row, "title")]
    if row.page:
        named += [(row.page, "headline"), (row.page, "title")]
    url = row.page.get_url(request) if row.page else row.url
    return Promoted(first_text(named), text(row, "text"), url)
