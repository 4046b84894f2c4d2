"""The messages of visitors in the admin: to read, to tick off and to erase, never to write."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
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


class LetterPanel(HelpPanel):
    """The message to read, with a way to answer it."""

    class BoundPanel(HelpPanel.BoundPanel):
        def get_context_data(self, parent_context=None):
            subject = gettext("Re: %s") % (self.instance.subject or gettext("Message"))
            context = super().get_context_data(parent_context)
            return {**context, "reply_subject": subject}


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
        LetterPanel(template="contact/letter.html", heading=_("Message")),
        FieldPanel("is_answered"),
    ]
