"""A browser for tests of the admin; this process answers it, so it needs no server."""

import mimetypes
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.db import connections
from django.test import Client
from playwright.sync_api import sync_playwright

HOST = "http://testserver"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Wagtail notices what is typed only some seconds after a form has opened.
WATCH = """document.addEventListener("w-unsaved:watch-edits", () => {
    document.documentElement.dataset.watching = "yes";
});"""
PASSED_ON = ("accept", "accept-language", "x-requested-with")


def chromium_path() -> str:
    """Return where Chromium is, or skip the tests that need it."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.skip("needs Chromium: install it, or set CHROMIUM=/path/to/it")
    return path


@contextmanager
def admin_window(user, width=1280, height=900):
    """Yield a window in which `user` has signed in."""
    with admin_windows(user, width=width, height=height) as [window]:
        yield window


@contextmanager
def admin_windows(*users, width=1280, height=900):
    """Yield a window for each of `users`, who share nothing but the browser program."""
    clients = [_signed_in(user) for user in users]
    with thread_of_the_site() as site, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=chromium_path(), args=ARGUMENTS
        )
        size = {"width": width, "height": height}
        windows = [_window(chromium, client, size, site) for client in clients]
        try:
            yield windows
        finally:
            for window in windows:
                window.context.unroute_all(behavior="ignoreErrors")
            chromium.close()


def _signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def _window(chromium, client, size, site):
    context = chromium.new_context(viewport=size, locale="en-GB")
    context.route("**/*", lambda route: _answer(route, client, site))
    window = context.new_page()
    window.add_init_script(WATCH)
    window.set_default_timeout(60_000)
    return window


@contextmanager
def thread_of_the_site():
    """Yield a thread that works inside the transaction of the test; the browser keeps this one busy."""
    ours = connections["default"]
    ours.inc_thread_sharing()

    def share():
        connections["default"] = ours

    try:
        with ThreadPoolExecutor(1, initializer=share) as site:
            yield site
    finally:
        ours.dec_thread_sharing()


def _answer(route, client, site):
    url = urlsplit(route.request.url)
    name = url.path.removeprefix("/static/")
    if name == url.path:
        route.fulfill(**site.submit(_ask, client, route.request, url).result())
    elif path := finders.find(name):
        route.fulfill(path=path, content_type=mimetypes.guess_type(name)[0])
    else:
        route.abort()


def _ask(client, request, url):
    headers = request.headers
    response = client.generic(
        request.method,
        url.path,
        data=request.post_data_buffer or b"",
        content_type=headers.get("content-type", "application/octet-stream"),
        headers={name: headers[name] for name in PASSED_ON if name in headers},
        QUERY_STRING=url.query,
    )
    body = b"".join(response) if response.streaming else response.content
    return {
        "status": response.status_code,
        "headers": dict(response.items()),
        "body": body,
    }
