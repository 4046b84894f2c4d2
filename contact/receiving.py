"""Keeps what a visitor wrote before anything else can fail, and has it mailed."""

import hashlib
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from contact.delivery import deliver
from contact.models import Message
from core.texts import text

# What falls due leaves a message alone that is being mailed at this moment.
GRACE = timedelta(minutes=2)


def receive(page, cleaned_data: dict, route=None) -> Message:
    """Keep the message, and mail it to the team; one that was sent before is only found again."""
    values = {
        name: cleaned_data[name] for name in ("name", "email", "text", "language")
    }
    recipients = "\n".join(page.recipients_of(route))
    with transaction.atomic():
        message, is_new = Message.objects.get_or_create(
            fingerprint=fingerprint(page, values, recipients),
            defaults={
                **values,
                "page": page,
                "subject": str(text(route, "title")) if route else "",
                "recipients": recipients,
                "next_try_at": timezone.now() + GRACE,
            },
        )
    if is_new:
        deliver(message)
    return message


def fingerprint(page, values: dict, recipients: str) -> str:
    """Return what is the same when somebody sends one message to the same people twice on one day."""
    today = str(timezone.localdate())
    parts = (str(page.pk), values["email"], values["text"], recipients, today)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
