"""Answers for addresses that lead nowhere any more: where the page went, or how it is spelt."""

from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils.translation import get_language_from_path
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect

from core import routing
from core.models import SitePage


class MovedPageMiddleware:
    """Looks for a redirect when a page was not found."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        return (
            _redirect_response(request) or _small_letters_response(request) or response
        )


def _redirect_response(request):
    redirect, query = _find_redirect(request)
    if redirect is None or not _leads_somewhere(redirect.redirect_page):
        return None
    link = redirect.link
    if not link:
        return None
    if redirect.is_permanent:
        return HttpResponsePermanentRedirect(_with_query(link, query))
    return HttpResponseRedirect(_with_query(link, query))


def _leads_somewhere(page) -> bool:
    """Tell whether a redirect to `page` would not just lead to the next page that is not found."""
    # Of a page under embargo, its address tells too much already.
    return page is None or (page.live and not page.is_under_embargo)


def _find_redirect(request):
    """Return the redirect for the requested address and the query to carry over.

    One that names the query itself goes first, and does not carry it over.
    """
    query = request.META.get("QUERY_STRING", "")
    full_path = request.get_full_path()
    if query:
        redirect = get_redirect(request, _normalised(full_path))
        if redirect:
            return redirect, ""
    path = full_path.partition("?")[0]
    return get_redirect(request, _normalised(path)), query


def _normalised(path):
    return Redirect.normalise_path(path, decode_unicode=False)


def _small_letters_response(request):
    """Return the redirect to the page that is found when capitals are read as small letters."""
    path = request.path_info.lower()
    language = get_language_from_path(path)
    if path == request.path_info or not path.startswith(f"/{language}/"):
        return None
    route = routing.find_route(SitePage, request, path.removeprefix(f"/{language}/"))
    if route is None:
        return None
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(_with_query(route[0].get_url(request), query))


def _with_query(link, query):
    return f"{link}?{query}" if query and "?" not in link else link
