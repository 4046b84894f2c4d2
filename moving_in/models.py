"""What became of each thing that moved in, so that it moves in once."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class MovedItem(models.Model):
    """A page or a file of the old site, and what stands for it here."""

    key = models.CharField(
        _("key"),
        max_length=255,
        unique=True,
        help_text=_("The address of the old site, and the number of the item there."),
    )
    page = models.ForeignKey(
        settings.WAGTAIL_PAGE_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    fingerprint = models.CharField(max_length=64, blank=True)
    # Of a page: the revision that moving in made; a later one is somebody's work.
    revision_id = models.IntegerField(null=True)

    class Meta:
        verbose_name = _("moved item")
        verbose_name_plural = _("moved items")

    def __str__(self):
        return self.key
