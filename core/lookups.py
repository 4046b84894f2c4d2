"""What a page leads to and shows: looked up together while it is read, not one by one.

Pages are found only if anybody may read them.
"""

from collections.abc import Iterable
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.apps import apps
from django.conf import settings
from django.db.models import Q
from wagtail.images import get_image_model

from core.visibility import visible


@dataclass
class Reading:
    """What was looked up, by id, while one page is gathered and rendered; None where nothing was found."""

    pages: dict = field(default_factory=dict)
    images: dict = field(default_factory=dict)
    # The images that the page will ask for, block by block.
    awaited_images: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Listing:
    """Which pages a page lists beside those that it links to, and what it says of each by name."""

    which: Q
    values: dict


_reading: ContextVar[Reading | None] = ContextVar("reading", default=None)


@contextmanager
def one_reading():
    """Look up each page and image once while one page is gathered and rendered."""
    token = _reading.set(Reading())
    try:
        yield
    finally:
        _reading.reset(token)


def is_reading() -> bool:
    """Tell whether a page is being gathered or rendered for a visitor."""
    return _reading.get() is not None


def is_known_page(page_id: int) -> bool:
    """Tell whether the page was looked up in this reading, found or not."""
    reading = _reading.get()
    return reading is not None and page_id in reading.pages


def linked_pages(ids: Iterable[int], tree_paths: Iterable[str] = ()) -> dict:
    """Return by id the readable pages among `ids` and at `tree_paths`; one query for those not known yet."""
    known = (_reading.get() or Reading()).pages
    ids, tree_paths = set(ids), set(tree_paths)
    missing = ids - known.keys()
    if missing or tree_paths:
        _look_up(known, missing, tree_paths)
    return {
        page_id: page
        for page_id, page in known.items()
        if page and (page_id in ids or page.path in tree_paths)
    }


def pages_around(
    ids: Iterable[int], tree_paths: Iterable[str], listing: Listing | None
):
    """Return the readable pages with `ids`, at `tree_paths` and of `listing`, by one query for all."""
    known = (_reading.get() or Reading()).pages
    return _look_up(known, set(ids), tree_paths, listing)


def _look_up(known, ids, tree_paths, listing=None):
    pages = apps.get_model(settings.WAGTAIL_PAGE_MODEL).objects.all()
    wanted = Q(pk__in=ids) | Q(path__in=tree_paths)
    if listing:
        pages = pages.annotate(**listing.values)
        wanted |= listing.which
    found = list(visible(pages.filter(wanted)))
    known.update(dict.fromkeys(ids))
    known.update({page.pk: page for page in found})
    return found


def await_images(ids: Iterable[int]):
    """Tell which images the page will ask for, so that the first asking brings all of them."""
    reading = _reading.get()
    if reading is not None:
        reading.awaited_images.update(ids)


def shown_images(ids: Iterable[int]) -> dict:
    """Return by id the images among `ids`; one query for them and for those that are awaited."""
    reading = _reading.get() or Reading()
    ids = set(ids)
    if ids - reading.images.keys():
        wanted = (ids | reading.awaited_images) - reading.images.keys()
        found = get_image_model().objects.in_bulk(wanted)
        reading.images.update({key: found.get(key) for key in wanted})
    return {key: reading.images[key] for key in ids if reading.images[key]}
