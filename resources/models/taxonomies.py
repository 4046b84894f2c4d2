"""The lists by which documents are sorted: what they are, whom and what they are about, and where."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.models import RevisionMixin

from core.languages import column, default_language
from core.models.translated import TranslatedModel
from core.panels import MergingEditHandler, SharedFieldPanel, TranslatedFieldPanel
from core.registration import translated_field_names

LONGEST_KEY = 60


class Category(RevisionMixin, TranslatedModel):
    """One entry of such a list, known by a key that no change of its names changes."""

    label = models.CharField(
        _("label"), max_length=120, help_text=_("As visitors read it in lists.")
    )
    key = models.SlugField(
        _("key"),
        max_length=LONGEST_KEY,
        unique=True,
        blank=True,
        help_text=_(
            "Stands in the addresses of filtered lists, the same in every language. "
            "Made from the label if left empty; links to such lists break if it changes."
        ),
    )

    edit_handler = MergingEditHandler()
    panels = [TranslatedFieldPanel("label"), SharedFieldPanel("key")]

    class Meta:
        abstract = True
        ordering = ["label"]

    def __str__(self):
        return self.label or self.key

    def clean(self):
        super().clean()
        if not self.key:
            self.key = self._free_key()

    def _free_key(self):
        word = slugify(self.label or "").replace("-", "_")[: LONGEST_KEY - 4]
        if not word:
            name = column("label", default_language())
            raise ValidationError(
                {name: _("Write a label that contains letters, or type a key.")}
            )
        others = type(self)._default_manager.exclude(pk=self.pk)
        taken = set(others.values_list("key", flat=True))
        free = (word, *(f"{word}_{number}" for number in range(2, len(taken) + 3)))
        return next(key for key in free if key not in taken)

    def serializable_data(self):
        """Return the revision data; texts are named by language, so a change of default moves none."""
        data = super().serializable_data()
        for name in translated_field_names(type(self)):
            data.pop(name, None)
        return data


class ResourceType(Category):
    """What a document is, for readers and for those who cite it."""

    class CitedAs(models.TextChoices):
        """The kinds that the styles of citation and the programs for references know."""

        REPORT = "report", _("A report, a brief or a working paper")
        BOOK = "book", _("A book")
        ARTICLE = "article-journal", _("An article of a journal")
        DOCUMENT = "document", _("Anything else")

    cited_as = models.CharField(
        _("cited as"),
        max_length=20,
        choices=CitedAs.choices,
        default=CitedAs.REPORT,
        help_text=_("Decides how documents of this type are cited."),
    )

    panels = [*Category.panels, SharedFieldPanel("cited_as")]

    class Meta(Category.Meta):
        verbose_name = _("type of resource")
        verbose_name_plural = _("types of resources")


class Sector(Category):
    """A group of workers."""

    class Meta(Category.Meta):
        verbose_name = _("sector")
        verbose_name_plural = _("sectors")


class Theme(Category):
    """A subject."""

    class Meta(Category.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")


class Region(Category):
    """A part of the world."""

    class Meta(Category.Meta):
        verbose_name = _("region")
        verbose_name_plural = _("regions")


CATEGORIES = (ResourceType, Sector, Theme, Region)
