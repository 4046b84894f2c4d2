"""The messages of visitors in the admin: to read, to tick off and to erase, never to write."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from contact.models import Message


class MessagePermissionPolicy(ModelPermissionPolicy):
    """Lets nobody add a message: visitors do."""

    def user_has_permission(self, user, action):
        return action != "add" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


class MessageViewSet(ModelViewSet):
    """Lists the messages, the newest first.

    They are no snippets: a chooser would show them to whoever writes a page.
    """

    model = Message
    name = "contact_messages"
    icon = "mail"
    menu_label = _("Messages")
    menu_order = 260
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = [
        "name",
        "subject",
        "received_at",
        "state",
        BooleanColumn("is_answered", label=_("Answered"), sort_key="is_answered"),
    ]
    list_filter = ["is_answered", "language", "received_at"]
    search_fields = ["name", "email", "subject", "text"]
    list_export = []
    panels = [
        FieldPanel("is_answered"),
        FieldPanel("text", read_only=True),
        FieldPanel("name", read_only=True),
        FieldPanel("email", read_only=True),
        FieldPanel("subject", read_only=True),
        FieldPanel("language", read_only=True),
        FieldPanel("received_at", read_only=True),
        FieldPanel("mailed_at", read_only=True),
        FieldPanel("confirmed_at", read_only=True),
        FieldPanel("problem", read_only=True),
    ]
