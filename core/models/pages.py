"""The base of every page: its texts and its address in each language."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations
from wagtail.models import AbstractPage
from wagtail.models.pages import AbstractPageMeta, DefaultBasePageMixin

from core.holding import is_held_back
from core.languages import (
    column,
    columns,
    content_languages,
    current_language,
    default_language,
)
from core.models.addressed import AddressedPage
from core.models.served import ServedPage
from core.models.translated import TranslatedModel
from core.models.tree import TreePage
from core.offers import Offer, written_offers
from core.panels import (
    MultiFieldPanel,
    PageEditHandler,
    SchedulingPanel,
    SharedFieldPanel,
    TranslatedFieldPanel,
    TranslatedSlugPanel,
    TranslatedTitlePanel,
)
from core.permissions import SitePagePermissionTester
from core.previews import LanguagePreviewMixin
from core.querysets import SitePageManager
from core.registration import translated_field_names
from core.searching import translated_search_fields
from core.texts import Text, first_text, text


class SitePage(
    LanguagePreviewMixin,
    TranslatedModel,
    TreePage,
    AddressedPage,
    ServedPage,
    AbstractPage,
    DefaultBasePageMixin,
):
    """A page with its title, address and search texts in every language."""

    is_creatable = False
    # Drawn in templates/icons/; each page type has one of its own.
    icon = "doc-empty-inverse"

    headline = models.CharField(
        _("headline"),
        max_length=255,
        blank=True,
        help_text=_(
            "The large heading of the page. Leave empty to show the title, "
            "which also names the page in menus."
        ),
    )
    is_offered = models.BooleanField(_("offered"), default=False, editable=False)
    is_complete = models.BooleanField(_("complete"), default=False, editable=False)
    # Of all pages, so that whoever lists pages can leave out what nobody may read yet.
    embargo_until = models.DateTimeField(
        _("embargo until"), null=True, blank=True, default=None
    )
    content_key = models.SlugField(
        _("content key"),
        max_length=64,
        null=True,
        blank=True,
        unique=True,
        editable=False,
        help_text=_("The name by which content files know the page."),
    )

    objects = SitePageManager()

    edit_handler = PageEditHandler()
    content_panels = [
        TranslatedTitlePanel("title"),
        TranslatedFieldPanel("headline"),
    ]
    promote_panels = [
        TranslatedSlugPanel("slug"),
        MultiFieldPanel(
            [
                TranslatedFieldPanel("seo_title"),
                TranslatedFieldPanel("search_description"),
            ],
            heading=_("For search engines"),
        ),
        SharedFieldPanel("show_in_menus"),
    ]
    settings_panels = [SchedulingPanel()]

    search_fields = [
        *AbstractPage.search_fields,
        *DefaultBasePageMixin.search_fields,
        *translated_search_fields("title", boost=2),
        *translated_search_fields("headline"),
    ]

    # A copy has its own address and identity; its other slugs fall back to the new one.
    exclude_fields_in_copy = ["content_key", *columns("url_path")] + [
        column("slug", language)
        for language in content_languages()
        if language != default_language()
    ]

    class Meta(AbstractPageMeta):
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        # modeltranslation makes one like it for each language's path.
        indexes = [models.Index(fields=["url_path"], name="sitepage_url_path")]

    @classmethod
    def tabs(cls):
        """Return the headings and panels of the edit form."""
        return [
            (_("Content"), cls.content_panels),
            (_("Promote"), cls.promote_panels),
            (_("Settings"), cls.settings_panels),
        ]

    # Texts

    def text(self, field_name: str, language: str | None = None) -> Text:
        """Return a text of this page for a reader of `language`."""
        return text(self, field_name, language)

    def heading(self, language: str | None = None) -> Text:
        """Return the large heading: the headline, or the title where there is none."""
        return first_text([(self, "headline"), (self, "title")], language)

    def get_admin_display_title(self):
        """Return the title for a member of staff, in the language of their admin if it has one."""
        if self.is_root():
            return gettext("Root")
        language = current_language()
        # The draft of the default language's title is a column that Wagtail keeps.
        if language == default_language():
            return super().get_admin_display_title()
        own = getattr(self, column("title", language))
        return own or super().get_admin_display_title()

    def head_title(self, language: str | None = None) -> Text:
        """Return the title for the browser's tab and for search engines."""
        names = ("seo_title", "headline", "title")
        return first_text([(self, name) for name in names], language)

    def written_offers(self) -> list[Offer]:
        """Return how much of this page and of its rows is written in each language."""
        return written_offers(self._translated_instances())

    def is_offered_in(self, language: str) -> bool:
        """Tell whether the live page has anything for a reader of `language`."""
        return bool(getattr(self, column("is_offered", language)))

    def languages_offered(self) -> list[str]:
        """Return the languages in which the live page has a text."""
        return [code for code in content_languages() if self.is_offered_in(code)]

    def _translated_instances(self):
        yield self
        for relation in get_all_child_relations(type(self)):
            if translated_field_names(relation.related_model):
                yield from getattr(self, relation.get_accessor_name()).all()

    @property
    def is_under_embargo(self) -> bool:
        """Tell whether nobody may read the page yet, published or not."""
        return self.embargo_until is not None and self.embargo_until > timezone.now()

    # Revisions

    def serializable_data(self):
        """Return the revision data; texts are named by language, so a change of default moves none."""
        data = super().serializable_data()
        for name in translated_field_names(type(self)):
            # Wagtail reads these two from revisions by their own names.
            if name not in ("title", "slug"):
                data.pop(name, None)
        return data

    def save(self, *args, **kwargs):
        # Wagtail makes an alias, and publishes it, with every field of its source.
        if self.alias_of_id:
            self.content_key = None
        if kwargs.get("update_fields") is None:
            self._set_offered_languages()
        return super().save(*args, **kwargs)

    def save_revision(self, *args, **kwargs):
        self._set_offered_languages()
        revision = super().save_revision(*args, **kwargs)
        # What a live page offers is what visitors find; a draft has nothing but its revision.
        if not self.live:
            names = [*columns("is_offered"), *columns("is_complete")]
            stored = self.base_page_model.objects.filter(pk=self.pk)
            stored.update(**{name: getattr(self, name) for name in names})
        return revision

    def publish(self, revision, user=None, *args, **options):
        """Publish `revision`, unless an app holds it back: see `core.holding`."""
        is_allowed = (
            user is None
            or options.get("skip_permission_checks")
            or self.permissions_for_user(user).can_publish()
        )
        if is_allowed and is_held_back(self, revision, user):
            return None
        return super().publish(revision, user, *args, **options)

    def _set_offered_languages(self):
        # A base instance does not know the texts of its own type.
        if self.specific_class is type(self):
            for offer in self.written_offers():
                setattr(self, column("is_offered", offer.language), offer.has_any)
                setattr(self, column("is_complete", offer.language), offer.has_all)

    # Rights

    def permissions_for_user(self, user):
        return SitePagePermissionTester(user, self)
