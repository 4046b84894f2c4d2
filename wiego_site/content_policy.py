"""Tells browsers what a page may load and run, so that a text that slips in runs nothing.

See docs/decisions/0072-what-public-pages-may-load.md.
"""

import base64
import hashlib
import re
from functools import lru_cache

from django.urls import reverse

# The page's own styles come first in its head, before any text that an editor wrote.
FIRST_STYLE = re.compile(rb"<style>(.*?)</style>", re.DOTALL)

PUBLIC = {
    "default-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}
# Wagtail's own pages run scripts of their own making; these hold beside them.
ADMIN = {
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}


class ContentPolicyMiddleware:
    """Adds the policy to every page: strict for visitors, milder in the admin."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        content_type = response.headers.get("Content-Type", "")
        if content_type.startswith("text/html") and not response.streaming:
            policy = self._policy(request, response)
            response.headers.setdefault("Content-Security-Policy", policy)
        return response

    def _policy(self, request, response) -> str:
        if request.path.startswith(reverse("wagtailadmin_home")):
            return header(ADMIN)
        style = FIRST_STYLE.search(response.content)
        if style is None:
            return header(PUBLIC)
        return header({**PUBLIC, "style-src": f"'self' {source_of(style[1])}"})


def header(policy: dict[str, str]) -> str:
    """Return the value of the header for `policy`."""
    return "; ".join(f"{name} {sources}" for name, sources in policy.items())


@lru_cache(maxsize=64)
def source_of(style: bytes) -> str:
    """Return the source expression that allows this very text as a style."""
    digest = base64.b64encode(hashlib.sha256(style).digest()).decode()
    return f"'sha256-{digest}'"
