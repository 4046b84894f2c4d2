"""A real server with a thread for each request, on a database that all threads open for themselves."""

import json
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
    """Serve the site from a copy of the empty test database, which is thrown away afterwards."""
    with _own_database(tmp_path):
        server = LiveServer("127.0.0.1")
        try:
            yield server.url
        finally:
            server.stop()


@contextmanager
def _own_database(tmp_path):
    """Use a copy of the test database, so that what is committed there disturbs no other test."""
    settings = connections.settings["default"]
    original, name = connections["default"], settings["NAME"]
    original.ensure_connection()
    if original.vendor == "sqlite":
        settings["NAME"] = _copy_of_sqlite(original, tmp_path)
    else:
        settings["NAME"] = _copy_of_postgresql(original, name)
    # Closing the connection to a database in memory would empty it.
    del connections["default"]
    try:
        yield
    finally:
        connections["default"].close()
        copy, settings["NAME"] = settings["NAME"], name
        connections["default"] = original
        if original.vendor != "sqlite":
            with original._nodb_cursor() as cursor:
                cursor.execute(f'DROP DATABASE "{copy}" WITH (FORCE)')


def _copy_of_sqlite(connection, tmp_path):
    file = tmp_path / "db.sqlite3"
    # The test's own transaction holds a lock that a backup would wait for.
    file.write_bytes(connection.connection.serialize())
    return str(file)


def _copy_of_postgresql(connection, name):
    copy = f"{name}_copy"
    # PostgreSQL copies a database only while nobody is connected to it.
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{copy}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{name}"')
    return copy


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
