"""Measures our search beside Wagtail's own: `python -m bench.search 10000`.

On SQLite, and on PostgreSQL where TEST_POSTGRES_URL names a server, in databases of its own.
Ours searches pages, a third in each language; Wagtail's a plain model with the same texts.

`python -m bench.search 300000 --ours-only` measures ours alone, where Wagtail's would take
hours: on DATABASE_URL, whose pages are used again if it has some, or on SQLite.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from urllib.parse import urlsplit

from bench.search_texts import (
    BATCH,
    COMMON,
    MIDDLE,
    RARE,
    WORDS_A_TITLE,
    fill,
    index_ours,
    texts,
)

BEGINNINGS = (COMMON[:7], MIDDLE[:4], RARE[:4])
REPETITIONS = 20
SLOW = 4  # What takes longer, in seconds, is measured once.
DATABASE = "bench_search"


def stock_model():
    """Return a model as Wagtail's documentation has them."""
    from django.db import models
    from wagtail.search import index
    from wagtail.search.queryset import SearchableQuerySetMixin

    class Found(SearchableQuerySetMixin, models.QuerySet):
        pass

    class StockDocument(index.Indexed, models.Model):
        language = models.CharField(max_length=12)
        title, text = models.TextField(), models.TextField()
        objects = Found.as_manager()
        search_fields = [
            index.SearchField("title", boost=2),
            index.SearchField("text"),
            index.AutocompleteField("title"),
            index.FilterField("language"),
        ]

        class Meta:
            app_label = "search"

        def __str__(self):
            return self.title

    return StockDocument


def make_table(model):
    """Give `model` its table, and what Wagtail gives models when it starts."""
    from django.db import connection
    from modelsearch.abstract_models import TextIDGenericRelation
    from wagtail.search.models import IndexEntry

    with connection.schema_editor() as editor:
        editor.create_model(model)
    TextIDGenericRelation(IndexEntry).contribute_to_class(model, "index_entries")


def index_stock(model, size):
    from wagtail.search.backends import get_search_backend

    index = get_search_backend().get_index_for_model(model)
    rows = [
        model(
            language=language,
            title=" ".join(words[:WORDS_A_TITLE]),
            text=" ".join(words),
        )
        for language, words in texts(size)
    ]
    model.objects.bulk_create(rows, batch_size=BATCH)
    rows = list(model.objects.all())
    for start in range(0, len(rows), BATCH):
        index.add_items(model, rows[start : start + BATCH])


def measure(call):
    """Return the median time of `call` in ms.

    SQLite does its work in this process, whose processor time says how long it takes even
    while others use the machine; PostgreSQL's is seen by the clock alone.
    """
    from django.db import connection

    clock = time.perf_counter
    if connection.vendor == "sqlite":
        clock = time.process_time
    times = []
    call()
    while len(times) < REPETITIONS:
        begun = clock()
        call()
        times.append((clock() - begun) * 1000)
        if times[0] > SLOW * 1000:
            break
    return statistics.median(times)


def timed(name, call):
    begun = time.perf_counter()
    call()
    print(f"{name}: {time.perf_counter() - begun:.1f} s", flush=True)


def compare(word, model):
    """Print how long ours takes for `word`, and Wagtail's where there is a `model` of it."""
    from core.languages import default_language
    from search.engine import current_generation, find
    from search.matching import matches
    from search.queries import read

    language = default_language()
    found = model and model.objects.search(word)
    others = f"; stock {found.count()}" if model else ""
    print(f"{word}: {find(word, language).count} found{others}")
    tell(
        "the best 20: ours their ids, kinds and how many, Wagtail's its objects",
        lambda: matches([read(word, language)], current_generation()),
        model and (lambda: list(model.objects.search(word)[:20])),
    )
    tell(
        "the best 20 and how many: ours in three languages, by kind, with titles, "
        "quotations, sections and addresses, private pages left out",
        lambda: find(word, language),
        model and (lambda: (list(model.objects.search(word)[:20]), found.count())),
    )
    in_language = model and model.objects.filter(language=language)
    tell(
        "the same in one language",
        lambda: find(word, language, only=language),
        model and (lambda: list(in_language.search(word)[:20])),
    )


def compare_suggestions(beginning, model):
    from core.languages import default_language
    from search.engine import suggest

    tell(
        f"suggestions for “{beginning}”",
        lambda: suggest(beginning, default_language()),
        model and (lambda: list(model.objects.autocomplete(beginning)[:8])),
    )


def tell(name, ours, stock):
    first = measure(ours)
    print(f"  {name}:\n    ours {first:.2f} ms", end="", flush=True)
    if stock:
        other = measure(stock)
        print(f", stock {other:.1f} ms: {other / first:.1f} times", end="")
    print(flush=True)


def measure_one(size, is_ours_only):
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0, interactive=False)
    make_ours(size)
    model = None if is_ours_only else make_stock(size)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    load = os.getloadavg()[0]
    print(f"{connection.vendor}, {size} documents, a load of {load:.1f}")
    for word in (COMMON, MIDDLE, RARE):
        compare(word, model)
    for beginning in BEGINNINGS:
        compare_suggestions(beginning, model)


def make_ours(size):
    from search.models import IndexEntry

    if IndexEntry.objects.count() >= size:
        print("The pages that are there are used again.")
        return
    timed("pages made", lambda: fill(size))
    timed("index of ours", index_ours)


def make_stock(size):
    model = stock_model()
    make_table(model)
    timed("objects made and stock index", lambda: index_stock(model, size))
    return model


def on_sqlite(size, *options):
    with tempfile.TemporaryDirectory() as folder:
        run(f"sqlite:///{folder}/search.sqlite3", size, *options)


def on_postgresql(server, size):
    """Measure in a database that is made for it on `server`, and dropped."""
    import psycopg2

    connection = psycopg2.connect(server)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {DATABASE}")
        cursor.execute(f"CREATE DATABASE {DATABASE}")
    try:
        run(urlsplit(server)._replace(path=f"/{DATABASE}").geturl(), size)
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {DATABASE}")
        connection.close()


def run(database, size, *options):
    command = [sys.executable, "-m", "bench.search", str(size), "--one", *options]
    subprocess.run(command, env={**os.environ, "DATABASE_URL": database}, check=True)


def ask():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", nargs="?", type=int, default=10_000)
    parser.add_argument("--ours-only", action="store_true")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def main(asked):
    database = os.environ.get("DATABASE_URL")
    server = os.environ.get("TEST_POSTGRES_URL")
    if asked.one or (asked.ours_only and database):
        measure_one(asked.size, asked.ours_only)
        return
    on_sqlite(asked.size, *(["--ours-only"] if asked.ours_only else []))
    if server and not asked.ours_only:
        on_postgresql(server, asked.size)
    elif not asked.ours_only:
        print("PostgreSQL was not measured: set TEST_POSTGRES_URL.")


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "wiego_site.settings.test"
    main(ask())
