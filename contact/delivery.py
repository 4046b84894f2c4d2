"""Mails each message to the team and a confirmation to its sender, as often as it takes."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from contact.models import Message
from core.languages import default_language, native_name
from core.models import SiteSettings
from core.texts import text

logger = logging.getLogger(__name__)

FIRST_PAUSE = timedelta(minutes=5)
LONGEST_PAUSE = timedelta(hours=6)
# Mail that the sender's own server refuses this often will not arrive.
MOST_CONFIRMATIONS = 5
# What is noted of each try.
NOTED = ("tries", "mailed_at", "confirmed_at", "problem", "next_try_at")


def deliver_what_is_due(now: datetime, **kwargs):
    """Send the mails that failed or were never tried; one that fails keeps back no other."""
    failed = 0
    for message in Message.objects.waiting(now):
        if claim(message, now):
            failed += not deliver(message)
    if failed:
        raise RuntimeError(f"{failed} messages were not mailed; the log says why.")


def claim(message: Message, now: datetime) -> bool:
    """Tell whether nobody else has begun to mail `message`, and keep others from it for a while."""
    unclaimed = Message.objects.filter(pk=message.pk, next_try_at=message.next_try_at)
    return bool(unclaimed.update(next_try_at=now + FIRST_PAUSE))


def deliver(message: Message) -> bool:
    """Send what is missing of the mails for `message`, note what became of it, and return whether all is well.

    Each is sent whatever becomes of the other.
    """
    message.tries += 1
    problems = [
        _send(message, "mailed_at", mail_to_team),
        _send(message, "confirmed_at", confirmation),
    ]
    message.problem = "\n".join(filter(None, problems))[:1000]
    message.next_try_at = next_try(message) if message.problem else None
    # It may have been erased meanwhile: then there is nothing to note, and it stays erased.
    Message.objects.filter(pk=message.pk).update(
        **{name: getattr(message, name) for name in NOTED}
    )
    return not message.problem


def _send(message, sent_at, write) -> str:
    """Send one of the mails unless that was done, and return what went wrong."""
    if getattr(message, sent_at):
        return ""
    try:
        write(message).send()
    except Exception as error:
        # Whatever a mail server does, the message is kept and tried again.
        logger.exception("Message %s was not mailed.", message.pk)
        return f"{type(error).__name__}: {error}"
    setattr(message, sent_at, timezone.now())
    return ""


def next_try(message: Message) -> datetime | None:
    """Return when to try again; a confirmation that cannot be delivered is given up, the mail to the team never."""
    if message.mailed_at and message.tries >= MOST_CONFIRMATIONS:
        return None
    pause = FIRST_PAUSE * 2 ** min(message.tries - 1, 10)
    return timezone.now() + min(pause, LONGEST_PAUSE)


def mail_to_team(message: Message) -> EmailMessage:
    """Return the mail to the recipients, which answers go past, to the sender."""
    with override(default_language()):
        subject = message.subject or _("Message from the website")
        link = reverse("contact_messages:edit", args=[message.pk])
        context = {
            "message": message,
            "language": native_name(message.language),
            "url": settings.WAGTAILADMIN_BASE_URL.rstrip("/") + link,
        }
        return EmailMessage(
            subject=_on_one_line(f"{subject} – {message.name}"),
            body=render_to_string("contact/mails/team.txt", context),
            to=recipients(message),
            reply_to=[message.email],
        )


def recipients(message: Message) -> list[str]:
    """Return who gets `message`; raise ValueError while nobody is named."""
    found = message.recipients.splitlines()
    if not found and message.page:
        found = message.page.recipients_of(None)
    if not found:
        page = message.page or _("a page that was deleted")
        problem = _("Nobody gets the messages of “%s”: name recipients on that page.")
        raise ValueError(problem % page)
    return found


def confirmation(message: Message) -> EmailMessage:
    """Return the mail to the sender, in their language.

    It repeats nothing of what they wrote: whoever gives the address of somebody else must
    not be able to write to them through this site.
    """
    with override(message.language):
        name = str(text(SiteSettings.load(), "name", message.language))
        context = {"site_name": name, "message": message}
        return EmailMessage(
            subject=_on_one_line(_("%s has received your message") % name),
            body=render_to_string("contact/mails/confirmation.txt", context),
            to=[message.email],
            headers={"Auto-Submitted": "auto-replied"},
        )


def _on_one_line(subject: str) -> str:
    return " ".join(subject.split())
