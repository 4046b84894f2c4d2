"""Tells people by mail what is said to them about a text."""

import logging

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from translations.comments.threads import text_url
from translations.models import Message, Recipient
from translations.queue.mails import absolute, in_language_of, preference_of, send

logger = logging.getLogger(__name__)


def tell(message_id: int) -> None:
    """Send the message to those whom it is for and who want to hear at once; the others wait for their digest."""
    untold = untold_messages().filter(message_id=message_id)
    for recipient in untold.exclude(person__email=""):
        if not preference_of(recipient.person).wants_messages:
            continue
        try:
            _send(recipient)
        except Exception:
            # They find it in their digest; the others are told all the same.
            logger.exception("Recipient %s was not told of a message.", recipient.pk)


def untold_messages() -> QuerySet[Recipient]:
    """Return whom nobody told of their messages yet, the oldest first."""
    rows = Recipient.objects.filter(told_at=None)
    return rows.select_related(
        "person", "message__author", "message__thread__version__content_type"
    ).order_by("message__written_at", "pk")


def note(recipients: list[Recipient]) -> None:
    """Remember that these people know."""
    keys = [recipient.pk for recipient in recipients]
    Recipient.objects.filter(pk__in=keys).update(told_at=timezone.now())


def _send(recipient):
    with in_language_of(recipient.person):
        heading = subject(recipient)
        context = {"heading": heading, **line(recipient)}
        send(recipient.person, heading, "message", context)
    note([recipient])


def subject(recipient: Recipient) -> str:
    message = recipient.message
    names = {"author": author_name(message), "title": message.thread.version.title}
    if recipient.is_named:
        return _("%(author)s wrote to you about “%(title)s”") % names
    return _("%(author)s answered about “%(title)s”") % names


def author_name(message: Message) -> str:
    """Return who wrote `message`, also when their account is gone."""
    return str(message.author) if message.author else _("Somebody who left")


def line(recipient: Recipient) -> dict:
    """Return what a mail says of one message."""
    message = recipient.message
    return {
        "message": message,
        "author": author_name(message),
        "version": message.thread.version,
        "thread": message.thread,
        "url": absolute(text_url(message.thread)),
    }
