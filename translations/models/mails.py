"""Which mails about translations a person gets, and what they were told already."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class MailPreference(models.Model):
    """What a person wants to be told by mail; whoever has none gets what is usual."""

    class Digest(models.TextChoices):
        NONE = "none", _("Never")
        DAILY = "daily", _("Every day on which there is something new")
        WEEKLY = "weekly", _("Once a week")

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="mail_preference",
    )
    digest = models.CharField(
        _("what there is to translate"),
        max_length=6,
        choices=Digest.choices,
        default=Digest.WEEKLY,
        help_text=_(
            "New work comes this often; what is due in 7 days, in 2 days or overdue, on the day itself."
        ),
    )
    wants_notices = models.BooleanField(
        _("a message whenever work of yours is assigned, reviewed or published"),
        default=True,
    )
    wants_messages = models.BooleanField(
        _("a message whenever a comment is for you"),
        default=True,
        help_text=_(
            "Otherwise comments wait for the mail on what there is to translate."
        ),
    )
    digest_sent_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("mails about translations")
        verbose_name_plural = _("mails about translations")

    def __str__(self):
        return f"{self.user}: {self.get_digest_display()}"


class ToldWork(models.Model):
    """What a person was told of a version, so that no mail says the same again."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    version = models.ForeignKey(
        "translations.LanguageVersion", on_delete=models.CASCADE, related_name="+"
    )
    # The day that was told, and how near it was then: see `translations.queue.digests`.
    due_on = models.DateField(null=True)
    stage = models.PositiveSmallIntegerField(null=True)

    class Meta:
        verbose_name = _("work that was told")
        verbose_name_plural = _("work that was told")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "version"], name="told_once_of_each_version"
            )
        ]

    def __str__(self):
        return f"{self.user}: {self.version_id}"
