"""Sends Wagtail's mails about workflows once the page is saved."""

from django.db import transaction
from wagtail.admin.mail import EmailNotificationMixin


def send_after_saving():
    """Let no mail server hold up, or undo, the saving of a page.

    Wagtail sends these mails where the page is written, which is one transaction here: it
    would wait for the server with the tree locked, and fail with it.
    """
    EmailNotificationMixin.send_notifications = _send_after_commit


def _send_after_commit(self, template_set, context, recipients, **kwargs):
    """Send the mails after the transaction, and tell that nothing failed so far."""
    transaction.on_commit(
        lambda: self.send_emails(template_set, context, recipients, **kwargs),
        robust=True,
    )
    return True
