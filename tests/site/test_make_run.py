"""What a person meets who types `make run`."""

import http.cookiejar
import re
import shutil
import socket
import sqlite3
import stat
import time
import urllib.parse
import urllib.request
from contextlib import closing
from http import HTTPStatus
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from playwright.sync_api import sync_playwright

from tests.programs import PRODUCTION, ServedSite, free_port, run

# Each site here has an SQLite database of its own, whatever the tests run on.
pytestmark = pytest.mark.sqlite

SIGN_IN = re.compile(r"^  (Administrator)\s+(\S+@\S+)\s+(\S+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def var_dir(tmp_path_factory):
    return tmp_path_factory.mktemp("var")


@pytest.fixture(scope="module")
def site(var_dir):
    with ServedSite(var_dir) as site:
        yield site


def test_each_language_has_a_page_compressed_with_brotli(site):
    for language, _label in settings.LANGUAGES:
        response = site.get(f"/{language}/", Accept_Encoding="gzip, br")

        assert response.status == HTTPStatus.OK
        assert b"<html" in decoded(response)


def test_output_names_the_address_of_each_language_and_of_the_admin(site):
    output = site.output()

    for language, _label in settings.LANGUAGES:
        assert f"http://localhost:{site.port}/{language}/" in output
    assert f"http://localhost:{site.port}/admin/" in output


def test_signing_key_is_kept_for_its_owner_alone(site, var_dir):
    mode = stat.S_IMODE((var_dir / "secret_key").stat().st_mode)

    assert mode == 0o600


def test_static_files_are_compressed_and_kept_for_good(site):
    page = site.get("/admin/login/").read().decode()
    path = re.search(r'href="(/static/[^"]+\.[0-9a-f]{12}\.css)"', page)[1]

    response = site.get(path, Accept_Encoding="gzip, br")

    assert response.headers["Content-Encoding"] == "br"
    assert "immutable" in response.headers["Cache-Control"]


def test_errors_show_no_code(site):
    response = site.get("/fr/rien-a-cette-adresse/")

    assert response.status == HTTPStatus.NOT_FOUND
    assert b"Traceback" not in response.read()
    assert b"DEBUG" not in response.read()


def test_headers_that_only_a_proxy_may_send_change_nothing(site):
    plain = site.get("/fr/").read()

    for header in ("SCRIPT_NAME", "SCRIPT-NAME", "PATH_INFO"):
        response = site.get("/fr/", **{header: "/elsewhere"})
        assert response.status == HTTPStatus.OK
        assert response.read() == plain


def test_health_is_told_to_whoever_watches(site):
    assert site.get("/healthz").read() == b"OK\n"


def test_printed_password_opens_the_admin(site):
    assert "/admin/logout/" in sign_in(site)


def test_what_falls_due_runs_beside_the_server_and_ends_with_it(
    site, var_dir, tmp_path
):
    copy_site(var_dir, tmp_path / "var")

    with ServedSite(tmp_path / "var") as second:
        log = tmp_path / "var" / "due.log"
        until(lambda: "jobs have run" in log.read_text(), log.read_text)
        [loop] = children_of(second.process.pid, "run_due")
        assert second.interrupt() == 0

    until(lambda: not Path(f"/proc/{loop}").exists())


def copy_site(var_dir, copy):
    """Copy what a site keeps while its server and its jobs go on writing."""
    shutil.copytree(var_dir, copy, ignore=shutil.ignore_patterns("*.sqlite3*"))
    with (
        closing(sqlite3.connect(var_dir / "db.sqlite3")) as source,
        closing(sqlite3.connect(copy / "db.sqlite3")) as target,
    ):
        source.backup(target)


def until(happens, said=str):
    """Wait until `happens()`, at most a minute or two on a busy machine."""
    deadline = time.monotonic() + 120
    while not happens():
        assert time.monotonic() < deadline, said()
        time.sleep(0.2)


def children_of(parent, word):
    """Return the processes that `parent` started with `word` among their arguments."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            arguments = (folder / "cmdline").read_text().split("\0")
        except OSError:
            continue
        if int(fields[1]) == parent and word in arguments:
            found.append(int(folder.name))
    return found


def test_second_start_keeps_the_data_and_gives_a_new_password(site, var_dir, tmp_path):
    copy_site(var_dir, tmp_path / "var")

    with ServedSite(tmp_path / "var") as second:
        assert (tmp_path / "var" / "secret_key").read_text() == (
            var_dir / "secret_key"
        ).read_text()
        assert SIGN_IN.search(second.output())[3] != SIGN_IN.search(site.output())[3]
        assert titles(second) == titles(site)
        assert "demonstration content" not in second.output()
        assert second.interrupt() == 0


@pytest.mark.parametrize("port", ["abc", "0", "70000", "-1", "８０"])
def test_port_that_is_none_is_named_in_a_sentence(port):
    process = run("-m", "wiego_site.serve", PORT=port)

    assert process.returncode == 1
    assert f"PORT is “{port}”" in process.stderr
    assert "Traceback" not in process.stderr


def test_port_in_use_is_named_before_any_work(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        process = run("-m", "wiego_site.serve", PORT=port, VAR_DIR=str(tmp_path))

    assert process.returncode == 1
    assert f"Cannot listen on 127.0.0.1:{port}" in process.stderr
    assert not (tmp_path / "db.sqlite3").exists()


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("mysql://localhost/wiego", "DATABASE_URL names no database"),
        ("nonsense", "DATABASE_URL names no database"),
        ("postgres://a:b@127.0.0.1:1/c", "The database cannot be used"),
        ("sqlite:////no/such/folder/db.sqlite3", "The database cannot be used"),
    ],
)
def test_database_that_cannot_be_used_is_named_in_a_sentence(url, sentence, tmp_path):
    process = run(
        "-m",
        "wiego_site.serve",
        DATABASE_URL=url,
        VAR_DIR=str(tmp_path),
        PORT=str(free_port()),
    )

    assert process.returncode == 1
    assert sentence in process.stderr
    assert "Traceback" not in process.stderr


def test_real_site_has_no_demo_accounts():
    process = run("manage.py", "demo_accounts", **PRODUCTION)

    assert process.returncode == 1
    assert "no demo accounts" in process.stderr


def decoded(response) -> bytes:
    content = response.read()
    if response.headers["Content-Encoding"] == "br":
        return brotli.decompress(content)
    return content


def titles(site) -> list[str]:
    """Return the texts of the links on the home page."""
    return re.findall(r"<a [^>]*>(.*?)</a>", decoded(site.get("/fr/")).decode())


def sign_in(site) -> str:
    """Sign in with what the output says, and return the page that opens."""
    _role, email, password = SIGN_IN.search(site.output()).groups()
    cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    browser = urllib.request.build_opener(cookies)
    address = f"http://127.0.0.1:{site.port}/admin/login/"
    form = browser.open(address).read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[1]
    fields = {
        "csrfmiddlewaretoken": token,
        "username": email,
        "password": password,
        "next": "/admin/",
    }
    return (
        browser.open(address, urllib.parse.urlencode(fields).encode()).read().decode()
    )


def test_browser_finds_nothing_that_the_policy_of_a_page_refuses(site):
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    complaints = []

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        for path in ("fr/", "en/", "es/", "admin/login/"):
            page.goto(f"http://127.0.0.1:{site.port}/{path}")
        browser.close()

    assert [text for text in complaints if "Content Security Policy" in text] == []
