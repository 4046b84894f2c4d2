"""What the knowledge base adds to the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from core.permissions import EDIT_SHARED_FIELDS
from core.snippet_views import WritersPermissionPolicy
from resources.import_views import ImportView, UploadView
from resources.models.taxonomies import CATEGORIES
from resources.viewsets import CategoriesGroup

for model in CATEGORIES:
    register_permission_policy(model, WritersPermissionPolicy(model))
register_snippet(CategoriesGroup)


@hooks.register("register_admin_urls")
def urls_of_imports():
    """Give the import of files its addresses."""
    return [
        path("resources/import/", UploadView.as_view(), name="resource_import_upload"),
        path(
            "resources/import/<int:import_id>/",
            ImportView.as_view(),
            name="resource_import",
        ),
    ]


class ImportMenuItem(MenuItem):
    """Leads whoever may add documents to the import."""

    def is_shown(self, request):
        # Asked on every page of the admin: the page itself looks at the tree.
        return request.user.has_perm(EDIT_SHARED_FIELDS)


@hooks.register("register_admin_menu_item")
def import_menu_item():
    """Show the import below the knowledge base."""
    return ImportMenuItem(
        _("Import resources"),
        reverse("resource_import_upload"),
        name="import-resources",
        icon_name="upload",
        order=256,
    )
