"""The texts of the admin's scripts, in the language that each person chose."""

from django.views.i18n import JavaScriptCatalog
from wagtail.admin.localization import get_localized_response

catalogue = JavaScriptCatalog.as_view()


def script_texts(request):
    """Answer with the texts of every app; Wagtail's own view knows its own catalogue alone."""
    return get_localized_response(catalogue, request)
