"""Serves uploaded images where no proxy does: on one's own machine."""

from pathlib import PurePosixPath

from django.conf import settings
from django.http import Http404
from django.urls import path
from django.views.static import serve

# Anything else is offered for download: a browser could run what somebody put in it.
SHOWN_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}


def uploaded_file(request, name):
    """Return an uploaded image; documents may be private and have an address of their own."""
    if name.startswith("documents/"):
        raise Http404
    response = serve(request, name, document_root=settings.MEDIA_ROOT)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    shown_type = SHOWN_TYPES.get(PurePosixPath(name).suffix.lower())
    if shown_type:
        response.headers["Content-Type"] = shown_type
    else:
        response.headers["Content-Disposition"] = "attachment"
    return response


def media_urls() -> list:
    """Return the address of uploaded files, where the settings say that no proxy serves them."""
    if not settings.SERVES_MEDIA:
        return []
    prefix = settings.MEDIA_URL.lstrip("/")
    return [path(f"{prefix}<path:name>", uploaded_file)]
