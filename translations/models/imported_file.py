"""A file of translations between its upload and the moment its sender confirms it."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Long enough to sleep over it, short enough that no forgotten file stays.
KEPT_FOR = timedelta(days=1)


class ImportedFileQuerySet(models.QuerySet):
    def fresh(self) -> "ImportedFileQuerySet":
        """Return the files that may still be confirmed."""
        return self.filter(uploaded_at__gt=timezone.now() - KEPT_FOR)

    def expired(self) -> "ImportedFileQuerySet":
        """Return the files that nobody confirmed in time."""
        return self.filter(uploaded_at__lte=timezone.now() - KEPT_FOR)


class ImportedFile(models.Model):
    """What a translator uploaded, kept here so that the browser cannot send something else to be confirmed."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    name = models.CharField(_("name"), max_length=255)
    content = models.BinaryField()
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    objects = ImportedFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")

    def __str__(self):
        return self.name
