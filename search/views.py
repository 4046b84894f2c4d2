"""The page of the search, for which no script is needed, and the suggestions for its field."""

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from core.languages import content_languages, current_language, native_name
from core.lookups import one_reading
from core.page_links import fill_links
from core.reading import Alternate, Link, frame_without_page
from core.routing import site_settings_changed_at, url_of_home
from core.texts import Text
from search.asking import Asked, search_url
from search.engine import current_generation, find, suggest
from search.filters import filters
from search.fruitless import remember
from search.grouping import groups, some_of_each
from search.models import Generation
from search.paging import pages
from search.promoting import promoted

# For so long a browser need not ask again what begins alike.
SECONDS_KEPT = 300


@require_safe
def search(request):
    """Show what was found for `q`, of one `kind` and in one `language` where these are given."""
    asked = Asked.read(request.GET)
    with one_reading():
        context = {**_found(request, asked), **_frame(request, asked), "asked": asked}
        context["is_search"] = True
        response = render(request, "search/search.html", context)
        response.content = fill_links(response.content.decode())
    # No search engine shall list what anybody may type.
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def suggestions(request):
    """Answer with a few results for what is typed so far, and with what to say of them."""
    found = suggest(Asked.read(request.GET).q, request=request)
    count = len(found)
    message = ngettext("%(count)s suggestion", "%(count)s suggestions", count)
    response = JsonResponse(
        {
            "label": _("Suggestions"),
            "message": message % {"count": count} if count else _("No suggestions"),
            "results": [
                {"title": hit.plain_title, "kind": hit.kind_name, "url": hit.url}
                for hit in found
            ],
        }
    )
    patch_cache_control(response, public=True, max_age=SECONDS_KEPT)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _found(request, asked):
    generation = _look_up_what_changed(request)
    is_list = bool(asked.kind or asked.language)
    results = find(
        asked.q,
        kind=asked.kind,
        only=asked.language,
        page=asked.page,
        request=request,
        generation=generation,
        **({} if is_list else {"choose": some_of_each}),
    )
    if asked.q and not is_list and not results.counts_by_language.get(results.language):
        remember(results)
    return {
        "promoted": promoted(asked.q, request) if not is_list else [],
        "results": results,
        "groups": [] if is_list else groups(results),
        "filters": filters(results, asked),
        "pages": pages(results, asked) if is_list else [],
        "all_url": asked.url(kind="", language=""),
        "correction_url": Asked(results.did_you_mean).url(),
    }


def _look_up_what_changed(request) -> int | None:
    """Return the set of entries to search, with one query that says when the site settings changed too."""
    row = (
        Generation.objects.filter(is_current=True)
        .values_list("number", site_settings_changed_at())
        .first()
    )
    if row is None:
        return current_generation()
    number, request._site_settings_changed_at = row
    return number


def _frame(request, asked):
    """Return what surrounds the results: this search in each language, and the way here."""
    language = current_language()
    return {
        **frame_without_page(request),
        "alternates": [
            Alternate(
                language=code,
                name=native_name(code),
                url=asked.url(code),
                is_current=code == language,
                is_offered=True,
            )
            for code in content_languages()
        ],
        "breadcrumbs": [
            Link(_words(_("Home"), language), url_of_home(language)),
            Link(_words(_("Search"), language), search_url(), is_current=True),
        ],
    }


def _words(words, language):
    return Text(words, language, language)
