"""Walks every address of the admin, and says how each answers to whom."""

import re
from dataclasses import dataclass

from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
NAMED_GROUP = re.compile(r"\(\?P<(\w+)>[^()]*(?:\([^()]*\))?[^()]*\)")
# Wagtail answers a denial with a way back to its first page, or with 403 to a script.
DENIED = "denied"
TO_LOGIN = "login"


@dataclass(frozen=True)
class Door:
    """An address of the admin, with the parameters it needs."""

    route: str

    @property
    def parameters(self) -> list[str]:
        return PARAMETER.findall(self.route)

    def url(self, values: dict) -> str:
        """Return an address that exists, made of the `values` of the world the test built."""
        missing = [name for name in self.parameters if values.get(name) is None]
        assert not missing, f"{self.route} needs {missing}: make them in world.py."
        path = PARAMETER.sub(lambda match: str(values[match[1]]), self.route)
        path = "/" + path.replace(".*", "nowhere")
        return f"{path}?id={values['page_id']}" if "/bulk/" in path else path


def doors(prefix="admin/") -> list[Door]:
    """Return every address below `prefix` that the project answers at, once each."""
    routes = (route for route in _routes(get_resolver()) if route.startswith(prefix))
    return [Door(route) for route in dict.fromkeys(routes)]


def _routes(resolver, before=""):
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern, route)
        elif isinstance(pattern, URLPattern):
            yield _plain(route)


def _plain(route):
    """Return a route written as a regular expression in the way of the others."""
    route = NAMED_GROUP.sub(r"<\1>", route)
    return route.replace("^", "").replace("$", "").replace("\\", "")


def knock(client, url, method="get", data=None) -> str:
    """Return how `url` answers, in one word, and undo whatever it did."""
    with transaction.atomic():
        response = getattr(client, method)(url, data or {})
        transaction.set_rollback(True)
    return _word(response, url)


def _word(response, url) -> str:
    if response.status_code == 403:
        return DENIED
    if response.status_code in (301, 302):
        return _destination(response, url)
    return {200: "shown", 404: "missing", 405: "wrong method"}.get(
        response.status_code, str(response.status_code)
    )


def _destination(response, url):
    if "/login/" in response.url:
        return TO_LOGIN
    # What is nowhere is looked for among the pages of the site.
    if response.url.endswith(url):
        return "missing"
    return DENIED if response.url == "/admin/" else "onward"
