"""The directory of members and networks."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from core.anchored_rows import AnchoredInlinePanel
from core.anchors import complete_rows
from core.languages import current_language
from core.models import SitePage
from core.panels import MultiFieldPanel, TranslatedFieldPanel
from organisations.files import csv_file, vcard_file
from organisations.listing import OrganisationList
from organisations.models.organisation import Organisation
from organisations.structured_data import members_of

FILES = {"csv": csv_file, "vcf": vcard_file}


class OrganisationListPage(SitePage):
    """Who belongs to the network, grouped by kind, with filters, a map and files to download."""

    parent_page_types = ["home.HomePage", "home.ContentPage"]
    subpage_types = []
    max_count_per_parent = 1
    query_parameters = ("kind", "region", "sector", "view")
    icon = "organisation-list-page"
    page_description = _(
        "The directory of networks and members, with filters, a map and files to download."
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
    note = RichTextField(
        _("note"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("Below the list: where it comes from, and what it leaves out."),
    )

    content_panels = [
        *SitePage.content_panels,
        MultiFieldPanel(
            [TranslatedFieldPanel("kicker"), TranslatedFieldPanel("lead")],
            heading=_("Opening"),
            icon="openquote",
        ),
        AnchoredInlinePanel(
            "organisations",
            heading=_("Organizations"),
            label=_("Organization"),
            icon="group",
            help_text=_(
                "In any order: the page sorts them by name, for each language anew."
            ),
        ),
        TranslatedFieldPanel("note"),
    ]

    class Meta:
        verbose_name = _("directory of organizations")
        verbose_name_plural = _("directories of organizations")

    def clean(self):
        super().clean()
        complete_rows(self.organisations.all(), Organisation.anchor_source)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        directory = self.directory(request)
        return {
            **context,
            "directory": directory,
            "last_updated": self.last_published_at,
            "json_ld": members_of(context["site_settings"], directory.members),
        }

    def serve(self, request, *args, **kwargs):
        write = FILES.get(request.GET.get("format"))
        if write:
            return write(self.directory(request), self.slug_in(current_language()))
        return super().serve(request, *args, **kwargs)

    def directory(self, request) -> OrganisationList:
        """Return what the visitor asked for of the organizations."""
        rows = self.organisations.select_related("region")
        sectors = Organisation._meta.get_field("sectors").sectors()
        return OrganisationList(rows, sectors, request.GET, request.path)
