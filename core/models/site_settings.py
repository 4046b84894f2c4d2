"""What the whole site shows: the organisation's name, its menus and its footer."""

from django.conf import settings
from django.core.cache import cache
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import (
    DraftStateMixin,
    Orderable,
    PreviewableMixin,
    RevisionMixin,
    Site,
)

from core.lookups import linked_pages
from core.models.children import TranslatedChild
from core.models.translated import TranslatedModel
from core.panels import (
    MergingEditHandler,
    SchedulingPanel,
    SharedFieldPanel,
    TranslatedFieldPanel,
    TranslatedInlinePanel,
)
from core.previews import LanguagePreviewMixin
from core.registration import translated_field_names
from core.texts import Text, first_text


class MenuItem(TranslatedChild, Orderable):
    """A link of the main menu or of the footer."""

    class Place(models.TextChoices):
        MAIN = "main", _("Main menu")
        FOOTER = "footer", _("Footer")

    site_settings = ParentalKey(
        "core.SiteSettings", on_delete=models.CASCADE, related_name="menu_items"
    )
    place = models.CharField(
        _("place"), max_length=10, choices=Place.choices, default=Place.MAIN
    )
    page = models.ForeignKey(
        "core.SitePage",
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("A page that is unpublished or private is left out of the menu."),
    )
    label = models.CharField(
        _("label"),
        max_length=60,
        blank=True,
        help_text=_("Leave empty to show the title of the page."),
    )

    panels = [
        # The page comes first: it names the row while the row is closed.
        SharedFieldPanel("page"),
        SharedFieldPanel("place"),
        TranslatedFieldPanel("label"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("menu item")
        verbose_name_plural = _("menu items")

    def __str__(self):
        return self.label or str(self.page)

    def text_label(self, language: str | None = None) -> Text:
        """Return what the link says: its label, or the title of its page."""
        return first_text([(self, "label"), (self.page, "title")], language)


class SocialLink(TranslatedChild, Orderable):
    """A profile of the organisation elsewhere."""

    site_settings = ParentalKey(
        "core.SiteSettings", on_delete=models.CASCADE, related_name="social_links"
    )
    name = models.CharField(
        _("name"), max_length=40, help_text=_("Such as Mastodon or YouTube.")
    )
    url = models.URLField(_("address"))

    panels = [SharedFieldPanel("name"), SharedFieldPanel("url")]

    class Meta(Orderable.Meta):
        verbose_name = _("social link")
        verbose_name_plural = _("social links")

    def __str__(self):
        return self.name


class SiteSettings(
    LanguagePreviewMixin,
    PreviewableMixin,
    DraftStateMixin,
    RevisionMixin,
    TranslatedModel,
    ClusterableModel,
):
    """The texts and menus of every page; there is one row of them."""

    name = models.CharField(
        _("name of the organisation"),
        max_length=80,
        help_text=_("At the top of every page and in the title of the browser."),
    )
    strapline = models.CharField(
        _("strapline"),
        max_length=160,
        blank=True,
        help_text=_("One line that says who you are. Shown in the footer."),
    )
    footer_text = RichTextField(
        _("footer text"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("One or two sentences at the end of every page."),
    )
    contact_line = models.CharField(
        _("contact line"),
        max_length=160,
        blank=True,
        help_text=_("How to reach the team. Shown above the footer of every page."),
    )

    changed_at = models.DateTimeField(auto_now=True, editable=False)

    edit_handler = MergingEditHandler()
    panels = [
        MultiFieldPanel(
            [TranslatedFieldPanel("name"), TranslatedFieldPanel("strapline")],
            heading=_("The organisation"),
        ),
        TranslatedInlinePanel("menu_items", heading=_("Menus"), label=_("Link")),
        MultiFieldPanel(
            [TranslatedFieldPanel("contact_line"), TranslatedFieldPanel("footer_text")],
            heading=_("Footer"),
        ),
        TranslatedInlinePanel(
            "social_links", heading=_("Elsewhere on the web"), label=_("Profile")
        ),
        SchedulingPanel(),
    ]

    class Meta:
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")

    def __str__(self):
        return self.name

    @classmethod
    def load(cls, request=None) -> "SiteSettings":
        """Return the settings with their rows, read once a request; a preview shows its own."""
        stored = getattr(request, "_site_settings", None)
        if stored is None:
            stored = cls._load_once_a_change(request)
            if request is not None:
                request._site_settings = stored
        return stored

    @classmethod
    def _load_once_a_change(cls, request):
        # The query that found the page brought along when the settings were changed.
        changed_at = getattr(request, "_site_settings_changed_at", None)
        key = f"site-settings:{changed_at and changed_at.isoformat()}"
        stored = cache.get(key) if changed_at else None
        if stored is None:
            stored = cls._load_with_rows()
            if changed_at:
                cache.set(key, stored)
        return stored

    @classmethod
    def _load_with_rows(cls):
        stored = cls.objects.first()
        if stored is None:
            return cls(name=settings.WAGTAIL_SITE_NAME)
        for relation in ("menu_items", "social_links"):
            getattr(stored, relation).get_object_list()
        return stored

    @transaction.atomic
    def save(self, *args, **kwargs):
        # Nobody may see the time of a change without its rows.
        return super().save(*args, **kwargs)

    def visible_menu_items(self) -> list[MenuItem]:
        """Return the links of both menus whose page anybody may read."""
        rows = self.menu_items.all()
        pages = linked_pages(row.page_id for row in rows)
        shown = [row for row in rows if row.page_id in pages]
        for row in shown:
            row.page = pages[row.page_id]
        return sorted(shown, key=lambda row: row.sort_order or 0)

    def serializable_data(self):
        """Return the revision data; texts are named by language, so a change of default moves none."""
        data = super().serializable_data()
        for name in translated_field_names(type(self)):
            data.pop(name, None)
        return data

    def get_full_url(self):
        site = Site.objects.filter(is_default_site=True).first()
        return site.root_page.specific.get_full_url() if site else None

    full_url = property(get_full_url)

    def get_preview_template(self, request, mode_name):
        return self._home_page(request).get_template(request)

    def get_preview_context(self, request, mode_name):
        request._site_settings = self
        return self._home_page(request).get_context(request)

    @staticmethod
    def _home_page(request):
        return Site.find_for_request(request).root_page.specific
