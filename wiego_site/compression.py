"""Compresses public pages on their way to a visitor.

See docs/decisions/0070-only-anonymous-pages-are-compressed.md.
"""

import gzip
import re
from functools import lru_cache

import brotli
from django.conf import settings
from django.utils.cache import patch_vary_headers

COMPRESSED_TYPES = {
    "application/json",
    "application/ld+json",
    "application/xml",
    "image/svg+xml",
    "text/css",
    "text/csv",
    "text/html",
    "text/plain",
    "text/xml",
}
# A quality of zero means "not this one".
REFUSED = re.compile(r"q\s*=\s*0(\.0{0,3})?")
# Below this a header costs more than it saves.
SMALLEST = 500
# The pages of a site are few and seldom change: each worker keeps the last ones.
KEPT_PAGES = 128


class PublicPageCompressionMiddleware:
    """Compresses the responses that everyone gets alike, with Brotli or else gzip.

    A signed-in person's pages hold secrets beside text that others may choose; their
    compressed size would tell about the secrets (the BREACH attack).
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not self._may_compress(request, response):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        coding = accepted_coding(request.headers.get("Accept-Encoding", ""))
        if coding:
            response.content = compressed(response.content, coding)
            response.headers["Content-Length"] = str(len(response.content))
            response.headers["Content-Encoding"] = coding
            _weaken_etag(response)
        return response

    def _may_compress(self, request, response) -> bool:
        content_type = response.headers.get("Content-Type", "").partition(";")[0]
        return (
            settings.SESSION_COOKIE_NAME not in request.COOKIES
            and settings.SESSION_COOKIE_NAME not in response.cookies
            and not response.streaming
            and content_type in COMPRESSED_TYPES
            and "Content-Encoding" not in response.headers
            and len(response.content) >= SMALLEST
        )


def accepted_coding(accept_encoding: str) -> str:
    """Return the best of Brotli and gzip that the visitor takes, or nothing."""
    accepted = {
        coding.strip()
        for coding, _separator, parameters in (
            part.partition(";") for part in accept_encoding.lower().split(",")
        )
        if not REFUSED.fullmatch(parameters.strip())
    }
    return next((coding for coding in ("br", "gzip") if coding in accepted), "")


@lru_cache(maxsize=KEPT_PAGES)
def compressed(content: bytes, coding: str) -> bytes:
    """Return `content` compressed; a page that did not change costs nothing again."""
    if coding == "br":
        # The best quality takes tens of milliseconds, once a page, and 7 % off each view.
        return brotli.compress(content, mode=brotli.MODE_TEXT, quality=11)
    return gzip.compress(content, compresslevel=6, mtime=0)


def _weaken_etag(response):
    """Mark the tag as one of the same page, no longer of the same bytes."""
    etag = response.headers.get("ETag", "")
    if etag.startswith('"'):
        response.headers["ETag"] = f"W/{etag}"
