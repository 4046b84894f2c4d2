"""Several people save at once, on the databases and caches that the settings name."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import caches
from django.db import ConnectionHandler, connection, transaction
from django.test import override_settings

from wiego_site.settings import environment

WRITERS = 8
SAVES = 25


@pytest.mark.django_db
def test_writers_at_once_lose_nothing_on_sqlite(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'db.sqlite3'}"
    connections = ConnectionHandler({"default": environment.database(url)})
    monkeypatch.setattr(transaction, "get_connection", lambda _using: connection_())

    def connection_():
        return connections["default"]

    def query(sql):
        with connection_().cursor() as cursor:
            return cursor.execute(sql).fetchone()

    def save_many_times(_writer):
        for _save in range(SAVES):
            with transaction.atomic():
                (value,) = query("SELECT value FROM counter")
                query(f"UPDATE counter SET value = {value + 1}")
        connection_().close()

    query("CREATE TABLE counter (value integer)")
    query("INSERT INTO counter VALUES (0)")

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(save_many_times, range(WRITERS)))

    assert query("SELECT value FROM counter") == (WRITERS * SAVES,)
    assert query("PRAGMA journal_mode") == ("wal",)


@pytest.mark.postgresql
@pytest.mark.django_db
def test_postgresql_serves_where_the_environment_names_it():
    with connection.cursor() as cursor:
        cursor.execute("SELECT version()")
        assert cursor.fetchone()[0].startswith("PostgreSQL")


@pytest.mark.postgresql
@pytest.mark.django_db
def test_postgresql_compiles_no_queries():
    with connection.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)


def test_cache_keeps_values_in_redis_where_the_environment_names_it(redis_url):
    with override_settings(CACHES={"default": environment.cache(redis_url)}):
        caches["default"].set("greeting", "Bienvenue · ¡Hola!", timeout=60)
        caches["default"].close()

        assert caches["default"].get("greeting") == "Bienvenue · ¡Hola!"
        assert "redis" in type(caches["default"]).__module__
        caches["default"].delete("greeting")
