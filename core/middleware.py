"""What happens to every request before its page is looked for: its faults and its language."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import QueryDict
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.datastructures import MultiValueDict

from core import views

FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
ONE_YEAR = 365 * 24 * 60 * 60


class BadRequestMiddleware:
    """Answers 400 to a query or a form that cannot be read, before anything trips over it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        try:
            _read_input(request)
        except (BadRequest, SuspiciousOperation, LookupError, ValueError):
            _forget_input(request)
            return views.bad_request(request)
        return self.get_response(request)


def _read_input(request):
    # Django reads these when they are first asked for, wherever that may be.
    _query = request.GET
    if request.content_type in FORM_TYPES:
        _form = request.POST


def _forget_input(request):
    """Empty what could not be read, or the page that says so would fail on it again."""
    request.GET = QueryDict()
    request._post, request._files = QueryDict(), MultiValueDict()


class LanguageMiddleware(LocaleMiddleware):
    """Chooses the language of a response: that of the address, else the visitor's.

    An address without a language is simply not found. Stock redirects it below a language,
    so that each mistyped address would look like a page.
    """

    def process_response(self, request, response):
        language = translation.get_language_from_path(request.path_info)
        if language:
            _remember_choice(request, response, language)
        else:
            patch_vary_headers(response, ("Accept-Language", "Cookie"))
        response.headers.setdefault("Content-Language", translation.get_language())
        return response


def _remember_choice(request, response, language):
    """Keep in a cookie that the visitor has just changed to `language`, for the next visit to `/`.

    The links between languages are plain addresses, which everybody may share and caches
    may keep; so the change is known by the page that the visitor comes from.
    """
    if response.status_code != 200 or language == _language_left(request, language):
        return
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=ONE_YEAR,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    patch_cache_control(response, private=True)


def _language_left(request, language):
    """Return the language of the page of ours that led here, else `language`."""
    try:
        address = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return language
    if address.netloc != request.get_host():
        return language
    return translation.get_language_from_path(address.path) or language
