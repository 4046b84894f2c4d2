"""OpenSearch, where the settings name a server: the same terms of our own, split at spaces alone.

The database stays the source: what is shown of an entry, and whether anybody may read it,
is read there. An entry that this server still has and the database has not is not shown.
"""

import logging
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, product

from django.conf import settings

from search.databases.names import BREAK
from search.queries import Phrase, Query

logger = logging.getLogger(__name__)

# Whoever waits longer is answered by the database.
TIMEOUT = 2
WRITING_TIMEOUT = 30
# How much more a word weighs in a title, as in the other databases.
TITLE = 8
TERMS = {"type": "text", "analyzer": "whitespace"}
INDEX = {
    "settings": {"index": {"number_of_replicas": 0}},
    "mappings": {
        "dynamic": "strict",
        "properties": {
            "generation": {"type": "integer"},
            "language": {"type": "keyword"},
            "kind": {"type": "keyword"},
            "page": {"type": "integer"},
            "part": {"type": "keyword"},
            "title": TERMS,
            "body": TERMS,
            # Terms that share a place with another, which no phrase reaches.
            "extra": TERMS,
        },
    },
}
# In how many ways the words of a phrase are read.
MOST_READINGS = 16


def is_used() -> bool:
    return bool(settings.OPENSEARCH_URL)


@lru_cache
def client(url: str):
    """Return what speaks to the server at `url`."""
    from opensearchpy import OpenSearch

    return OpenSearch(url, timeout=TIMEOUT, max_retries=0)


def _server():
    return client(settings.OPENSEARCH_URL)


def _problem() -> type[Exception]:
    from opensearchpy.exceptions import OpenSearchException

    return OpenSearchException


# Writing


def store(rows: Iterable[tuple]) -> None:
    """Keep the terms of stored entries; a server that does not answer is logged, and lacks them.

    `rows` are those that `store` of a database takes, with the page and the part of each.
    """
    try:
        _make_index()
        _write(list(_actions(rows)))
    except _problem():
        logger.exception("OpenSearch lacks entries; run “manage.py rebuild_search”.")


def forget(**values) -> None:
    """Delete the entries with one of `values` in a field, such as `page=[3, 4]`."""
    ((name, wanted),) = values.items()
    try:
        _make_index()
        _server().delete_by_query(
            index=settings.OPENSEARCH_INDEX,
            body={"query": {"terms": {name: wanted}}},
            params={
                "conflicts": "proceed",
                "refresh": "true",
                "request_timeout": WRITING_TIMEOUT,
            },
        )
    except _problem():
        # They are found no more: the database has not got them.
        logger.exception("OpenSearch keeps entries that it should have deleted.")


def _make_index():
    index = settings.OPENSEARCH_INDEX
    if not _server().indices.exists(index=index):
        # 400: somebody made it meanwhile.
        _server().indices.create(index=index, body=INDEX, params={"ignore": 400})


def _write(actions):
    if actions:
        answer = _server().bulk(
            body=actions,
            params={"refresh": "true", "request_timeout": WRITING_TIMEOUT},
        )
        if answer["errors"]:
            logger.error("OpenSearch refused entries: %s", answer["items"][:3])


def _actions(rows) -> Iterator[dict]:
    for pk, names, kind, labels, texts, page, part in rows:
        yield {"index": {"_index": settings.OPENSEARCH_INDEX, "_id": pk}}
        yield {
            "generation": names.generation,
            "language": names.language,
            "kind": kind,
            "page": page,
            "part": part,
            "title": " ".join(_sequence(labels)),
            "body": " ".join(_sequence(texts)),
            "extra": " ".join(_extra([*labels, *texts])),
        }


def _sequence(texts):
    for tokens in texts:
        yield from (min(token.terms) for token in tokens)
        yield BREAK


def _extra(texts):
    for tokens in texts:
        for token in tokens:
            yield from sorted(token.terms)[1:]


# Finding


def found(queries, generation, is_any, kinds, titles_first, most) -> list[tuple] | None:
    """Return the rows that a database would for `queries`; None where the server does not answer."""
    asked = list(product(enumerate(queries), kinds))
    searches = []
    for (_place, query), kind in asked:
        searches += [
            {"index": settings.OPENSEARCH_INDEX},
            _search(query, generation, is_any, kind, titles_first, most),
        ]
    try:
        answers = _server().msearch(body=searches)["responses"]
        return [
            _row(place, hit)
            for ((place, _query), _kind), answer in zip(asked, answers, strict=True)
            for hit in answer["hits"]["hits"]
        ]
    except (_problem(), KeyError):
        logger.exception("OpenSearch does not answer; the database does.")
        return None


def _row(place, hit):
    thing = hit["_source"]
    names = thing["kind"], thing["page"], thing["part"]
    return place, 0, -hit["_score"], int(hit["_id"]), *names


def _search(query: Query, generation, is_any, kind, titles_first, most) -> dict:
    filters = [
        {"term": {"generation": generation}},
        {"term": {"language": query.language}},
        *([{"term": {"kind": kind}}] if kind else []),
    ]
    wanted = [_phrase(phrase) for phrase in query.wanted]
    asked = {"must": [_one_of(wanted)] if is_any else wanted, "filter": filters}
    if query.excluded:
        asked["must_not"] = [_phrase(phrase) for phrase in query.excluded]
    if titles_first:
        in_titles = [_phrase(phrase, ["title"]) for phrase in query.wanted]
        first = {"filter": {"bool": {"must": in_titles}}, "boost": 1_000}
        asked["should"] = [{"constant_score": first}]
    return {
        "size": most,
        "_source": ["kind", "page", "part"],
        "track_total_hits": False,
        "query": {"bool": asked},
    }


def _phrase(phrase: Phrase, fields=("title", "body", "extra")) -> dict:
    ways = _word(phrase[0], fields) if len(phrase) == 1 else _words(phrase, fields)
    return _one_of(list(ways))


def _word(word, fields):
    for field in fields:
        weight = TITLE if field == "title" else 1
        for term in sorted(word.terms):
            yield {"term": {field: {"value": term, "boost": weight}}}
        if word.prefix:
            yield {"prefix": {field: {"value": word.prefix, "boost": weight}}}


def _words(phrase, fields):
    readings = product(*(sorted(word.terms) for word in phrase))
    for reading in islice(readings, MOST_READINGS):
        for field in fields:
            weight = TITLE if field == "title" else 1
            text = {"query": " ".join(reading), "boost": weight}
            yield {"match_phrase": {field: text}}


def _one_of(ways: list[dict]) -> dict:
    return {"bool": {"should": ways, "minimum_should_match": 1}}
