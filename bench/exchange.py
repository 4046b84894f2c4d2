"""Measures files of translations over thousands of pages, in a database of its own.

Run `python -m bench.exchange 2000`, with DATABASE_URL for another database than SQLite.
"""

# ruff: noqa: E402 - Django must be set up before models can be imported.
import os
import resource
import sys
import time
from contextlib import contextmanager

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wiego_site.settings.test")

import django

django.setup()

from django.db import connection
from django.test.utils import (
    setup_databases,
    setup_test_environment,
    teardown_databases,
)
from django.urls import reverse

from core.languages import default_language
from tests.admin.people import make_staff, signed_in
from tests.factories import make_content_page
from translations.exchange.deliveries import Format

LANGUAGE = "es"
BLOCKS = 8


def make_page(number):
    language = default_language()
    blocks = [
        {
            "type": "text",
            "id": f"b{block}",
            "value": f"<p>Phrase {number}.{block} sur la <b>récupération</b> à Dakar.</p>",
        }
        for block in range(BLOCKS)
    ]
    texts = {"title": f"Page {number}", "lead": f"Accroche {number}", "body": blocks}
    return make_content_page(
        **{f"{name}_{language}": text for name, text in texts.items()}
    )


@contextmanager
def measured(title):
    started, worked = time.perf_counter(), time.process_time()
    yield
    seconds, work = time.perf_counter() - started, time.process_time() - worked
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(
        f"{connection.vendor}, {title}: {seconds:.1f} s, {work:.1f} s of processor, "
        f"{megabytes:.0f} MB at most so far\n"
    )
    sys.stdout.flush()


def body(response) -> bytes:
    return b"".join(response) if response.streaming else response.content


def measure(client, count):
    files = {}
    for format in Format:
        with measured(f"{count} pages out as {format}"):
            query = {"queue": "all", "language": LANGUAGE, "format": format}
            response = client.get(reverse("translation_export"), query)
            files[format] = body(response)
        sys.stdout.write(
            f"  {len(files[format])} bytes, {response['Content-Disposition']}\n"
        )
    with measured(f"{count} pages as a report"):
        body(client.get(reverse("translations_queue"), {"export": "csv"}))
    return files


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        with measured(f"{count} pages made"):
            for number in range(count):
                make_page(number)
        client = signed_in(make_staff())
        measure(client, count)
    finally:
        teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    main()
