"""Measures a page of the translators' queue over thousands of pages, in a database of its own.

Run `python -m bench.translators_queue 10000`, with DATABASE_URL for another database than SQLite.
"""

# ruff: noqa: E402 - Django must be set up before models can be imported.
import os
import statistics
import sys
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wiego_site.settings.test")

import django

django.setup()

from django.db import connection
from django.test.utils import (
    CaptureQueriesContext,
    setup_databases,
    setup_test_environment,
    teardown_databases,
)
from django.urls import reverse

from tests.admin.people import make_staff, make_translator, signed_in
from tests.translations.queue.work import make_many_pages

TIMES = 9
LAST = "last"
ADDRESSES = {
    "queue": ("translations_queue", {}),
    "queue, filtered": ("translations_queue", {"state": "missing", "due": "week"}),
    "queue, in review": ("translations_queue", {"state": "open"}),
    "queue, with comments": ("translations_queue", {"state": "open_comments"}),
    "queue, searched": ("translations_queue", {"q": "page 77"}),
    "queue, last page": ("translations_queue", {"p": LAST}),
    "all at a glance": ("translations_overview", {}),
    "first page of the admin": ("wagtailadmin_home", {}),
}


def measure(client, name, query):
    """Return the medians of processor and clock time of a page, in ms, and its queries."""
    processor, clock = [], []
    first = client.get(reverse(name))
    if query.get("p") == LAST:
        query = {"p": first.context["paginator"].num_pages}
    client.get(reverse(name), query)
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse(name), query)
    # Later requests start a log of their own.
    number = len(queries)
    for _ in range(TIMES):
        started, worked = time.perf_counter(), time.process_time()
        assert client.get(reverse(name), query).status_code == 200
        clock.append(time.perf_counter() - started)
        processor.append(time.process_time() - worked)
    medians = (statistics.median(times) * 1000 for times in (processor, clock))
    return *medians, number


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        make_many_pages(count)
        for role, person in (("staff", make_staff()), ("es", make_translator("es"))):
            client = signed_in(person)
            for title, (name, query) in ADDRESSES.items():
                work, seconds, queries = measure(client, name, query)
                sys.stdout.write(
                    f"{connection.vendor}, {count} pages, {role}, {title}: "
                    f"{work:.0f} ms of processor, {seconds:.0f} ms, {queries} queries\n"
                )
    finally:
        teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    main()
