"""Writes notes and comments, and says who may change which."""

from contextlib import contextmanager

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.permissions import EDIT_SHARED_FIELDS
from translations.comments.colleagues import (
    Names,
    colleagues,
    people_named_in,
    readers_of,
)
from translations.comments.mails import tell
from translations.models import LanguageVersion, Message, Recipient, Thread
from translations.models.threads import LONGEST_MESSAGE
from translations.opening import may_open

LONGEST_QUOTE = 200


def may_edit(user, message: Message) -> bool:
    """Tell whether `user` may change the words: nobody speaks for somebody else."""
    return message.author_id is not None and message.author_id == user.pk


def may_delete(user, message: Message) -> bool:
    """Tell whether `user` may take the message away: its author, or staff."""
    return may_edit(user, message) or user.has_perm(EDIT_SHARED_FIELDS)


def start(version: LanguageVersion, user, thread: Thread, text: str) -> Message:
    """Open `thread`, which is not stored yet, at a text of `version` with the first message."""
    with _changing(version, user) as instance:
        text = _checked(text)
        thread.version = version
        thread.quote = thread.quote[:LONGEST_QUOTE]
        # A conversation is held in one language.
        thread.is_for_every_language &= thread.is_note
        thread.save()
        return _written(thread, instance, user, text)


def answer(thread: Thread, user, text: str) -> Message:
    """Add a message to a conversation; one that was at its end goes on."""
    with _changing(thread.version, user) as instance:
        if thread.is_note:
            raise PermissionDenied
        text = _checked(text)
        _end(thread, None)
        return _written(thread, instance, user, text)


def edit(message: Message, user, text: str) -> Message:
    """Write `text` in the place of what `message` said, and tell whom it names now."""
    with _changing(message.thread.version, user) as instance:
        if not may_edit(user, message):
            raise PermissionDenied
        message.text = _checked(text)
        message.edited_at = timezone.now()
        message.save(update_fields=["text", "edited_at"])
        _address(message, instance)
        return message


def delete(message: Message, user) -> None:
    """Take a message away, and its thread when nobody else wrote there."""
    thread = message.thread
    with _changing(thread.version, user):
        if not may_delete(user, message):
            raise PermissionDenied
        message.delete()
        if not thread.messages.exists():
            thread.delete()


def resolve(thread: Thread, user) -> None:
    """Bring a conversation to its end."""
    with _changing(thread.version, user):
        _end(thread, user)


def reopen(thread: Thread, user) -> None:
    """Let a conversation that was at its end go on."""
    with _changing(thread.version, user):
        _end(thread, None)


def _end(thread, user):
    thread.resolved_at = timezone.now() if user else None
    thread.resolved_by = user
    thread.save(update_fields=["resolved_at", "resolved_by"])


@contextmanager
def _changing(version, user):
    """Yield what `version` is of while nobody else changes its threads, and count them afterwards.

    Raises PermissionDenied where `user` may not open it.
    """
    with transaction.atomic():
        # Two who change at the same moment would each count without the other.
        locked = LanguageVersion.objects.select_for_update().get(pk=version.pk)
        instance = locked.instance
        if instance is None or not may_open(user, instance):
            raise PermissionDenied
        yield instance
        version.open_comments = locked.threads.open().count()
        version.save(update_fields=["open_comments"])


def _checked(text):
    text = text.replace("\x00", "").replace("\r\n", "\n").strip()
    if not text:
        raise ValidationError(
            _("Nothing is written yet. Write your message, then send it.")
        )
    if len(text) > LONGEST_MESSAGE:
        raise ValidationError(
            _(
                "This message has %(length)d characters, and there is room for "
                "%(limit)d. Shorten it, or write two."
            )
            % {"length": len(text), "limit": LONGEST_MESSAGE}
        )
    return text


def _written(thread, instance, user, text):
    message = Message.objects.create(thread=thread, author=user, text=text)
    _address(message, instance)
    return message


def _address(message: Message, instance: Model) -> None:
    """Note whom `message` is for, and tell them; nobody hears of one message twice."""
    taking_part = _taking_part(message)
    readers = readers_of(instance)
    asked = people_named_in(message.text, readers) | readers.filter(pk__in=taking_part)
    names = Names(colleagues(instance, asked))
    named = {person.pk for person in names.in_text(message.text)}
    present = {person.pk for person in names.people}
    for pk in (named | taking_part) & present - {message.author_id}:
        Recipient.objects.update_or_create(
            message=message, person_id=pk, defaults={"is_named": pk in named}
        )
    message.strange_names = names.strange(message.text)
    transaction.on_commit(lambda: tell(message.pk), robust=True)


def _taking_part(message) -> set[int]:
    """Return who wrote or was named earlier in the conversation."""
    earlier = message.thread.messages.exclude(pk=message.pk)
    earlier = earlier.filter(written_at__lte=message.written_at)
    writers = earlier.values_list("author", flat=True)
    named = Recipient.objects.filter(message__in=earlier, is_named=True)
    return {*writers, *named.values_list("person", flat=True)} - {None}


def warning_of(message: Message) -> str:
    """Return which names in a message just written are nobody's; empty where there are none."""
    strange = message.strange_names
    if not strange:
        return ""
    return ngettext(
        "Sent, but %(names)s is the name of nobody who may open this page, or of several "
        "people, and was told nothing. Write the e-mail address: @name@example.org.",
        "Sent, but %(names)s are names of nobody who may open this page, or of several "
        "people, and were told nothing. Write the e-mail address: @name@example.org.",
        len(strange),
    ) % {"names": ", ".join(strange)}
