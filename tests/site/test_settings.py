"""The settings of a real site: nothing secret in the code, nothing lax, clear sentences."""

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from tests.programs import PRODUCTION, run
from wiego_site.settings import environment

IMPORT = ("-c", "import wiego_site.settings.production")


def test_production_passes_the_deployment_checks():
    process = run(
        "manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION
    )

    assert process.returncode == 0, process.stderr
    assert "no issues" in process.stdout


@pytest.mark.parametrize(
    "name", ["SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "DATABASE_URL"]
)
def test_production_names_the_variable_that_is_missing(name):
    process = run(*IMPORT, **{**PRODUCTION, name: ""})

    assert process.returncode != 0
    assert f"ImproperlyConfigured: Set {name} to " in process.stderr


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DATABASE_URL", "oracle://x/y", "DATABASE_URL names no database"),
        ("CACHE_URL", "bogus://x", "CACHE_URL names no cache"),
        ("EMAIL_URL", "bogus://x", "EMAIL_URL names no mail server"),
        ("SITE_URL", "www.example.org", "SITE_URL is “www.example.org”"),
        ("SECURE_HSTS_SECONDS", "a year", "SECURE_HSTS_SECONDS is “a year”"),
        ("LOG_LEVEL", "loud", "LOG_LEVEL is “loud”"),
        ("SECURE_SSL_REDIRECT", "maybe", "SECURE_SSL_REDIRECT is “maybe”"),
    ],
)
def test_production_says_what_is_wrong_with_a_variable(name, value, sentence):
    process = run(*IMPORT, **{**PRODUCTION, name: value})

    assert process.returncode != 0
    assert sentence in process.stderr


def test_production_takes_everything_from_the_environment():
    names = (
        "CACHES EMAIL_BACKEND EMAIL_HOST MEDIA_ROOT ALLOWED_HOSTS DEMO_ACCOUNTS DEBUG"
    )
    code = f"import wiego_site.settings.production as s; print([getattr(s, n) for n in {names.split()}])"

    process = run(
        "-c",
        code,
        **PRODUCTION,
        CACHE_URL="redis://cache.example.org:6379/1",
        EMAIL_URL="smtp+tls://user:secret@mail.example.org:587",
        MEDIA_ROOT="/srv/media",
    )

    assert "django.core.cache.backends.redis.RedisCache" in process.stdout
    assert "mail.example.org" in process.stdout
    assert "'/srv/media', ['www.example.org'], False, False]" in process.stdout


def test_password_in_a_wrong_address_is_not_repeated():
    for read in (environment.database, environment.cache, environment.email):
        with pytest.raises(ImproperlyConfigured) as caught:
            read("bogus://user:hush-hush@example.org/name")

        assert "hush-hush" not in str(caught.value)


def test_sqlite_takes_its_write_lock_when_a_transaction_starts():
    options = environment.database("sqlite:////srv/wiego.sqlite3")["OPTIONS"]

    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] == 20


@pytest.mark.parametrize(
    "url", ["sqlite:////srv/wiego.sqlite3", "postgres://wiego@db.example.org/wiego"]
)
def test_no_request_is_one_transaction(url):
    # It would hold SQLite's write lock from the first query of a view to its last.
    databases = [environment.database(url), *settings.DATABASES.values()]

    assert not any(database.get("ATOMIC_REQUESTS") for database in databases)


@pytest.mark.parametrize("asked", ["atomic_requests=true", "autocommit=False"])
def test_an_address_may_not_ask_for_one_transaction_a_request(asked):
    for url in (
        "sqlite:////srv/wiego.sqlite3",
        "postgres://wiego@db.example.org/wiego",
    ):
        with pytest.raises(ImproperlyConfigured) as caught:
            environment.database(f"{url}?{asked}")

        assert asked.partition("=")[0] in str(caught.value)


@pytest.mark.parametrize("asked", ["atomic_requests=false", "atomic_requests=0"])
def test_an_address_may_say_that_no_request_is_one_transaction(asked):
    database = environment.database(f"postgres://wiego@db.example.org/wiego?{asked}")

    # Django takes the word “false” for a yes.
    assert not database.get("ATOMIC_REQUESTS")


@pytest.mark.parametrize(
    ("value", "expected"),
    [("", True), ("true", True), ("1", True), ("no", False), ("0", False)],
)
def test_switch_reads_yes_and_no(monkeypatch, value, expected):
    monkeypatch.setenv("SOME_SWITCH", value)

    assert environment.switch("SOME_SWITCH", default=True) is expected


@pytest.mark.parametrize(("value", "expected"), [("", False), ("yes", True)])
def test_switch_that_is_off_by_default_can_be_turned_on(monkeypatch, value, expected):
    monkeypatch.setenv("SOME_SWITCH", value)

    assert environment.switch("SOME_SWITCH", default=False) is expected
