"""What the translators' service adds to the admin."""

from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from translations.models import GlossaryTerm
from translations.viewsets import GlossaryPermissionPolicy, GlossaryTermViewSet

register_permission_policy(GlossaryTerm, GlossaryPermissionPolicy(GlossaryTerm))
register_snippet(GlossaryTermViewSet)
