"""The feed of the press room in one language, without what is under embargo."""

import re
from datetime import datetime, time
from uuid import uuid5

from django.http import HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from core.languages import column, current_language
from core.texts import text
from core.visibility import visible

MOST_ENTRIES = 30
# Signs that no XML may hold.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def atom(page, items, request) -> HttpResponse:
    """Return the newest of `items` that are offered in the reader's language."""
    language = current_language()
    address = page.get_full_url(request)
    feed = Atom1Feed(
        title=_clean(page.heading()),
        link=address,
        description=_clean(text(page, "lead")),
        language=language,
        feed_url=f"{address}?format=atom",
        feed_guid=_identity(page, language),
    )
    found = visible(items).filter(**{column("is_offered", language): True})
    for item in found.order_by("-date", "-pk")[:MOST_ENTRIES]:
        published_at = public_since(item)
        feed.add_item(
            title=_clean(item.heading()),
            link=item.get_full_url(request),
            description=_clean(text(item, "summary")),
            unique_id=_identity(item, language),
            pubdate=published_at,
            updateddate=max(published_at, item.last_published_at or published_at),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def public_since(item) -> datetime:
    """Return when `item` became public: on its date, or when its embargo ended."""
    midnight = timezone.make_aware(datetime.combine(item.date, time.min))
    return item.embargo_until or midnight


def _identity(page, language) -> str:
    """Return a name of the entry that stays when its address changes."""
    return f"urn:uuid:{uuid5(page.translation_key, language)}"


def _clean(words) -> str:
    return NOT_IN_XML.sub("", str(words))
