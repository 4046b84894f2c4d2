"""A browser in which tests look at the rendered pages, without a server."""

import mimetypes
import os
import shutil
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import sync_playwright

HOST = "http://site.test"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NOT_FOUND = {"status": 404, "content_type": "text/plain", "body": "Not found"}


def chromium_path() -> str:
    """Return where Chromium is, or skip the tests that need it."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.skip("needs Chromium: install it, or set CHROMIUM=/path/to/it")
    return path


@contextmanager
def open_browser(pages):
    """Yield a `Browser` that knows `pages`."""
    path = chromium_path()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        try:
            yield Browser(chromium, pages)
        finally:
            chromium.close()


class Browser:
    """Opens rendered pages in windows of any size, colour scheme or medium."""

    def __init__(self, chromium, pages):
        self.chromium = chromium
        self.pages = pages

    @contextmanager
    def window(self, width=1280, height=800, medium=None, **options):
        """Yield a window that asks nobody but the rendered pages."""
        viewport = {"width": width, "height": height}
        context = self.chromium.new_context(viewport=viewport, **options)
        try:
            context.route("**/*", self._answer)
            window = context.new_page()
            if medium:
                window.emulate_media(media=medium)
            yield window
        finally:
            context.close()

    @contextmanager
    def visit(self, path, **options):
        """Yield a window that shows `path`, which may end in an anchor."""
        with self.window(**options) as window:
            window.goto(HOST + path)
            yield window

    def walk(self, pages, **options):
        """Show `pages` one after the other in one window; yield each with the window."""
        with self.window(**options) as window:
            for page in pages:
                window.goto(HOST + page.path)
                yield page, window

    def _answer(self, route):
        path = urlsplit(route.request.url).path
        page = self.pages.get(path)
        if page:
            route.fulfill(body=page.html, content_type="text/html; charset=utf-8")
            return
        name = path.removeprefix("/static/")
        file = finders.find(name) if name != path else None
        if not file:
            route.fulfill(**NOT_FOUND)
            return
        route.fulfill(path=file, content_type=mimetypes.guess_type(file)[0])
