"""A real server with a thread for each request, on a database that all threads open for themselves."""

import json
import sqlite3
import urllib.error
import urllib.parse
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connections
from django.test import Client
from pytest_django.live_server_helper import LiveServer


@contextmanager
def serving(tmp_path):
    """Serve the site from the test database; SQLite's, which is in memory, is copied to a file."""
    with _database_in_a_file(tmp_path):
        server = LiveServer("127.0.0.1")
        try:
            yield server.url
        finally:
            server.stop()


@contextmanager
def _database_in_a_file(tmp_path):
    memory = connections["default"]
    if memory.vendor != "sqlite":
        yield
        return
    memory.ensure_connection()
    file = tmp_path / "db.sqlite3"
    with sqlite3.connect(file) as copy:
        memory.connection.backup(copy)
    settings = connections.settings["default"]
    name, settings["NAME"] = settings["NAME"], str(file)
    del connections["default"]
    try:
        yield
    finally:
        connections["default"].close()
        settings["NAME"] = name
        connections["default"] = memory


@dataclass
class HttpClient:
    """Speaks to a server over the network in the place of Django's test client."""

    server: str
    cookies: dict = field(default_factory=dict)

    @classmethod
    def signed_in(cls, server, user):
        client = Client()
        client.force_login(user)
        return cls(server, {name: c.value for name, c in client.cookies.items()})

    def get(self, url):
        return self._send(url)

    def post(self, url, data, headers=None):
        return self._send(url, urllib.parse.urlencode(data).encode(), headers)

    def _send(self, url, data=None, headers=None):
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        request = urllib.request.Request(
            self.server + url, data, {**(headers or {}), "Cookie": cookies}
        )
        opener = urllib.request.build_opener(_KeepRedirects)
        try:
            response = opener.open(request, timeout=120)
        except urllib.error.HTTPError as error:
            response = error
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, _equals, rest = cookie.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        return Answer(response.status, response.read())


@dataclass
class Answer:
    status_code: int
    content: bytes

    def json(self):
        return json.loads(self.content)


class _KeepRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_arguments):
        return None
