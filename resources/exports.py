"""The files of references that a document offers, at its address in each language."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date

from resources.citations import exports
from resources.citations.record import Record

# For how many seconds a cache need not ask again.
FRESH = 600


@dataclass(frozen=True)
class Format:
    """How a file of references is written, and what programs call it."""

    label: str
    ending: str
    content_type: str
    write: Callable[[list[Record]], str]


FORMATS = {
    "bibtex": Format("BibTeX", "bib", "application/x-bibtex", exports.bibtex),
    "ris": Format("RIS", "ris", "application/x-research-info-systems", exports.ris),
    "csl": Format(
        "CSL-JSON",
        "json",
        "application/vnd.citationstyles.csl+json",
        exports.csl_json,
    ),
}


def exported(page, name: str, request) -> HttpResponse:
    """Return the reference of `page` as a file."""
    wanted = FORMATS[name]
    response = HttpResponse(
        wanted.write([page.record(request)]),
        content_type=f"{wanted.content_type}; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{page.slug}.{wanted.ending}"',
            "X-Robots-Tag": "noindex",
        },
    )
    return cached(request, response, page.last_published_at, page)


def cached(request, response, changed_at, page) -> HttpResponse:
    """Return `response` with what caches need, or the word that theirs is the same."""
    digest = hashlib.sha256(response.content).hexdigest()[:24]
    response.headers["ETag"] = f'"{digest}"'
    last_modified = int(changed_at.timestamp()) if changed_at else None
    if changed_at:
        response.headers["Last-Modified"] = http_date(last_modified)
    # What only some may read stays out of the caches that many share.
    is_private = getattr(page, "may_be_restricted", True)
    privacy = {"private": True} if is_private else {"public": True}
    patch_cache_control(response, max_age=FRESH, **privacy)
    return get_conditional_response(
        request, response.headers["ETag"], last_modified, response
    )
