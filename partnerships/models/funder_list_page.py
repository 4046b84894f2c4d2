"""The list of funders."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from core.anchored_rows import AnchoredInlinePanel
from core.anchors import complete_rows
from core.languages import current_language
from core.models import SitePage
from core.panels import MultiFieldPanel, TranslatedFieldPanel
from core.spreadsheets import csv_response
from core.structured_data import json_ld
from core.texts import text
from partnerships.listing import FunderList
from partnerships.models.funder import TEXT_FEATURES, Funder


class FunderListPage(SitePage):
    """Who funds the network, grouped by kind, with filters and a file to download."""

    parent_page_types = ["partnerships.PartnershipPage", "home.ContentPage"]
    subpage_types = []
    max_count_per_parent = 1
    query_parameters = ("kind", "country")
    icon = "funder-list-page"
    page_description = _("The list of funders, grouped by kind, with filters.")

    intro = RichTextField(_("introduction"), blank=True, features=TEXT_FEATURES)
    collaborations_heading = models.CharField(
        _("heading of the collaborations"),
        max_length=120,
        blank=True,
        help_text=_("Above the bodies that work with the network but gave no grant."),
    )
    collaborations_intro = models.TextField(
        _("introduction of the collaborations"), blank=True
    )

    content_panels = [
        *SitePage.content_panels,
        TranslatedFieldPanel("intro"),
        AnchoredInlinePanel(
            "funders",
            heading=_("Funders"),
            label=_("Funder"),
            icon="globe",
            help_text=_(
                "In any order: the page sorts them by name, for each language anew."
            ),
        ),
        MultiFieldPanel(
            [
                TranslatedFieldPanel("collaborations_heading"),
                TranslatedFieldPanel("collaborations_intro"),
            ],
            heading=_("Collaborations"),
            icon="group",
            help_text=_(
                "Shown when at least one entry is marked as a collaboration, not a grant."
            ),
        ),
    ]

    class Meta:
        verbose_name = _("funder list page")
        verbose_name_plural = _("funder list pages")

    def clean(self):
        super().clean()
        complete_rows(self.funders.all(), Funder.anchor_source)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        funder_list = self.funder_list(request)
        return {
            **context,
            "funder_list": funder_list,
            "last_updated": self.last_published_at,
            "json_ld": self.json_ld(funder_list, context["site_settings"]),
        }

    def serve(self, request, *args, **kwargs):
        if request.GET.get("format") == "csv":
            return self.csv(request)
        return super().serve(request, *args, **kwargs)

    def funder_list(self, request) -> FunderList:
        """Return what the visitor asked for of the list."""
        rows = self.funders.select_related("logo").prefetch_related("logo__renditions")
        return FunderList(rows, request.GET, request.path)

    def csv(self, request):
        """Return the list as a file, with the filters that `request` carries."""
        funder_list = self.funder_list(request)
        filename = f"{self.slug_in(current_language())}.csv"
        return csv_response(filename, funder_list.csv_header(), funder_list.csv_rows())

    def json_ld(self, funder_list, site_settings):
        """Return who funds the organisation, for search engines."""
        return json_ld(
            {
                "@type": "Organization",
                "name": str(text(site_settings, "name")),
                "funder": [_structured(entry) for entry in funder_list.funders],
            }
        )


def _structured(entry):
    is_government = entry.kind == Funder.Kind.GOVERNMENT
    data = {
        "@type": "GovernmentOrganization" if is_government else "Organization",
        "name": str(entry.name),
        "url": entry.website,
    }
    return {key: value for key, value in data.items() if value}
