"""Measures what renaming a section of 5,000 pages costs, in a database of its own.

Run `python bench/rename_section.py`, with DATABASE_URL for another database than SQLite.
"""

# ruff: noqa: E402 - Django must be set up before models can be imported.
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wiego_site.settings.test")

import django

django.setup()

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext, setup_databases, teardown_databases
from wagtail.contrib.redirects.models import Redirect

from core.languages import content_languages
from core.models import SitePage
from home.models import ContentPage, HomePage

PAGES = 5_000


def make_section():
    """Add a section with thousands of pages below it, two levels deep."""
    home = HomePage.objects.get()
    section = home.add_child(
        instance=ContentPage(title_fr="Ancien", slug_fr="ancien", slug_en="old")
    )
    content_type = ContentType.objects.get_for_model(SitePage)
    SitePage.objects.bulk_create(
        make_page(section, number, content_type) for number in range(1, PAGES + 1)
    )
    return section


def make_page(section, number, content_type):
    page = SitePage(
        path=SitePage._get_path(section.path, section.depth + 1, number),
        depth=section.depth + 1,
        title_fr=f"Page {number}",
        draft_title=f"Page {number}",
        slug_fr=f"page-{number}",
        content_type=content_type,
        locale_id=section.locale_id,
    )
    page.set_url_path(section)
    return page


def rename(section):
    section = ContentPage.objects.get(pk=section.pk)
    for language in content_languages():
        setattr(section, f"slug_{language}", f"nouveau-{language}")
    start = time.perf_counter()
    with CaptureQueriesContext(connection) as queries:
        section.save_revision().publish()
    return time.perf_counter() - start, len(queries)


def main():
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        seconds, queries = rename(make_section())
        sys.stdout.write(
            f"{connection.vendor}: {PAGES} pages renamed in {len(content_languages())} "
            f"languages in {seconds:.2f} s with {queries} queries, "
            f"{Redirect.objects.count()} redirects\n"
        )
    finally:
        teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    main()
