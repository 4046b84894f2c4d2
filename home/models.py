"""The home page, and the page that serves every plain text of the site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable

from core.blocks import BodyBlock
from core.contents import ContentsMixin
from core.models import SitePage, TranslatedChild
from core.panels import (
    MultiFieldPanel,
    TranslatedFieldPanel,
    TranslatedInlinePanel,
)
from home.content.memory import LoadedContent
from home.latest import parts_and_newest, site_parts

__all__ = ["ContentPage", "HomePage", "HomeThread", "LoadedContent"]


class HomeThread(TranslatedChild, Orderable):
    """One of the trades that the network stands with, a thread of the weave."""

    page = ParentalKey(
        "home.HomePage", on_delete=models.CASCADE, related_name="threads"
    )
    title = models.CharField(
        _("title"), max_length=80, help_text=_("The trade, in one to three words.")
    )
    text = models.CharField(
        _("text"),
        max_length=160,
        blank=True,
        help_text=_("One sentence: where and how these people work."),
    )

    panels = [TranslatedFieldPanel("title"), TranslatedFieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = _("thread")
        verbose_name_plural = _("threads")

    def __str__(self):
        return self.title


class HomePage(ContentsMixin, SitePage):
    """Who the network is, whom it stands with, and where to go from here."""

    parent_page_types = ["core.SitePage"]
    subpage_types = [
        "home.ContentPage",
        "partnerships.PartnershipPage",
        "faq.FaqPage",
        "contact.ContactPage",
        "resources.ResourceIndexPage",
        "organisations.OrganisationListPage",
        "press.PressRoomPage",
    ]
    max_count = 1
    icon = "home-page"
    page_description = _("The first page of the site; there is only one.")

    kicker = models.CharField(
        _("kicker"),
        max_length=80,
        blank=True,
        help_text=_("A few words above the large heading."),
    )
    lead = models.TextField(
        _("lead"),
        blank=True,
        help_text=_("Two or three sentences under the large heading."),
    )
    threads_heading = models.CharField(_("heading"), max_length=120, blank=True)
    threads_body = RichTextField(
        _("text"), blank=True, features=["bold", "italic", "link"]
    )
    body = StreamField(
        BodyBlock(),
        verbose_name=_("body"),
        blank=True,
        help_text=_("Sections below the threads."),
    )

    content_panels = [
        *SitePage.content_panels,
        MultiFieldPanel(
            [TranslatedFieldPanel("kicker"), TranslatedFieldPanel("lead")],
            heading=_("Opening"),
            icon="openquote",
        ),
        MultiFieldPanel(
            [
                TranslatedFieldPanel("threads_heading"),
                TranslatedFieldPanel("threads_body"),
            ],
            heading=_("Trades: introduction"),
            icon="title",
        ),
        TranslatedInlinePanel(
            "threads",
            heading=_("Trades"),
            label=_("Trade"),
            icon="group",
            help_text=_("The people the network stands with, one thread each."),
        ),
        TranslatedFieldPanel("body", icon="doc-full"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, "site_parts": site_parts(context["pages_around"])}

    def listed_pages(self):
        return parts_and_newest()


class ContentPage(ContentsMixin, SitePage):
    """A text with headings, images and lists: governance, priorities, accessibility."""

    parent_page_types = [
        "home.HomePage",
        "home.ContentPage",
        "partnerships.PartnershipPage",
        "resources.ResourceIndexPage",
        "press.PressRoomPage",
    ]
    subpage_types = [
        "home.ContentPage",
        "partnerships.FunderListPage",
        "faq.FaqPage",
        "contact.ContactPage",
        "organisations.OrganisationListPage",
    ]
    icon = "content-page"
    page_description = _(
        "A text built from blocks, with a contents list made from its headings."
    )

    kicker = models.CharField(
        _("kicker"),
        max_length=80,
        blank=True,
        help_text=_("A few words above the large heading."),
    )
    lead = models.TextField(
        _("lead"),
        blank=True,
        help_text=_("Two or three sentences under the large heading."),
    )
    body = StreamField(
        BodyBlock(),
        verbose_name=_("body"),
        blank=True,
        help_text=_(
            "Use the same headings in each language, in the same order: "
            "links to a heading then work in all of them."
        ),
    )

    content_panels = [
        *SitePage.content_panels,
        MultiFieldPanel(
            [TranslatedFieldPanel("kicker"), TranslatedFieldPanel("lead")],
            heading=_("Opening"),
            icon="openquote",
        ),
        TranslatedFieldPanel("body", icon="doc-full"),
    ]

    class Meta:
        verbose_name = _("content page")
        verbose_name_plural = _("content pages")
