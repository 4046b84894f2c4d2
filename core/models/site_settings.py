"""What the whole site shows: the organisation's name, its menus and its footer."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from core.models.children import TranslatedChild
from core.models.translated import TranslatedModel
from core.panels import (
    SharedFieldPanel,
    TranslatedFieldPanel,
    TranslatedInlinePanel,
)


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
    )
    label = models.CharField(
        _("label"),
        max_length=60,
        blank=True,
        help_text=_("Leave empty to show the title of the page."),
    )

    panels = [
        SharedFieldPanel("place"),
        SharedFieldPanel("page"),
        TranslatedFieldPanel("label"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("menu item")
        verbose_name_plural = _("menu items")

    def __str__(self):
        return self.label or str(self.page)


class SocialLink(Orderable):
    """A profile of the organisation elsewhere."""

    site_settings = ParentalKey(
        "core.SiteSettings", on_delete=models.CASCADE, related_name="social_links"
    )
    name = models.CharField(_("name"), max_length=40)
    url = models.URLField(_("address"))

    panels = [SharedFieldPanel("name"), SharedFieldPanel("url")]

    class Meta(Orderable.Meta):
        verbose_name = _("social link")
        verbose_name_plural = _("social links")

    def __str__(self):
        return self.name


@register_setting(icon="globe")
class SiteSettings(TranslatedModel, ClusterableModel, BaseGenericSetting):
    """The texts and menus of every page."""

    name = models.CharField(_("name of the organisation"), max_length=80)
    strapline = models.CharField(
        _("strapline"),
        max_length=160,
        blank=True,
        help_text=_("One line that says who you are. Shown in the footer."),
    )
    footer_text = RichTextField(
        _("footer text"), blank=True, features=["bold", "italic", "link"]
    )
    contact_line = models.CharField(
        _("contact line"),
        max_length=160,
        blank=True,
        help_text=_("How to reach the team. Shown above the footer of every page."),
    )

    panels = [
        TranslatedFieldPanel("name"),
        TranslatedFieldPanel("strapline"),
        TranslatedFieldPanel("contact_line"),
        TranslatedFieldPanel("footer_text"),
        TranslatedInlinePanel("menu_items"),
        TranslatedInlinePanel("social_links"),
    ]

    class Meta:
        verbose_name = _("site settings")

    def __str__(self):
        return self.name
