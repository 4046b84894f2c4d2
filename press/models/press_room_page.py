"""The press room."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from core.models import SitePage
from core.panels import MultiFieldPanel, TranslatedFieldPanel, TranslatedInlinePanel
from press.feed import atom
from press.hours import contact_entry
from press.listing import PressList
from press.models.press_item_page import PressItemPage

FEATURES = ["bold", "italic", "link", "document-link", "ul", "ol"]


class PressRoomPage(SitePage):
    """Releases and statements, whom to write to and when, and what journalists may use."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["press.PressItemPage", "home.ContentPage"]
    max_count = 1
    query_parameters = ("kind", "year")
    icon = "press-room-page"
    page_description = _(
        "For journalists: releases, contacts with their hours, topics and media kit. There is only one."
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
    topics = RichTextField(
        _("topics"),
        blank=True,
        features=FEATURES,
        help_text=_("What people of the network can speak about."),
    )
    kit = RichTextField(
        _("media kit"),
        blank=True,
        features=FEATURES,
        help_text=_("Logos, figures and words that journalists may use."),
    )

    content_panels = [
        *SitePage.content_panels,
        MultiFieldPanel(
            [TranslatedFieldPanel("kicker"), TranslatedFieldPanel("lead")],
            heading=_("Opening"),
            icon="openquote",
        ),
        TranslatedInlinePanel(
            "contacts", heading=_("Media contacts"), label=_("Contact"), icon="mail"
        ),
        TranslatedFieldPanel("topics"),
        TranslatedFieldPanel("kit"),
    ]

    class Meta:
        verbose_name = _("press room")
        verbose_name_plural = _("press rooms")

    def serve(self, request, *args, **kwargs):
        if request.GET.get("format") == "atom":
            return atom(self, PressItemPage.objects.child_of(self), request)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        now = timezone.now()
        items = PressItemPage.objects.child_of(self)
        return {
            **context,
            "releases": PressList(items, request.GET, request.path),
            "contacts": [contact_entry(row, now) for row in self.contacts.all()],
            "feed_url": f"{request.path}?format=atom",
        }
