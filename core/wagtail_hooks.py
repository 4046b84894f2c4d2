"""What the ground floor adds to the admin."""

from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from core.models import SiteSettings
from core.viewsets import SingleRowPermissionPolicy, SiteSettingsViewSet

register_permission_policy(SiteSettings, SingleRowPermissionPolicy(SiteSettings))
register_snippet(SiteSettingsViewSet)
