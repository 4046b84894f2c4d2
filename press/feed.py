"""The feed of the press room in one language, without what is under embargo."""

from datetime import datetime, time

from django.http import HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from core.feeds import clean, identity
from core.languages import column, current_language
from core.texts import text
from core.visibility import visible

MOST_ENTRIES = 30


def atom(page, items, request) -> HttpResponse:
    """Return the newest of `items` that are offered in the reader's language."""
    language = current_language()
    address = page.get_full_url(request)
    feed = Atom1Feed(
        title=clean(page.heading()),
        link=address,
        description=clean(text(page, "lead")),
        language=language,
        feed_url=f"{address}?format=atom",
        feed_guid=identity(page, language),
    )
    found = visible(items).filter(**{column("is_offered", language): True})
    for item in found.order_by("-date", "-pk")[:MOST_ENTRIES]:
        published_at = public_since(item)
        feed.add_item(
            title=clean(item.heading()),
            link=item.get_full_url(request),
            description=clean(text(item, "summary")),
            unique_id=identity(item, language),
            pubdate=published_at,
            updateddate=max(published_at, item.last_published_at or published_at),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def public_since(item) -> datetime:
    """Return when `item` became public: on its date, or when its embargo ended."""
    midnight = timezone.make_aware(datetime.combine(item.date, time.min))
    return item.embargo_until or midnight
