"""What the parts of the site hold, and the newest of it, for the home page: with the query of its links."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q, Subquery
from django.db.models.functions import Coalesce, TruncDate, TruncDay

from core.lookups import Listing
from core.models import SitePage
from core.texts import Text, text
from core.visibility import visible
from organisations.models import OrganisationListPage
from press.models import PressItemPage, PressRoomPage
from resources.models import ResourceIndexPage, ResourcePage

# Of each kind; who wants more goes to the part.
MOST_SHOWN = 3
# What was added on one day, as a whole file is, comes in the order of its years.
ADDED_ON = TruncDate("first_published_at", tzinfo=UTC)
# The parts in their order, and the type of page whose newest are shown with each.
PARTS = {
    PressRoomPage: PressItemPage,
    ResourceIndexPage: ResourcePage,
    OrganisationListPage: None,
}


@dataclass(frozen=True)
class LatestEntry:
    """A release or a document in the reader's language; a document has a year alone."""

    url: str
    title: Text
    date: date | None
    year: int | None
    is_sample: bool


@dataclass(frozen=True)
class SitePart:
    """A part of the site in the reader's language, and the newest of what it holds."""

    url: str
    title: Text
    text: Text
    entries: list[LatestEntry]


def site_parts(pages: Iterable[SitePage]) -> list[SitePart]:
    """Return the press room, the documents and the members among `pages`, as `parts_and_newest` lists them."""
    by_type = defaultdict(list)
    for page in sorted(pages, key=_newest_first):
        by_type[page.content_type_id].append(page)
    return [
        _part(page, by_type[_type_id(entry_model)][:MOST_SHOWN] if entry_model else [])
        for model, entry_model in PARTS.items()
        for page in by_type[_type_id(model)]
    ]


def parts_and_newest() -> Listing:
    """Return what the home page lists: the parts of the site, and the newest of their pages."""
    releases = visible(PressItemPage.objects.all()).order_by("-date", "-pk")
    wanted = Q(content_type__in=map(_type_id, PARTS))
    for newest in (releases, *_newest_documents()):
        wanted |= Q(pk__in=newest.values("pk")[:MOST_SHOWN])
    return Listing(
        wanted,
        {
            "date": F("pressitempage__date"),
            "added_on": ADDED_ON,
            "year": F("resourcepage__year"),
            "is_sample": Coalesce(
                "pressitempage__is_sample", "resourcepage__is_sample", False
            ),
        },
    )


def _newest_documents():
    """Return two orders of documents whose first few hold the newest by day and year.

    Finding out the day of each document would take SQLite a third of a second for 30,000:
    so those added last are taken, by the index, and of their days the latest years.
    """
    documents = visible(ResourcePage.objects.filter(first_published_at__isnull=False))
    added_last = documents.order_by("-first_published_at", "-pk")
    last_of_them = added_last.values("first_published_at")[MOST_SHOWN - 1 : MOST_SHOWN]
    since = TruncDay(Subquery(last_of_them), tzinfo=UTC)
    of_these_days = documents.filter(first_published_at__gte=since)
    return added_last, of_these_days.order_by(F("year").desc(nulls_last=True), "-pk")


def _newest_first(page):
    """Return the place of `page` among those of its type, as the queries of the newest have it."""
    day = page.date or page.added_on or date.min
    return -day.toordinal(), -(page.year or 0), -page.pk


def _type_id(model):
    return ContentType.objects.get_for_model(model).pk


def _part(page, newest):
    return SitePart(
        url=page.get_url(),
        title=text(page, "title"),
        text=text(page, "search_description"),
        entries=[_entry(entry) for entry in newest],
    )


def _entry(page):
    return LatestEntry(
        url=page.get_url(),
        title=page.heading(),
        date=page.date,
        year=page.year,
        is_sample=page.is_sample,
    )
