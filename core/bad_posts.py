"""What the admin answers when a form comes that no form of its sends.

Wagtail reads hidden values, such as the number of blocks in a text, without asking
whether they are there and what they are. A browser whose script broke, or an add-on that
changed the form, would meet the page of a failed server.
"""

import logging

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DataError
from django.http import JsonResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from core import views

logger = logging.getLogger(__name__)

# What code raises that trusts a form to be one of its own. A database that is down, a
# full disk and a lock that is not given are faults of the server, and stay such.
INPUT_ERRORS = (
    ArithmeticError,
    AttributeError,
    DataError,
    LookupError,
    NoReverseMatch,
    ObjectDoesNotExist,
    TypeError,
    ValidationError,
    ValueError,
)


class BadPostMiddleware:
    """Answers 400, and says what to do, where reading a form of the admin fails."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Return the answer to a POST that could not be read; anything else is a failure as ever."""
        is_post = request.method == "POST"
        in_admin = request.path.startswith(reverse("wagtailadmin_home"))
        if not (is_post and in_admin and isinstance(exception, INPUT_ERRORS)):
            return None
        # With its traceback, as it may be a mistake of ours after all.
        logger.error(
            "A form for %s could not be read.", request.path, exc_info=exception
        )
        with override(_language_of(request)):
            if _is_automatic(request):
                return _json_answer()
            return views.unreadable_form(request)


def _language_of(request):
    profile = getattr(request.user, "wagtail_userprofile", None)
    return profile.get_preferred_language() if profile else None


def _is_automatic(request):
    """Tell whether a script waits for the answer, as it does when a form saves itself."""
    return not request.accepts("text/html")


def _json_answer():
    message = _(
        "What you typed did not arrive whole and is not saved. Save it yourself; "
        "if that fails too, reload the page."
    )
    return JsonResponse(
        {"success": False, "error_code": "bad_request", "error_message": message},
        status=400,
    )
