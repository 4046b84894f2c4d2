"""What the contact form adds to the admin."""

from django.template.loader import render_to_string
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.permissions import policy_registry, register_permission_policy

from contact.models import Message
from contact.viewsets import MessagePermissionPolicy, MessageViewSet

register_permission_policy(Message, MessagePermissionPolicy(Message))

MESSAGES = "contact_messages:index"


class FailedMailPanel(Component):
    """Warns on the first page of the admin while messages cannot be mailed to the team."""

    order = 20

    def __init__(self, count):
        self.count = count

    def render_html(self, parent_context=None):
        context = {"count": self.count, "url": reverse(MESSAGES)}
        return render_to_string("contact/failed_mail.html", context)


@hooks.register("register_admin_viewset")
def register_messages():
    return MessageViewSet()


@hooks.register("construct_homepage_panels")
def warn_of_failed_mail(request, panels):
    """Tell whoever reads the messages that some are waiting in the admin alone."""
    if policy_registry.get_by_type(Message).user_has_permission(request.user, "change"):
        count = Message.objects.failed().count()
        if count:
            panels.append(FailedMailPanel(count))
