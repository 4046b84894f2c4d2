"""Measures files of translations over thousands of pages, in a database of its own.

Run `python -m bench.exchange 2000`, with DATABASE_URL for another database than SQLite.
"""

# ruff: noqa: E402 - Django must be set up before models can be imported.
import io
import os
import resource
import sys
import time
import zipfile
from contextlib import contextmanager

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wiego_site.settings.test")

import django
import polib

django.setup()

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import (
    setup_databases,
    setup_test_environment,
    teardown_databases,
)
from django.urls import reverse

from core.languages import default_language
from home.models import ContentPage
from tests.admin.people import make_staff, signed_in
from tests.factories import make_content_page
from tests.translations.queue.work import make_many_pages
from translations.exchange.deliveries import Format

LANGUAGE = "es"
BLOCKS = 8


def make_pages(count):
    """Make pages of a title and eight paragraphs, without saving each."""
    language = default_language()
    blocks = [
        {
            "type": "text",
            "id": f"b{block}",
            "value": f"<p>Phrase {block} sur la <b>récupération</b> à Dakar et à Bogota.</p>",
        }
        for block in range(BLOCKS)
    ]
    first = make_content_page(**{f"body_{language}": blocks})
    make_many_pages(count)
    table, key = ContentPage._meta.db_table, ContentPage._meta.pk.column
    names = [field.column for field in ContentPage._meta.local_fields]
    copied = ", ".join(f"c.{name}" for name in names if name != key)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({key}, {copied.replace('c.', '')}) "
            f"SELECT p.id, {copied} FROM core_sitepage p, {table} c "
            f"WHERE c.{key} = %s AND p.id NOT IN (SELECT {key} FROM {table}) "
            "AND p.content_type_id = %s",
            [first.pk, first.content_type_id],
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
    """Let everything out in each format, then one file of it in again."""
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
    measure_import(client, first_file(files[Format.PO]))


def first_file(content: bytes) -> bytes:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    archive = zipfile.ZipFile(io.BytesIO(content))
    return archive.read(archive.namelist()[0])


def measure_import(client, content):
    po = polib.pofile(content.decode())
    for entry in po:
        entry.msgstr = entry.msgid.replace("Phrase", "Frase").replace("Page", "Página")
    name = f"a file of {len(po)} texts"
    with measured(f"{name} taken in"):
        file = SimpleUploadedFile("textos.po", str(po).encode())
        plan = client.post(reverse("translation_import"), {"file": file})
    with measured(f"{name}, a page of its plan"):
        client.get(plan.url, {"p": 2})
    with measured(f"{name} written"):
        while client.post(plan.url, follow=True).context["is_writing"]:
            pass
    with measured(f"{name}, a page of its report"):
        counts = client.get(plan.url, {"p": 2}).context["counts"]
    sys.stdout.write(f"  {[(str(c['result']), c['count']) for c in counts]}\n")


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        with measured(f"{count} pages made"):
            make_pages(count)
        client = signed_in(make_staff())
        measure(client, count)
    finally:
        teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    main()
