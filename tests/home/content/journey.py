"""What visitors of the shipped site meet on their way from words to a citation."""

from urllib.parse import parse_qs, urlencode, urlsplit

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests.site.browser import HOST

# What somebody types in each language who looks for figures on domestic workers.
WORDS = {
    "fr": "travailleurs domestiques statistiques",
    "en": "domestic workers statistics",
    "es": "trabajadoras del hogar estadísticas",
}


def answers_on_the_way(language: str) -> dict[str, str]:
    """Return each page that the way leads over, by its address, as the site answers."""
    with translation.override(language):
        search = f"{reverse('search')}?{urlencode({'q': WORDS[language]})}"
    client, found = Client(), {}
    for path in (f"/{language}/", search):
        found[path] = client.get(path).text
    results = BeautifulSoup(found[search], "html.parser")
    document = urlsplit(results.select_one("main h3 a, main h2 a")["href"]).path
    found[document] = client.get(document).text
    return found


def answer_with(answers: dict[str, str]):
    """Return a handler of requests that knows `answers` and nothing else."""
    known = {_key(address): html for address, html in answers.items()}

    def handle(route):
        html = known.get(_key(route.request.url.removeprefix(HOST)))
        if html is None:
            route.fulfill(status=404, content_type="text/plain", body="")
        else:
            route.fulfill(content_type="text/html; charset=utf-8", body=html)

    return handle


def _key(address):
    parts = urlsplit(address)
    return parts.path, str(sorted(parse_qs(parts.query).items()))
