"""The list of all documents."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from core.blocks import BodyBlock
from core.contents import ContentsMixin
from core.models import SitePage
from core.panels import MultiFieldPanel, TranslatedFieldPanel
from resources.feed import atom
from resources.listing import ResourceList
from resources.models.facets import FACETS


class ResourceIndexPage(ContentsMixin, SitePage):
    """The knowledge base: every document, found by filters that combine."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["resources.ResourcePage", "home.ContentPage"]
    max_count = 1
    query_parameters = (*FACETS, "q", "sort", "page")
    icon = "resource-index-page"
    page_description = _(
        "The list of all publications, with filters. There is only one; publications stand below it."
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
        help_text=_("Below the list, on its first page."),
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
        verbose_name = _("list of resources")
        verbose_name_plural = _("lists of resources")

    def serve(self, request, *args, **kwargs):
        if request.GET.get("format") == "atom":
            return atom(self, self.listing(request), request)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        listing = self.listing(request)
        is_first = listing.is_plain and listing.number == 1
        canonical_url = context["canonical_url"]
        if listing.is_plain and listing.number > 1:
            canonical_url = f"{canonical_url}?page={listing.number}"
        return {
            **context,
            "listing": listing,
            "is_first": is_first,
            "canonical_url": canonical_url,
            "hreflangs": context["hreflangs"] if is_first else [],
        }

    def listing(self, request) -> ResourceList:
        """Return what the visitor asked for of the documents."""
        return ResourceList(request.GET, self.get_url(request) or "")
