"""What can be found, what staff promote, and what was searched in vain."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import RevisionMixin

from core.languages import column, default_language
from core.models import SitePage
from core.models.translated import TranslatedModel
from core.panels import (
    MergingEditHandler,
    MultiFieldPanel,
    SharedFieldPanel,
    TranslatedFieldPanel,
)
from core.registration import translated_field_names


class Generation(models.Model):
    """A complete set of entries; one is searched, another may be in the making."""

    number = models.AutoField(primary_key=True)
    is_current = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_current"],
                condition=models.Q(is_current=True),
                name="one_generation_is_current",
            )
        ]

    def __str__(self):
        return str(self.number)


class IndexEntry(models.Model):
    """A live, public page, or a part of one with its own link, in one language.

    Its terms are beside it: in the table `search_terms` on SQLite, in the column `terms`
    on PostgreSQL. See `search.databases`.
    """

    generation = models.ForeignKey(
        Generation, on_delete=models.CASCADE, related_name="entries"
    )
    page = models.ForeignKey(SitePage, on_delete=models.CASCADE, related_name="+")
    # The anchor of the part; empty for the page itself.
    part = models.CharField(max_length=64, blank=True)
    language = models.CharField(_("language"), max_length=12)
    kind = models.CharField(_("kind"), max_length=100)
    title = models.TextField(_("title"))
    title_language = models.CharField(max_length=12)
    text = models.TextField(_("text"), blank=True)
    changed_at = models.DateTimeField(_("changed"), null=True)

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        constraints = [
            models.UniqueConstraint(
                fields=["page", "part", "language", "generation"],
                name="one_entry_a_part_and_language",
            )
        ]

    def __str__(self):
        return f"{self.title} ({self.language})"


class IndexedWord(models.Model):
    """A word that some entry holds, for whoever mistypes it."""

    generation = models.ForeignKey(
        Generation, on_delete=models.CASCADE, related_name="words"
    )
    language = models.CharField(max_length=12)
    # Without accents, as words are compared; and as it is written.
    word = models.CharField(max_length=64)
    written = models.CharField(max_length=64)
    beginning = models.CharField(max_length=2)
    ending = models.CharField(max_length=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["generation", "language", "word"], name="one_row_a_word"
            )
        ]
        indexes = [
            models.Index(
                fields=["generation", "language", "beginning"], name="word_beginning"
            ),
            models.Index(
                fields=["generation", "language", "ending"], name="word_ending"
            ),
        ]

    def __str__(self):
        return self.written


class PromotedResult(RevisionMixin, TranslatedModel):
    """A page or an address that staff want to be seen first by whoever searches certain words."""

    words = models.TextField(
        _("searched words"),
        blank=True,
        help_text=_(
            "What people search, one search a line; other forms of the same words count "
            "too. Leave empty where the result is not for readers of this language."
        ),
    )
    title = models.CharField(
        _("title"),
        max_length=120,
        blank=True,
        help_text=_("Leave empty to show the title of the page."),
    )
    text = models.CharField(
        _("text"),
        max_length=200,
        blank=True,
        help_text=_("One sentence: what people find there."),
    )
    page = models.ForeignKey(
        SitePage,
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Shown while anybody may read it."),
    )
    url = models.URLField(
        _("address"),
        blank=True,
        help_text=_("Where there is no page: an address on another site."),
    )

    edit_handler = MergingEditHandler()
    panels = [
        TranslatedFieldPanel("words"),
        TranslatedFieldPanel("title"),
        TranslatedFieldPanel("text"),
        MultiFieldPanel(
            [SharedFieldPanel("page"), SharedFieldPanel("url")],
            heading=_("Where it leads"),
        ),
    ]

    class Meta:
        verbose_name = _("promoted result")
        verbose_name_plural = _("promoted results")

    def __str__(self):
        return self.title or str(self.page or self.url)

    def clean(self):
        super().clean()
        if bool(self.page_id) == bool(self.url):
            raise ValidationError(
                {"page": _("Choose a page, or type an address: one of the two.")}
            )
        title = column("title", default_language())
        if self.url and not getattr(self, title):
            raise ValidationError({title: _("An address needs a title.")})

    def serializable_data(self):
        """Return the revision data; texts are named by language, so a change of default moves none."""
        data = super().serializable_data()
        for name in translated_field_names(type(self)):
            data.pop(name, None)
        return data


class FruitlessSearch(models.Model):
    """Words for which nothing was found in a language, and how often; nothing of who searched."""

    language = models.CharField(_("language"), max_length=12)
    words = models.CharField(_("searched words"), max_length=80)
    count = models.PositiveIntegerField(_("times"), default=1)
    # The codes of languages in which something was found then.
    found_in = models.CharField(_("found in"), max_length=100, blank=True)
    # A day says as much as anybody needs.
    last_on = models.DateField(_("last searched"))

    class Meta:
        verbose_name = _("search without results")
        verbose_name_plural = _("searches without results")
        constraints = [
            models.UniqueConstraint(
                fields=["language", "words"], name="one_row_a_fruitless_search"
            )
        ]

    def __str__(self):
        return self.words
