"""Reads settings from the environment, and says in a sentence what is missing or wrong."""

import os

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()

DATABASE_SCHEMES = {"sqlite", "postgres", "postgresql"}
DATABASE_EXAMPLES = (
    "postgres://user:password@localhost:5432/wiego or sqlite:////srv/wiego/db.sqlite3"
)


def required(name: str, what: str) -> str:
    """Return the variable `name`; where it is missing, say which to set, and to what."""
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"Set {name} to {what}.")
    return value


def listed(name: str, default: str = "") -> list[str]:
    """Return the comma-separated values of the variable `name`."""
    values = os.environ.get(name, default).split(",")
    return [value.strip() for value in values if value.strip()]


def one_of(name: str, choices: list[str]) -> str:
    """Return the variable `name`, the first of `choices` where it is not set."""
    value = os.environ.get(name) or choices[0]
    if value not in choices:
        raise ImproperlyConfigured(
            f"{name} is “{value}”. Set it to one of {', '.join(choices)}."
        )
    return value


def seconds(name: str, default: int) -> int:
    """Return the variable `name` as a number of seconds."""
    value = os.environ.get(name, "") or str(default)
    if not value.isdecimal():
        raise ImproperlyConfigured(
            f"{name} is “{value}”, which is no whole number of seconds. "
            f"Set it to one, such as {default}."
        )
    return int(value)


def number(name: str, default: int) -> int:
    """Return the variable `name` as a whole number."""
    value = os.environ.get(name, "").strip() or str(default)
    if not value.isdecimal():
        raise ImproperlyConfigured(
            f"{name} is “{value}”, which is no whole number. Set it to one, such as {default}."
        )
    return int(value)


def switch(name: str, default: bool) -> bool:
    """Return the variable `name` as a yes or a no."""
    value = os.environ.get(name, "").strip().lower()
    if value in ("", "1", "true", "yes", "on"):
        return bool(value) or default
    if value in ("0", "false", "no", "off"):
        return False
    raise ImproperlyConfigured(f"{name} is “{value}”. Set it to “true” or “false”.")


def database(url: str) -> dict:
    """Return Django's settings for the database at `url`; SQLite is made safe for several writers."""
    scheme = url.partition(":")[0]
    try:
        config = env.db_url_config(url) if scheme in DATABASE_SCHEMES else {}
    except ValueError:
        config = {}
    if not config.get("NAME"):
        raise ImproperlyConfigured(
            f"DATABASE_URL names no database that this site can use: it starts with "
            f"“{scheme}:”. Set it to an address such as {DATABASE_EXAMPLES}."
        )
    _refuse_whole_transactions(config)
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = {
            # IMMEDIATE takes the write lock when a transaction starts; without it two
            # savers that both began by reading fail with "database is locked".
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
            # Pages of the file are read where they are, not copied one by one.
            "PRAGMA mmap_size=1073741824;",
        }
    elif config["ENGINE"].endswith("postgresql"):
        # Compiling a query of a page, which reads all types at once, took it 2.8 seconds.
        options = config.setdefault("OPTIONS", {})
        options["options"] = f"{options.get('options', '')} -c jit=off".strip()
    return config


def _refuse_whole_transactions(config):
    """Refuse parameters by which Django would hold a transaction open beyond what a view asks for.

    On SQLite each visitor would wait for the write lock, and what is to be done after a
    save, such as sending a message, would be done before the transaction of the request ends.
    """
    for name, harmless in (("ATOMIC_REQUESTS", "false"), ("AUTOCOMMIT", "true")):
        value = str(config.pop(name, harmless)).lower()
        if value in {harmless, str(int(harmless == "true"))}:
            continue
        raise ImproperlyConfigured(
            f"DATABASE_URL sets {name.lower()} to “{value}”, with which requests would be "
            f"one transaction each. Take “{name.lower()}” out of the address."
        )


def cache(url: str) -> dict:
    """Return Django's settings for the cache at `url`."""
    try:
        return env.cache_url_config(url)
    except (ValueError, KeyError, ImproperlyConfigured) as error:
        raise ImproperlyConfigured(
            f"CACHE_URL names no cache: it starts with “{url.partition(':')[0]}:”. Set "
            "it to an address such as redis://localhost:6379/0 or locmemcache://."
        ) from error


def email(url: str) -> dict:
    """Return Django's e-mail settings for the server at `url`, under their own names."""
    try:
        return env.email_url_config(url)
    except (ValueError, KeyError, ImproperlyConfigured) as error:
        raise ImproperlyConfigured(
            f"EMAIL_URL names no mail server: it starts with “{url.partition(':')[0]}:”. "
            "Set it to an address such as smtp+tls://user:password@mail.example.org:587."
        ) from error
