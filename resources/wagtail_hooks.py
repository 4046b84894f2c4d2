"""What the knowledge base adds to the admin."""

from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from core.snippet_views import WritersPermissionPolicy
from resources.models.taxonomies import CATEGORIES
from resources.viewsets import CategoriesGroup

for model in CATEGORIES:
    register_permission_policy(model, WritersPermissionPolicy(model))
register_snippet(CategoriesGroup)
