"""Images with a text alternative in every language, and documents."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition

from core.languages import columns
from core.models.translated import TranslatedModel


class SiteImage(TranslatedModel, AbstractImage):
    """An image with what it shows, told in every language."""

    alt_text = models.CharField(
        _("text alternative"),
        max_length=255,
        blank=True,
        help_text=_(
            "What the image shows, in one sentence, for people who cannot see it."
        ),
    )
    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made the image, as it should be printed beside it."),
    )

    admin_form_fields = (
        "title",
        "file",
        "collection",
        *columns("alt_text"),
        "credit",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_siteimage", "Can choose image")]


class SiteRendition(AbstractRendition):
    """A size and format in which an image was made ready."""

    image = models.ForeignKey(
        SiteImage, on_delete=models.CASCADE, related_name="renditions"
    )

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]


class SiteDocument(AbstractDocument):
    """A file that visitors download."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_sitedocument", "Can choose document")]
