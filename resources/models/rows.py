"""The rows of a document: who wrote it, and its files."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel
from wagtail.models import Orderable

from core.models import SiteDocument, TranslatedChild
from core.panels import SharedFieldPanel
from resources.citations.record import AUTHOR, EDITOR, Author
from resources.document_languages import LanguageField


class ResourceAuthor(TranslatedChild, Orderable):
    """Somebody who wrote or edited a document: a person, or a body whose name is never taken apart."""

    class Role(models.TextChoices):
        """What somebody did for a document."""

        AUTHOR = AUTHOR, _("Author")
        EDITOR = EDITOR, _("Editor")

    page = ParentalKey(
        "resources.ResourcePage", on_delete=models.CASCADE, related_name="authors"
    )
    family = models.CharField(
        _("family name"), max_length=120, blank=True, help_text=_("Of a person.")
    )
    given = models.CharField(
        _("given names"), max_length=120, blank=True, help_text=_("Of a person.")
    )
    name = models.CharField(
        _("name of a body"),
        max_length=255,
        blank=True,
        help_text=_(
            "Instead of a person: an organisation, written in full. It is cited as it stands here."
        ),
    )
    role = models.CharField(
        _("role"), max_length=10, choices=Role.choices, default=Role.AUTHOR
    )

    panels = [
        FieldRowPanel([SharedFieldPanel("family"), SharedFieldPanel("given")]),
        SharedFieldPanel("name"),
        SharedFieldPanel("role"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def __str__(self):
        return self.author.inverted

    def clean(self):
        super().clean()
        if self.name and (self.family or self.given):
            message = _(
                "“%(name)s” is a body, and has no family or given name. Empty those, or this one."
            )
            raise ValidationError({"name": message % {"name": self.name}})
        if not self.name and not self.family:
            message = _("Write the family name of a person, or the name of a body.")
            raise ValidationError({"family": message})

    @property
    def author(self) -> Author:
        """Return the author as citations know them."""
        return Author(self.family, self.given, self.name, self.role)


class ResourceFile(TranslatedChild, Orderable):
    """A document as a file, in one language."""

    page = ParentalKey(
        "resources.ResourcePage", on_delete=models.CASCADE, related_name="files"
    )
    document = models.ForeignKey(
        SiteDocument,
        verbose_name=_("file"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    language = LanguageField(
        _("language"), help_text=_("In which the file is written.")
    )
    pages = models.PositiveIntegerField(
        _("number of pages"), null=True, blank=True, validators=[MinValueValidator(1)]
    )

    panels = [
        SharedFieldPanel("document"),
        FieldRowPanel([SharedFieldPanel("language"), SharedFieldPanel("pages")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def __str__(self):
        return f"{self.document} ({self.language})"
