"""What the address of a search asks for, and the addresses of other searches like it."""

from dataclasses import asdict, dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils import translation

from core.languages import content_languages
from search.queries import LONGEST_QUERY

LONGEST_NUMBER = 4
LONGEST_KIND = 100


@dataclass(frozen=True)
class Asked:
    """A search as its address states it; what an address cannot mean is left out of it."""

    q: str = ""
    kind: str = ""
    language: str = ""
    page: int = 1

    @classmethod
    def read(cls, query: QueryDict) -> "Asked":
        """Return what `query`, which anybody may have written, asks for."""
        words = "".join(map(_readable, query.get("q", "")))
        language = query.get("language", "")
        kind = query.get("kind", "")
        page = query.get("page", "")
        is_number = page.isascii() and page.isdecimal() and len(page) <= LONGEST_NUMBER
        return cls(
            q=" ".join(words[:LONGEST_QUERY].split()),
            kind=kind if kind.isprintable() and len(kind) <= LONGEST_KIND else "",
            language=language if language in content_languages() else "",
            page=max(1, int(page)) if is_number else 1,
        )

    def url(self, code: str | None = None, **changes) -> str:
        """Return the address of this search with some `changes`, in the language `code` of the site."""
        asked = asdict(replace(self, **{"page": 1, **changes}))
        if asked["page"] == 1:
            asked["page"] = ""
        query = urlencode({name: value for name, value in asked.items() if value})
        path = search_url(code)
        return f"{path}?{query}" if query else path


def _readable(sign):
    """Return `sign`, a space for any of the spaces of French typography, or nothing for what is no sign."""
    if sign.isspace():
        return " "
    return sign if sign.isprintable() else ""


def search_url(code: str | None = None) -> str:
    """Return the address of the search in the language `code`, or in the present one."""
    if code is None:
        return reverse("search")
    with translation.override(code):
        return reverse("search")
