"""A file of translations between its upload and the day on which it is forgotten."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def oldest_kept() -> datetime:
    """Return when the oldest file was uploaded that is kept: TRANSLATIONS_FILES_KEPT_DAYS ago."""
    return timezone.now() - timedelta(days=settings.TRANSLATIONS_FILES_KEPT_DAYS)


class ImportedFileQuerySet(models.QuerySet):
    def fresh(self) -> "ImportedFileQuerySet":
        """Return the files that may still be looked at."""
        return self.filter(uploaded_at__gt=oldest_kept())

    def expired(self) -> "ImportedFileQuerySet":
        """Return the files that have been kept long enough."""
        return self.filter(uploaded_at__lte=oldest_kept())


class ImportedFile(models.Model):
    """What a translator uploaded, kept here so that the browser cannot send something else to be confirmed.

    With the file goes all that is remembered of it: what would become of its texts, or
    what became of them, and what its sender chose on one page of the plan after the other.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    name = models.CharField(_("name"), max_length=255)
    content = models.BinaryField()
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    # A letter for each text of the file, in its order: see `translations.import_pages`.
    results = models.TextField(blank=True)
    # By key: the fingerprint of the translation that its sender chose to write over.
    taken = models.JSONField(default=dict)
    # By the number of the text in the file: why it was not written.
    reasons = models.JSONField(default=dict)
    # How many texts, in the order of the file, are dealt with; all of them at the end.
    position = models.PositiveIntegerField(default=0)

    objects = ImportedFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")

    def __str__(self):
        return self.name

    @property
    def is_written(self) -> bool:
        """Tell whether every text of the file is dealt with."""
        return 0 < len(self.results) <= self.position


def forget_files(**kwargs):
    """Delete the files that have been kept long enough, with all that is remembered of them."""
    ImportedFile.objects.expired().delete()
