"""Says which pages have words, for lists of pages that count and sort by themselves."""

from django.db.models.expressions import RawSQL

from core.languages import content_languages
from search.databases import database
from search.databases.names import Names
from search.engine import current_generation
from search.queries import read


def pages_with_words(sender, words, kind, **kwargs) -> RawSQL | None:
    """Return the keys of the pages of `kind` that have all of `words` in one of the languages."""
    queries = [read(words, code) for code in content_languages()]
    generation = current_generation() if any(queries) else None
    if generation is None:
        return None
    here = database()
    asked = [
        here.expression(query, Names(generation, query.language), kind=kind)
        for query in queries
        if query
    ]
    return RawSQL(" UNION ".join([here.PAGES] * len(asked)), asked)
