"""A server on loopback that answers as OpenSearch documents, for the few requests that we send.

It keeps documents in memory and judges each by its query; its scores are the weights of
what matched, which is enough to tell a title from a text.
"""

import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit


class StandIn(ThreadingHTTPServer):
    """Keeps one index; `is_broken` makes it answer every request with a failure."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.mapping = None
        self.documents = {}
        self.is_broken = False
        self.searches = 0

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def stand_in():
    """Yield a running server, and stop it."""
    with StandIn() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def answer(self, status, content=None):
        body = b"" if content is None else json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def lines(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        return [json.loads(line) for line in body.splitlines() if line.strip()]

    def respond(self):
        lines, path = self.lines(), urlsplit(self.path).path
        if self.server.is_broken:
            return self.answer(503, {"error": "broken", "status": 503})
        if path == "/_bulk":
            return self.answer(200, self.bulk(lines))
        if path == "/_msearch":
            return self.answer(200, self.multi_search(lines))
        if path.endswith("/_delete_by_query"):
            return self.answer(200, self.delete(lines[0]["query"]))
        if self.command == "PUT":
            self.server.mapping = lines[0]["mappings"]
            return self.answer(200, {"acknowledged": True})
        return self.answer(200 if self.server.mapping else 404)

    do_GET = do_HEAD = do_PUT = do_POST = respond

    def bulk(self, lines):
        for action, document in zip(lines[::2], lines[1::2], strict=True):
            unknown = set(document) - set(self.server.mapping["properties"])
            assert not unknown, unknown
            self.server.documents[str(action["index"]["_id"])] = document
        return {"errors": False, "items": []}

    def multi_search(self, lines):
        self.server.searches += 1
        return {"responses": [self.search(asked) for asked in lines[1::2]]}

    def search(self, asked):
        found = [
            {
                "_id": key,
                "_score": score,
                "_source": {name: document[name] for name in asked["_source"]},
            }
            for key, document in self.server.documents.items()
            if (score := judged(asked["query"], document)) is not None
        ]
        found.sort(key=lambda hit: -hit["_score"])
        return {"hits": {"hits": found[: asked["size"]]}}

    def delete(self, query):
        gone = [
            key
            for key, document in self.server.documents.items()
            if judged(query, document) is not None
        ]
        for key in gone:
            del self.server.documents[key]
        return {"deleted": len(gone)}


def judged(query, document) -> float | None:
    """Return the score of `document` for `query`; None where it does not match."""
    ((kind, asked),) = query.items()
    return JUDGES[kind](asked, document)


def of_term(asked, document):
    ((field, value),) = asked.items()
    value = value if isinstance(value, dict) else {"value": value}
    is_there = value["value"] in tokens(document, field)
    return value.get("boost", 1) if is_there else None


def of_terms(asked, document):
    ((field, values),) = asked.items()
    return 1 if document[field] in values else None


def of_prefix(asked, document):
    ((field, value),) = asked.items()
    starts = [token.startswith(value["value"]) for token in tokens(document, field)]
    return value["boost"] if any(starts) else None


def of_phrase(asked, document):
    ((field, value),) = asked.items()
    wanted, found = value["query"].split(), tokens(document, field)
    runs = range(len(found) - len(wanted) + 1)
    is_there = any(found[at : at + len(wanted)] == wanted for at in runs)
    return value["boost"] if is_there else None


def of_constant(asked, document):
    return None if judged(asked["filter"], document) is None else asked["boost"]


def of_bool(asked, document):
    needed = [judged(query, document) for query in asked.get("must", [])]
    filters = [judged(query, document) for query in asked.get("filter", [])]
    unwanted = [judged(query, document) for query in asked.get("must_not", [])]
    wished = [judged(query, document) for query in asked.get("should", [])]
    wished = [score for score in wished if score is not None]
    if None in needed or None in filters or any(s is not None for s in unwanted):
        return None
    if len(wished) < asked.get("minimum_should_match", 0):
        return None
    return sum(needed) + sum(wished)


def tokens(document, field):
    value = document[field]
    return value.split() if field in ("title", "body", "extra") else [value]


JUDGES = {
    "term": of_term,
    "terms": of_terms,
    "prefix": of_prefix,
    "match_phrase": of_phrase,
    "constant_score": of_constant,
    "bool": of_bool,
}
