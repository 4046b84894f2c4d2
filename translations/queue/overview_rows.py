"""Reads a page of the overview with one query: how many pages there are, the pages, and their versions."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Func, IntegerField, QuerySet, Subquery

from core.languages import column, default_language
from core.models import SitePage
from translations.models import LanguageVersion

VERSIONS = "language_versions__"
SHOWN = ["id", "path", "depth", column("title", default_language())]


def read_rows(pages: QuerySet, start: int, stop: int) -> tuple[list[SitePage], int]:
    """Return the pages at these places of `pages` with their `shown_versions`, and the number of all."""
    # A function, where an aggregate would ask for groups.
    count = Func(F("pk"), function="COUNT", output_field=IntegerField())
    in_all = pages.order_by().annotate(number=count).values("number")
    names = [field.attname for field in LanguageVersion._meta.concrete_fields]
    rows = (
        SitePage.objects.filter(pk__in=pages.values("pk")[start:stop])
        .annotate(in_all=Subquery(in_all))
        .order_by("path")
        .values("in_all", *SHOWN, *(f"{VERSIONS}{name}" for name in names))
    )
    found: dict[int, SitePage] = {}
    number = 0
    for row in rows:
        number = row["in_all"]
        page = found.get(row["id"]) or _page(row)
        found[page.pk] = page
        if row[f"{VERSIONS}id"]:
            page.shown_versions.append(_version(row, names))
    return list(found.values()), number


def _page(row):
    page = SitePage.from_db(None, SHOWN, [row[name] for name in SHOWN])
    page.shown_versions = []
    return page


def _version(row, names):
    values = [row[f"{VERSIONS}{name}"] for name in names]
    version = LanguageVersion.from_db(None, names, values)
    # Kept in memory by Django.
    version.content_type = ContentType.objects.get_for_id(version.content_type_id)
    return version
