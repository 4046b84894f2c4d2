"""How much of what visitors look for is among the first ten results."""

from pathlib import Path
from urllib.parse import urlsplit

import yaml

from core.languages import column
from core.models import SitePage
from search.engine import find
from search.grouping import some_of_each

JUDGED = Path(__file__).parent / "judged.yaml"
FIRST = 10


def judged() -> list[tuple[str, str, list[str]]]:
    """Return the language, the query and the expected results of each judgement."""
    queries = yaml.safe_load(JUDGED.read_text(encoding="utf-8"))
    return [
        (language, str(query), expected)
        for language, by_query in queries.items()
        for query, expected in by_query.items()
    ]


def ours(query: str, language: str) -> list[str]:
    """Return the first results of our search, named as the judgements name them."""
    return [name(hit) for hit in find(query, language).hits[:FIRST]]


def seen(query: str, language: str) -> list[str]:
    """Return all results that a visitor sees on the first page, where kinds have their groups."""
    return [name(hit) for hit in find(query, language, choose=some_of_each).hits]


def name(hit) -> str:
    address = urlsplit(hit.url)
    path = "/" + address.path.split("/", 2)[2]
    pages = SitePage.objects.filter(
        **{column("url_path", hit.language): f"/accueil{path}"}
    )
    key = pages.values_list("content_key", flat=True).first() or hit.url
    return f"{key}#{address.fragment}" if address.fragment else key


def recall(found: list[str], expected: list[str]) -> float:
    return len(set(found) & set(expected)) / len(expected)
