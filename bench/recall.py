"""Tells how much of what visitors look for is among the first ten: `python -m bench.recall`.

Ours beside Wagtail's own, over the judged queries of `tests/search/judged.yaml` and the
demonstration content, on DATABASE_URL, or on an SQLite file that is deleted afterwards.
Wagtail's own finds pages and no parts of them: a page counts for each answer on it.
"""

import os
import tempfile
from statistics import mean


def main():
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from tests.search.judging import judged, ours, recall, seen

    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_content", verbosity=0)
    call_command("rebuild_search", verbosity=0)
    call_command("update_index", verbosity=0)
    found = [
        (
            recall(ours(query, language), expected),
            recall(seen(query, language), expected),
            recall(stock(query), sorted({name.partition("#")[0] for name in expected})),
        )
        for language, query, expected in judged()
    ]
    print(f"{connection.vendor}, {len(found)} queries, recall among the first ten:")
    names = ["ours", "ours, on the whole first page", "Wagtail's own"]
    for name, shares in zip(names, zip(*found, strict=True), strict=True):
        print(f"{name}: {mean(shares):.3f}")


def stock(query):
    """Return what Wagtail's own search finds; nothing where it fails, as at a quotation mark on SQLite."""
    from django.db import DatabaseError, transaction

    from core.models import SitePage
    from tests.search.judging import FIRST

    try:
        with transaction.atomic():
            # Nothing of the demonstration is private; Wagtail's own cannot filter by it.
            pages = list(SitePage.objects.live().search(query)[:FIRST])
    except DatabaseError:
        return []
    return [page.content_key for page in pages]


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "wiego_site.settings.test"
    os.environ["SHOW_SAMPLE_DATA"] = "true"
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/recall.sqlite3")
        main()
