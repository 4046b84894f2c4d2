"""A document of the knowledge base."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel

from core.models import SitePage
from core.panels import (
    MultiFieldPanel,
    SharedFieldPanel,
    TranslatedFieldPanel,
    TranslatedInlinePanel,
)
from resources.document_languages import LanguageField
from resources.fields import CategoriesField, CategoryField, CountriesField
from resources.identifiers import DoiField, IsbnField
from resources.models import facets
from resources.models.taxonomies import Region, ResourceType, Sector, Theme
from resources.pages import ShownResource

FIRST_YEAR, LAST_YEAR = 1000, 2999


class ResourcePage(ShownResource, SitePage):
    """A publication: what it is, how it is cited, and its files in each language."""

    parent_page_types = ["resources.ResourceIndexPage"]
    subpage_types = []
    query_parameters = ()
    icon = "resource-page"
    search_kind = "resources.resourcepage"
    page_description = _(
        "A publication, with its authors, its files and how to cite it."
    )

    original_title = models.CharField(
        _("original title"),
        max_length=500,
        help_text=_(
            "As it stands on the document, in the language of the document. Citations use it."
        ),
    )
    original_language = LanguageField(
        _("language of the document"),
        help_text=_("In which it was written, also if the site does not speak it."),
    )
    abstract = models.TextField(
        _("summary"),
        blank=True,
        help_text=_("What it says and whom it helps, in one to five sentences."),
    )
    type = CategoryField(
        ResourceType,
        verbose_name=_("type"),
        null=True,
        related_name="pages",
        help_text=_("Decides how the document is cited, too."),
    )
    sectors = CategoriesField(
        Sector, verbose_name=_("sectors"), blank=True, related_name="pages"
    )
    themes = CategoriesField(
        Theme, verbose_name=_("themes"), blank=True, related_name="pages"
    )
    region = CategoryField(
        Region, verbose_name=_("region"), null=True, blank=True, related_name="pages"
    )
    countries = CountriesField(
        _("countries"),
        blank=True,
        help_text=_("Hold Ctrl, or ⌘ on a Mac, to choose several."),
    )
    year = models.PositiveSmallIntegerField(
        _("year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)],
        help_text=_("Of publication. Leave empty if the document does not tell."),
    )
    month = models.PositiveSmallIntegerField(
        _("month"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
        help_text=_("From 1 to 12."),
    )
    series = models.CharField(
        _("series"),
        max_length=255,
        blank=True,
        help_text=_("Such as “WIEGO Working Paper”."),
    )
    number = models.CharField(
        _("number"), max_length=60, blank=True, help_text=_("In the series or journal.")
    )
    journal = models.CharField(
        _("journal"), max_length=255, blank=True, help_text=_("Of an article.")
    )
    volume = models.CharField(_("volume"), max_length=60, blank=True)
    page_range = models.CharField(
        _("pages"), max_length=60, blank=True, help_text=_("Of an article: 12–34.")
    )
    publisher = models.CharField(_("publisher"), max_length=255, blank=True)
    place = models.CharField(
        _("place"), max_length=120, blank=True, help_text=_("Where it was published.")
    )
    isbn = IsbnField(_("ISBN"), blank=True)
    doi = DoiField(
        _("DOI"),
        blank=True,
        help_text=_("Such as 10.1000/182, with or without address."),
    )
    link = models.URLField(
        _("address elsewhere"),
        max_length=500,
        blank=True,
        help_text=_("Where the document can be read if its file is not here."),
    )
    translation_of = models.ForeignKey(
        "self",
        verbose_name=_("translation of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="translations",
        help_text=_("The document that this one was translated from."),
    )
    catalogue_key = models.CharField(
        _("key in a catalogue"),
        max_length=120,
        blank=True,
        db_index=True,
        help_text=_(
            "By which files of documents name it; an import with this key changes this page."
        ),
    )
    is_sample = models.BooleanField(
        _("sample data"),
        default=False,
        help_text=_("Shows a badge: nobody has checked this entry."),
    )

    # Derived at each save, for lists that read no rows.
    byline = models.TextField(editable=False, default="", blank=True)
    file_languages = models.CharField(
        editable=False, max_length=255, default="", blank=True
    )

    content_panels = [
        *SitePage.content_panels,
        TranslatedFieldPanel("abstract"),
        MultiFieldPanel(
            [SharedFieldPanel("original_title"), SharedFieldPanel("original_language")],
            heading=_("The document"),
            icon="doc-full",
        ),
        TranslatedInlinePanel(
            "authors",
            heading=_("Authors"),
            label=_("Author"),
            icon="user",
            help_text=_("In the order in which they are cited."),
        ),
        TranslatedInlinePanel(
            "files",
            heading=_("Files"),
            label=_("File"),
            icon="download",
            help_text=_("One for each language in which the document can be read."),
        ),
        MultiFieldPanel(
            [
                SharedFieldPanel("type"),
                SharedFieldPanel("sectors"),
                SharedFieldPanel("themes"),
                SharedFieldPanel("region"),
                SharedFieldPanel("countries"),
            ],
            heading=_("Found by"),
            icon="tag",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([SharedFieldPanel("year"), SharedFieldPanel("month")]),
                FieldRowPanel([SharedFieldPanel("series"), SharedFieldPanel("number")]),
                FieldRowPanel(
                    [SharedFieldPanel("publisher"), SharedFieldPanel("place")]
                ),
                FieldRowPanel([SharedFieldPanel("isbn"), SharedFieldPanel("doi")]),
                SharedFieldPanel("link"),
                SharedFieldPanel("journal"),
                FieldRowPanel(
                    [SharedFieldPanel("volume"), SharedFieldPanel("page_range")]
                ),
            ],
            heading=_("Published"),
            icon="date",
        ),
        MultiFieldPanel(
            [
                SharedFieldPanel("translation_of"),
                SharedFieldPanel("catalogue_key"),
                SharedFieldPanel("is_sample"),
            ],
            heading=_("In the catalogue"),
            icon="folder-open-inverse",
        ),
    ]

    class Meta:
        verbose_name = _("resource")
        verbose_name_plural = _("resources")

    def save(self, *args, **kwargs):
        is_whole = kwargs.get("update_fields") is None
        if is_whole:
            self.derive()
        result = super().save(*args, **kwargs)
        if is_whole:
            facets.record(self)
        return result

    def derive(self):
        """Fill what lists show of the rows."""
        self.byline = "; ".join(a.inverted for a in self.author_list())
        self.file_languages = ",".join(self.languages_of_files())[:255]
