"""What the search adds to the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from core.snippet_views import WritersPermissionPolicy
from search.admin_views import DemandPanel, FruitlessSearchesView
from search.models import PromotedResult
from search.viewsets import PromotedResultViewSet

register_permission_policy(PromotedResult, WritersPermissionPolicy(PromotedResult))
register_snippet(PromotedResultViewSet)


@hooks.register("register_admin_urls")
def fruitless_searches_url():
    """Give the report on searches without results its address."""
    view = FruitlessSearchesView.as_view()
    return [path("reports/searches/", view, name="fruitless_searches")]


@hooks.register("register_reports_menu_item")
def fruitless_searches_menu_item():
    """List the report with the others."""
    return MenuItem(
        _("Searches without results"),
        reverse("fruitless_searches"),
        name="fruitless-searches",
        icon_name="search",
        order=1310,
    )


@hooks.register("construct_homepage_panels")
def show_demand(request, panels):
    """Show translators what is missing in their languages, where something is."""
    show_demand_in_queue(request.user, panels)


@hooks.register("construct_translations_queue_panels")
def show_demand_in_queue(user, panels):
    """Show the same below what is to be translated."""
    panel = DemandPanel(user)
    if panel.rows:
        panels.append(panel)
