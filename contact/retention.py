"""Erases messages: those that are old, and those of somebody who asks for it."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from contact.models import Message


def erase_old_messages(now: datetime | None = None, **kwargs) -> int:
    """Erase what is older than the settings allow, and return how many messages that was."""
    limit = (now or timezone.now()) - timedelta(days=settings.CONTACT_KEEP_DAYS)
    return Message.objects.filter(received_at__lt=limit).delete()[0]


def erase_messages_of(email: str) -> int:
    """Erase all messages that `email` sent, however it is written, and return how many that was."""
    return Message.objects.filter(email__iexact=email.strip()).delete()[0]
