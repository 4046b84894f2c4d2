"""What every test starts from, and what a machine must have to run them."""

import os
import shutil
from pathlib import Path

import psycopg2
import pytest
from django.core.cache import cache
from django.db import connection
from django.utils import translation
from django.utils.translation.reloader import translation_file_changed

from core.catalogues import compile_catalogues
from core.languages import default_language as site_default_language
from tests.admin.people import speak_english_to

IN_CI = os.environ.get("CI") == "true"
DATABASES = ("sqlite", "postgresql")
# pytest-django lets no test near the database that has neither these nor its mark.
DATABASE_FIXTURES = {
    "db",
    "transactional_db",
    "django_db_setup",
    "empty_database_url",
}


def pytest_configure(config):
    config.addinivalue_line("markers", "sqlite: concerns SQLite alone")
    config.addinivalue_line("markers", "postgresql: concerns PostgreSQL alone")
    config.addinivalue_line(
        "markers", "opensearch: asks the server that OPENSEARCH_URL names"
    )
    # Interface texts are tested as visitors read them.
    for written in compile_catalogues():
        # Django read the older one, if any, when it started.
        translation_file_changed(None, written)


def pytest_collection_modifyitems(config, items):
    """Leave out the tests that concern the other database, or, but on SQLite, none."""
    left_out = [item for item in items if not concerns(item, connection.vendor)]
    if not os.environ.get("OPENSEARCH_URL"):
        left_out += [i for i in items if i.get_closest_marker("opensearch")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
    # Those that start whole sites take long: at the end one process would wait for the other.
    items.sort(key=uses_database)


def concerns(item, vendor) -> bool:
    """Return whether a test can tell something about the database of `vendor`."""
    named = [name for name in DATABASES if item.get_closest_marker(name)]
    return vendor in named if named else vendor == "sqlite" or uses_database(item)


def uses_database(item) -> bool:
    marked = item.get_closest_marker("django_db") is not None
    return marked or not DATABASE_FIXTURES.isdisjoint(item.fixturenames)


def pytest_terminal_summary(terminalreporter):
    if connection.vendor != "sqlite":
        terminalreporter.write_line(
            f"Run on {connection.display_name}; what uses no database runs on SQLite."
        )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Count a skipped test as failed where all that tests need must be there."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped, but with CI=true every test must run: {call.excinfo and call.excinfo.value}"
    return report


@pytest.fixture(autouse=True)
def default_language():
    """Start each test from the default language and an empty cache."""
    cache.clear()
    with translation.override(site_default_language()):
        yield


@pytest.fixture
def english_interface():
    """Let the interface speak as the code is written, whatever it is translated to."""
    with translation.override("en"):
        yield


@pytest.fixture
def admin_user(admin_user):
    """Let the admin of `admin_client` speak as the code is written."""
    return speak_english_to(admin_user)


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The folder that holds manage.py."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def redis_url() -> str:
    """The address of a Redis server for tests, where there is one."""
    url = os.environ.get("TEST_REDIS_URL", "")
    if not url:
        pytest.skip("needs Redis: set TEST_REDIS_URL=redis://127.0.0.1:6379/15")
    return url


@pytest.fixture(scope="session")
def gettext_tools():
    """For tests that call the programs of gettext, where they are installed."""
    if shutil.which("msgfmt") is None or shutil.which("xgettext") is None:
        pytest.skip("needs gettext: apt-get install gettext")


@pytest.fixture
def empty_database_url(tmp_path):
    """The address of a new database of the kind under test, for programs of their own."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path / 'db.sqlite3'}"
        return
    name = f"programs_{os.getpid()}"
    host = os.environ["DATABASE_URL"].rpartition("/")[0]
    # The database that every server has; the one of the address may not be there.
    server = psycopg2.connect(f"{host}/postgres")
    server.autocommit = True
    with server.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
    yield f"{host}/{name}"
    with server.cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    server.close()
