"""The feed of new documents in one language, for programs that watch for them."""

from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from core.feeds import clean, identity
from core.languages import column, current_language
from core.texts import text
from resources.citations.record import one_line
from resources.exports import cached
from resources.queries import NEWEST, documents

MOST_ENTRIES = 50


def atom(index_page, listing, request) -> HttpResponse:
    """Return the newest documents that `listing` leaves and that have texts in the reader's language."""
    language = current_language()
    found = documents(listing.selected, language, NEWEST)
    found = found.filter(**{column("is_offered", language): True})
    # Two steps, as a list by year is no list of news.
    pages = list(found.order_by("-first_published_at", "-pk")[:MOST_ENTRIES])
    feed = _feed(index_page, listing, request, language)
    for page in pages:
        _add(feed, page, request, language)
    changed_at = max(
        filter(None, (page.last_published_at for page in pages)), default=None
    )
    response = HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
    return cached(request, response, changed_at, index_page)


def _feed(index_page, listing, request, language):
    names = [str(chip.name) for chip in listing.chips]
    names = ", ".join(filter(None, [listing.words, *names]))
    title = _("New: %(title)s") % {"title": index_page.heading()}
    address = index_page.get_full_url(request)
    query = listing.feed_url.partition("?")[2]
    return Atom1Feed(
        title=_clean(f"{title} ({names})" if names else title),
        link=address,
        description=_clean(text(index_page, "lead")),
        language=language,
        feed_url=f"{address}?{query}",
        feed_guid=identity(index_page, f"{language}?{query}"),
    )


def _add(feed, page, request, language):
    feed.add_item(
        title=_clean(page.heading()),
        link=page.get_full_url(request),
        description=_clean(text(page, "abstract")),
        author_name=_clean(page.byline) or None,
        unique_id=identity(page, language),
        pubdate=page.first_published_at,
        updateddate=page.last_published_at or page.first_published_at,
    )


def _clean(value) -> str:
    return clean(one_line(value))
