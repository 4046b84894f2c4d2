"""What a page does when a visitor asks for it."""

from django.conf import settings
from django.http import Http404
from django.template.response import TemplateResponse
from wagtail.models import PageViewRestriction
from wagtail.url_routing import RouteResult

from core import routing
from core.lookups import Listing, one_reading
from core.page_links import fill_links


class ServedPage:
    """A page that is found by its address in any language, and read with few queries."""

    # What the address may ask of the page; kept when the reader changes language.
    query_parameters: tuple[str, ...] = ()

    def serve(self, request, *args, **kwargs):
        with one_reading():
            response = super().serve(request, *args, **kwargs).render()
            response.content = fill_links(response.content.decode())
        return response

    def serve_password_required_response(self, request, form, action_url):
        # The texts and the address of a private page are no more public than the page.
        from core.reading import frame_without_page

        context = {
            **frame_without_page(request),
            "form": form,
            "action_url": action_url,
        }
        template = settings.WAGTAIL_PASSWORD_REQUIRED_TEMPLATE
        return TemplateResponse(request, template, context)

    def get_context(self, request, *args, **kwargs):
        # Imported here because the frame reads models of this package.
        from core.reading import frame

        context = super().get_context(request, *args, **kwargs)
        return {**context, **frame(self, request)}

    def listed_pages(self) -> Listing | None:
        """Return what this page lists of other pages; they are in the context as `pages_around`."""
        return None

    @classmethod
    def route_for_request(cls, request, path):
        return routing.route(cls.base_page_model, request, path)

    def get_url_parts(self, request=None):
        return routing.url_parts(self, request)

    def get_url(self, request=None, current_site=None):
        # Stock asks for the site of every request; one site needs no asking.
        if len(self._get_site_root_paths(request)) > 1:
            return super().get_url(request=request, current_site=current_site)
        parts = self.get_url_parts(request)
        return parts and parts[2]

    url = property(get_url)

    def route(self, request, path_components):
        # The children have been looked for already, all at once.
        if path_components or not self.live or self.is_under_embargo:
            raise Http404
        return RouteResult(self)

    def get_view_restrictions(self):
        # Found out while routing; without restrictions there is nothing more to ask.
        if not getattr(self, "may_be_restricted", True):
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()
