"""What people say to each other about a text: notes that stay, and conversations that come to an end."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST_MESSAGE = 4000


class ThreadQuerySet(models.QuerySet):
    def at_desk_of(self, version) -> "ThreadQuerySet":
        """Return what concerns `version`: what was written there, and the notes for every language."""
        return self.filter(
            Q(version=version)
            | Q(
                is_for_every_language=True,
                version__content_type=version.content_type_id,
                version__object_id=version.object_id,
            )
        )

    def open(self) -> "ThreadQuerySet":
        """Return the conversations that nobody brought to an end."""
        return self.filter(kind=Thread.Kind.COMMENT, resolved_at=None)

    def with_messages(self) -> "ThreadQuerySet":
        """Read the messages and who wrote them too, in as many queries for many threads as for one."""
        return self.select_related("version", "resolved_by").prefetch_related(
            models.Prefetch("messages", Message.objects.select_related("author")),
            models.Prefetch(
                "messages__recipients", Recipient.objects.select_related("person")
            ),
        )


class Thread(models.Model):
    """A note on one text, or a conversation about it.

    Known by the version and the place, as the record of the text is, so that it goes where
    the text goes; one whose text is gone is kept and shown at the foot of the desk.
    """

    class Kind(models.TextChoices):
        NOTE = "note", _("Note")
        COMMENT = "comment", _("Comment")

    version = models.ForeignKey(
        "translations.LanguageVersion", on_delete=models.CASCADE, related_name="threads"
    )
    place = models.CharField(_("place"), max_length=255)
    kind = models.CharField(_("kind"), max_length=7, choices=Kind.choices)
    # Notes alone: one that holds for whoever translates the text, into whatever language.
    is_for_every_language = models.BooleanField(_("for every language"), default=False)
    # The words of the source at that time, by which the text is known once it is gone.
    quote = models.CharField(max_length=200, blank=True)
    started_at = models.DateTimeField(default=timezone.now)
    resolved_at = models.DateTimeField(_("resolved"), null=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = _("note or comment")
        verbose_name_plural = _("notes and comments")
        ordering = ["started_at", "pk"]
        indexes = [models.Index(fields=["version", "place"], name="thread_of_text")]

    def __str__(self):
        return self.quote or self.place

    @property
    def is_note(self) -> bool:
        return self.kind == self.Kind.NOTE

    @property
    def latest(self) -> "Message | None":
        return next(reversed(list(self.messages.all())), None)

    @property
    def is_open(self) -> bool:
        return not self.is_note and self.resolved_at is None


class Message(models.Model):
    """What one person wrote; it outlives their account."""

    thread = models.ForeignKey(
        Thread, on_delete=models.CASCADE, related_name="messages"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.TextField(_("message"), max_length=LONGEST_MESSAGE)
    written_at = models.DateTimeField(default=timezone.now)
    edited_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["written_at", "pk"]

    def __str__(self):
        return self.text[:80]


class Recipient(models.Model):
    """Somebody whom a message is for: who is named in it, or took part in the conversation."""

    message = models.ForeignKey(
        Message, on_delete=models.CASCADE, related_name="recipients"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    is_named = models.BooleanField(default=False)
    # When a mail told them; nothing while they wait for their digest.
    told_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("recipient")
        verbose_name_plural = _("recipients")
        constraints = [
            models.UniqueConstraint(
                fields=["message", "person"], name="one_recipient_per_message"
            )
        ]
        indexes = [models.Index(fields=["person", "told_at"], name="recipient_told")]

    def __str__(self):
        return f"{self.person}: {self.message_id}"
