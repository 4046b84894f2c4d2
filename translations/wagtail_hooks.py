"""What the translators' service adds to the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from translations import publishing, saving
from translations.models import GlossaryTerm
from translations.viewsets import GlossaryPermissionPolicy, GlossaryTermViewSet

register_permission_policy(GlossaryTerm, GlossaryPermissionPolicy(GlossaryTerm))
register_snippet(GlossaryTermViewSet)


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """Name in the history what translators do."""
    actions.register_action(
        saving.LOG_ACTION, _("Translate"), _("Translated some texts")
    )
    actions.register_action(
        publishing.LOG_ACTION, _("Publish a language"), _("Published one language")
    )
