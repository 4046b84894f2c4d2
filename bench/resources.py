"""Measures the list of documents over thousands of them, and how fast files come in.

Run `python -m bench.resources 10000`, with DATABASE_URL for another database than SQLite.
"""

# ruff: noqa: E402 - Django must be set up before models can be imported.
import os
import random
import statistics
import sys
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wiego_site.settings.test")

import django

django.setup()

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import (
    CaptureQueriesContext,
    setup_databases,
    setup_test_environment,
    teardown_databases,
)
from django.utils import timezone
from wagtail.models import Locale

from core.collation import sort_key
from core.languages import columns, content_languages
from core.models import SitePage
from resources.importing.files import read
from resources.importing.storing import Importer, Options
from resources.models import (
    Region,
    ResourceFacet,
    ResourceOrder,
    ResourcePage,
    ResourceType,
    Sector,
    Theme,
)
from tests.factories import make_resource_index_page, make_resource_page

TIMES = 9
IMPORTED = 2_000
ADDRESSES = {
    "list": "",
    "list, one filter": "?theme=t3",
    "list, three filters": "?theme=t3&sector=t1&year=2019",
    "list, seven values of three filters": "?theme=t3&theme=t4&theme=t5&sector=t1&sector=t2&year=2018&year=2019",
    "list, by title": "?sort=title",
    "list, its last page": "?page=500",
    "list, all authors": "?all=author",
    "feed": "?format=atom",
    "a document": "femmes-et-hommes/",
    "a document as BibTeX": "femmes-et-hommes/?format=bibtex",
}


def make_documents(index_page, count):
    """Write documents as they are stored, without the work of saving each."""
    chance = random.Random(1)
    models = {"type": ResourceType, "sector": Sector, "theme": Theme, "region": Region}
    lists = {
        name: [model.objects.create(key=f"t{n}", label_fr=f"L {n}") for n in range(10)]
        for name, model in models.items()
    }
    pages = SitePage.objects.bulk_create(_page(index_page, n) for n in range(count))
    facets, orders = [], []
    for page in pages:
        values = _values(chance, lists, count)
        facets += [ResourceFacet(page_id=page.pk, facet=f, value=v) for f, v in values]
        key = sort_key(page.title, "fr")[0].encode()
        orders += [
            ResourceOrder(page_id=page.pk, language=code, key=key)
            for code in content_languages()
        ]
        ResourcePage(
            sitepage_ptr_id=page.pk,
            original_title=page.title,
            original_language="en",
            year=dict(values)["year"],
            type_id=dict(values)["type"],
            byline="Chen, Martha",
            file_languages="en",
        ).save_base(raw=True)
    ResourceFacet.objects.bulk_create(facets, batch_size=1000)
    ResourceOrder.objects.bulk_create(orders, batch_size=1000)


def _values(chance, lists, count):
    """Return what one document is found by."""
    authors = chance.sample(range(count // 4 + 4), 2)
    return [
        ("year", chance.randint(1997, 2026)),
        ("type", chance.choice(lists["type"]).pk),
        ("language", "en"),
        ("region", chance.choice(lists["region"]).pk),
        *(("sector", entry.pk) for entry in chance.sample(lists["sector"], 2)),
        *(("theme", entry.pk) for entry in chance.sample(lists["theme"], 2)),
        *(("author", f"author-{number}") for number in authors),
    ]


def _page(index_page, number):
    now = timezone.now()
    slug = f"document-{number}"
    return SitePage(
        path=f"{index_page.path}{SitePage._int2str(number + 100).zfill(4)}",
        depth=index_page.depth + 1,
        live=True,
        title=f"Titre {number * 7919 % 10007}",
        slug=slug,
        url_path=f"{index_page.url_path}{slug}/",
        locale=Locale.objects.first(),
        content_type=ContentType.objects.get_for_model(ResourcePage),
        first_published_at=now,
        last_published_at=now,
        **dict.fromkeys(columns("is_offered"), True),
    )


def measure(address):
    """Return the median of processor time in ms, and the queries."""
    client, times = Client(), []
    assert client.get(address).status_code == 200, address
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    number = len(queries)
    for _ in range(TIMES):
        worked = time.process_time()
        client.get(address)
        times.append(time.process_time() - worked)
    return statistics.median(times) * 1000, number


def measure_import(index_page):
    kind = ResourceType.objects.first().key
    lines = [f'Imported {n},en,{kind},2019,"Chen, M.;WIEGO"' for n in range(IMPORTED)]
    table = "\n".join(["title,language,type,year,authors", *lines]).encode()
    for publish in (False, True):
        data = table.replace(b"Imported", b"Published") if publish else table
        worked = time.process_time()
        done = list(
            Importer(index_page, Options(publish=publish)).run(read(data, "a.csv"))
        )
        assert {outcome.action for outcome in done} == {"created"}
        each = (time.process_time() - worked) / IMPORTED * 1000
        yield "published" if publish else "as a draft", each


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        index_page = make_resource_index_page()
        make_resource_page(index_page)
        make_documents(index_page, count)
        about = f"{connection.vendor}, {count} documents"
        for title, query in ADDRESSES.items():
            work, queries = measure(f"/fr/ressources/{query}")
            sys.stdout.write(
                f"{about}, {title}: {work:.0f} ms of processor, {queries} queries\n"
            )
        for title, each in measure_import(index_page):
            sys.stdout.write(
                f"{about}, import {title}: {each:.0f} ms of processor each\n"
            )
    finally:
        teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    main()
