"""A browser in which tests look at the rendered pages, without a server."""

import mimetypes
import os
import re
import shutil
from contextlib import contextmanager
from functools import partial
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import sync_playwright

from core.styles import stylesheet_for

HOST = "http://site.test"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HEIGHT = 800
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


def mirrored(html: str) -> str:
    """Return a page as it is sent to readers of a language from right to left."""
    page = html.replace('dir="ltr"', 'dir="rtl"', 1)
    style = f"<style>{stylesheet_for(page)}</style>"
    return re.sub(
        r"<style>.*?</style>", lambda _: style, page, count=1, flags=re.DOTALL
    )


def widths_of(window, widths):
    """Show the page of `window` at each of `widths`, which costs less than to open it anew; yield each."""
    for width in widths:
        window.set_viewport_size({"width": width, "height": HEIGHT})
        yield width


class Browser:
    """Opens rendered pages in windows of any size, colour scheme or medium."""

    def __init__(self, chromium, pages):
        self.chromium = chromium
        self.pages = pages

    @contextmanager
    def window(self, width=1280, height=HEIGHT, medium=None, mirror=False, **options):
        """Yield a window that asks nobody but the rendered pages."""
        viewport = {"width": width, "height": height}
        context = self.chromium.new_context(viewport=viewport, **options)
        try:
            context.route("**/*", partial(self._answer, mirrored if mirror else str))
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

    def _answer(self, change, route):
        path = urlsplit(route.request.url).path
        page = self.pages.get(path)
        if page:
            html = change(page.html)
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
            return
        name = path.removeprefix("/static/")
        file = finders.find(name) if name != path else None
        if not file:
            route.fulfill(**NOT_FOUND)
            return
        route.fulfill(path=file, content_type=mimetypes.guess_type(file)[0])
