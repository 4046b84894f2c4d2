"""How and with whom the network partners, and who funds it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField

from core.models import SitePage, TranslatedChild
from core.panels import (
    MultiFieldPanel,
    SharedFieldPanel,
    TranslatedFieldPanel,
    TranslatedInlinePanel,
)

TEXT_FEATURES = ["bold", "italic", "link", "ul", "ol"]


class Funder(TranslatedChild):
    """A body that funds the network, or works with it. No company may be one: the Board decided so."""

    class Kind(models.TextChoices):
        FOUNDATION = "foundation", _("Foundations")
        GOVERNMENT = "government", _("Governments and public agencies")
        MULTILATERAL = "multilateral", _("Multilateral organizations")
        ORGANISATION = "organisation", _("Organizations")

    class Evidence(models.TextChoices):
        GRANT = "grant_evidenced", _("A public page documents a grant")
        COLLABORATION = (
            "collaboration_evidenced",
            _("A public page documents work together, not a grant"),
        )
        UNVERIFIED = "unverified", _("No evidence found yet: not published")

    page = ParentalKey(
        "partnerships.FunderListPage", on_delete=models.CASCADE, related_name="funders"
    )
    anchor = models.SlugField(
        _("anchor"),
        max_length=64,
        help_text=_("The end of the link to this funder, the same in every language."),
    )
    name = models.CharField(_("name"), max_length=160)
    sort_name = models.CharField(
        _("name to sort by"),
        max_length=160,
        blank=True,
        help_text=_(
            "Only where it differs from the name, such as “Ford” for “Ford Foundation”."
        ),
    )
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=Kind.choices,
        help_text=_(
            "There is no kind for companies: the network takes no money from them."
        ),
    )
    country = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        help_text=_("The two letters of ISO 3166, such as CA for Canada."),
    )
    years = models.CharField(
        _("years"), max_length=40, blank=True, help_text=_("Such as 2021–2026.")
    )
    purpose = models.CharField(
        _("purpose"),
        max_length=240,
        blank=True,
        help_text=_("What the support is for, in one sentence."),
    )
    website = models.URLField(_("website"), blank=True)
    logo = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    evidence = models.CharField(
        _("evidence"),
        max_length=30,
        choices=Evidence.choices,
        default=Evidence.UNVERIFIED,
        help_text=_("For staff. Visitors see only what this allows."),
    )
    evidence_note = models.TextField(
        _("where the evidence is"), blank=True, help_text=_("For staff only.")
    )

    panels = [
        TranslatedFieldPanel("name"),
        SharedFieldPanel("kind"),
        SharedFieldPanel("country"),
        SharedFieldPanel("years"),
        TranslatedFieldPanel("purpose"),
        SharedFieldPanel("website"),
        SharedFieldPanel("logo"),
        TranslatedFieldPanel("sort_name"),
        SharedFieldPanel("anchor"),
        SharedFieldPanel("evidence"),
        SharedFieldPanel("evidence_note"),
    ]

    class Meta:
        verbose_name = _("funder")
        verbose_name_plural = _("funders")

    def __str__(self):
        return self.name


class FunderListPage(SitePage):
    """Who funds the network, grouped by kind, with filters and a file to download."""

    parent_page_types = ["partnerships.PartnershipPage", "home.ContentPage"]
    subpage_types = []
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
        TranslatedInlinePanel("funders", heading=_("Funders"), label=_("Funder")),
        MultiFieldPanel(
            [
                TranslatedFieldPanel("collaborations_heading"),
                TranslatedFieldPanel("collaborations_intro"),
            ],
            heading=_("Collaborations"),
        ),
    ]

    class Meta:
        verbose_name = _("funder list page")
        verbose_name_plural = _("funder list pages")


class PartnershipPage(SitePage):
    """How the network chooses its partners, what they do together, who funds it, and common questions."""

    parent_page_types = ["home.HomePage"]
    subpage_types = [
        "partnerships.FunderListPage",
        "faq.FaqPage",
        "home.ContentPage",
    ]
    page_description = _(
        "How and with whom the network partners, its activities, its funders and questions."
    )

    kicker = models.CharField(
        _("kicker"),
        max_length=80,
        blank=True,
        help_text=_("A few words above the large heading."),
    )
    intro = RichTextField(
        _("introduction"),
        features=TEXT_FEATURES,
        help_text=_("What a partnership must serve: about three paragraphs."),
    )
    line = models.TextField(
        _("the line never crossed"),
        max_length=240,
        blank=True,
        help_text=_("One sentence, shown large: what the network refuses."),
    )
    activities_heading = models.CharField(_("heading"), max_length=120, blank=True)
    activities_body = RichTextField(_("text"), blank=True, features=TEXT_FEATURES)
    funders_heading = models.CharField(_("heading"), max_length=120, blank=True)
    funders_body = RichTextField(_("text"), blank=True, features=TEXT_FEATURES)
    funders_page = models.ForeignKey(
        "partnerships.FunderListPage",
        verbose_name=_("funder list"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    funders_link_label = models.CharField(
        _("label of the link"), max_length=120, blank=True
    )
    faq_heading = models.CharField(_("heading"), max_length=120, blank=True)
    faq_page = models.ForeignKey(
        "faq.FaqPage",
        verbose_name=_("FAQ page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Its questions are shown at the end of this page."),
    )
    policy_reviewed_on = models.DateField(
        _("policy reviewed on"), null=True, blank=True
    )

    content_panels = [
        *SitePage.content_panels,
        TranslatedFieldPanel("kicker"),
        TranslatedFieldPanel("intro"),
        TranslatedFieldPanel("line"),
        MultiFieldPanel(
            [
                TranslatedFieldPanel("activities_heading"),
                TranslatedFieldPanel("activities_body"),
            ],
            heading=_("Activities"),
        ),
        MultiFieldPanel(
            [
                TranslatedFieldPanel("funders_heading"),
                TranslatedFieldPanel("funders_body"),
                SharedFieldPanel("funders_page"),
                TranslatedFieldPanel("funders_link_label"),
            ],
            heading=_("Funders"),
        ),
        MultiFieldPanel(
            [
                TranslatedFieldPanel("faq_heading"),
                SharedFieldPanel("faq_page"),
            ],
            heading=_("Questions"),
        ),
        SharedFieldPanel("policy_reviewed_on"),
    ]

    class Meta:
        verbose_name = _("partnership page")
        verbose_name_plural = _("partnership pages")
