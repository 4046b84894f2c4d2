"""The addresses that are no page: the door to the languages, robots.txt and what went wrong."""

from django.http import HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView

from core.languages import current_language, direction
from core.reading import frame_without_page
from core.routing import site_address, site_root


@require_safe
def choose_language(request):
    """Send a visitor of `/` to the home page in their language; the query goes along."""
    address = reverse("wagtail_serve", args=("",))
    query = request.META.get("QUERY_STRING", "")
    # The middleware has chosen the language, and tells caches what it depends on.
    return HttpResponseRedirect(f"{address}?{query}" if query else address)


sign_in = RedirectView.as_view(pattern_name="wagtailadmin_login", query_string=True)


@require_safe
def robots(request):
    """Tell search engines where the site map is and what is not for them."""
    lines = ["User-agent: *", f"Disallow: {reverse('wagtailadmin_home')}"]
    root = site_root(request)
    if root:
        lines += ["", f"Sitemap: {site_address(root)}{reverse('sitemap')}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


def bad_request(request, exception=None):
    """Say that the request could not be understood, without asking anything of it again."""
    return _error_page(request, 400)


def unreadable_form(request):
    """Say to somebody in the admin that their form did not arrive whole, in the language they work in."""
    context = {
        "language": current_language(),
        "direction": direction(current_language()),
    }
    html = render_to_string("core/unreadable_form.html", context)
    return HttpResponse(html, status=400)


def permission_denied(request, exception=None):
    return _error_page(request, 403, frame_without_page)


def csrf_failure(request, reason=""):
    return permission_denied(request)


def page_not_found(request, exception=None):
    return _error_page(request, 404, frame_without_page)


def server_error(request):
    """Say that something broke, without the database, which may be what broke."""
    return _error_page(request, 500)


def _error_page(request, status, make_context=None):
    """Render the page of `status` in the language of the request, which may have failed before it was chosen."""
    language = get_language_from_request(request, check_path=True)
    with translation.override(language):
        context = {
            "language": current_language(),
            "direction": direction(current_language()),
        }
        if make_context:
            context |= {**make_context(request), "request": request}
        html = render_to_string(f"{status}.html", context)
        return HttpResponse(html, status=status)
