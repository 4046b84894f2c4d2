"""What the parts of the site hold, and the newest of it, for the home page: in one query."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q
from django.db.models.functions import Coalesce, TruncDate

from core.models import SitePage
from core.texts import Text, text
from core.visibility import visible
from organisations.models import OrganisationListPage
from press.models import PressItemPage, PressRoomPage
from resources.models import ResourceIndexPage, ResourcePage

# Of each kind; who wants more goes to the part.
MOST_SHOWN = 3
# What was added on one day, as a whole file is, comes in the order of its years.
ADDED_LAST = (
    TruncDate("first_published_at").desc(),
    F("year").desc(nulls_last=True),
    "-pk",
)
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


def site_parts() -> list[SitePart]:
    """Return the press room, the documents and the members, as far as anybody may read them."""
    by_type = {}
    for page in _parts_and_newest():
        by_type.setdefault(page.type_name, []).append(page)
    return [
        _part(page, by_type.get(_name(entry_model), []))
        for model, entry_model in PARTS.items()
        for page in by_type.get(_name(model), [])
    ]


def _parts_and_newest():
    releases = visible(PressItemPage.objects.all()).order_by("-date", "-pk")
    documents = visible(ResourcePage.objects.all())
    documents = documents.order_by(*ADDED_LAST)
    wanted = Q(content_type__model__in=map(_name, PARTS))
    for newest in (releases, documents):
        wanted |= Q(pk__in=newest.values("pk")[:MOST_SHOWN])
    return (
        visible(SitePage.objects.filter(wanted))
        .annotate(
            type_name=F("content_type__model"),
            date=F("pressitempage__date"),
            year=F("resourcepage__year"),
            is_sample=Coalesce(
                "pressitempage__is_sample", "resourcepage__is_sample", False
            ),
        )
        .order_by(F("date").desc(nulls_last=True), *ADDED_LAST)
    )


def _name(model):
    return model._meta.model_name if model else ""


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
