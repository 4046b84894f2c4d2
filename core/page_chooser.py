"""The dialog that chooses a page: for a field, or for a link in a text."""

from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.chooser import BrowseView, SearchView

from core.models import SitePage
from core.page_listing import without_details

# Wagtail's editor of texts asks for this, whatever the base page of a site is.
WAGTAILS_BASE_PAGE = "wagtailcore.page"


class OurBasePageMixin:
    """Takes a request for Wagtail's base page as one for ours, and fits a telephone."""

    @property
    def columns(self):
        return without_details(super().columns)

    def dispatch(self, request, **kwargs):
        if request.GET.get("page_type") == WAGTAILS_BASE_PAGE:
            request.GET = request.GET.copy()
            request.GET["page_type"] = SitePage._meta.label_lower
        return super().dispatch(request, **kwargs)


class PageChooserView(OurBasePageMixin, BrowseView):
    """Lists the pages below a page, to choose one."""


class PageChooserSearchView(OurBasePageMixin, SearchView):
    """Lists the pages that a search found, to choose one."""


# Before Wagtail's own at the same addresses.
page_chooser = [
    path("choose-page/", require_admin_access(PageChooserView.as_view())),
    path(
        "choose-page/<int:parent_page_id>/",
        require_admin_access(PageChooserView.as_view()),
    ),
    path("choose-page/search/", require_admin_access(PageChooserSearchView.as_view())),
]
