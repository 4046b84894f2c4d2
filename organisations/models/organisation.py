"""A network or an organization of workers, or one that is allied with them."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel

from core.anchored_rows import AnchoredChild
from core.countries import CountryField
from core.panels import MultiFieldPanel, SharedFieldPanel, TranslatedFieldPanel
from organisations.fields import RegionField, SectorsField

YEARS = [MinValueValidator(1800), MaxValueValidator(2100)]


class Organisation(AnchoredChild):
    """Whom visitors write to directly: the network does not act as a go-between."""

    anchor_source = "name"

    class Kind(models.TextChoices):
        NETWORK_GLOBAL = "network_global", _("Global networks")
        NETWORK_REGIONAL = "network_regional", _("Regional networks")
        MEMBER = "member_institutional", _("Institutional members")
        ALLY = "allied_organisation", _("Allied organizations")

    class Evidence(models.TextChoices):
        PUBLIC = "public", _("A public page names it in this role")
        UNVERIFIED = "unverified", _("Not verified yet: not published")

    page = ParentalKey(
        "organisations.OrganisationListPage",
        on_delete=models.CASCADE,
        related_name="organisations",
    )
    name = models.CharField(
        _("name"),
        max_length=200,
        help_text=_("Its own name, or the translation that it uses itself."),
    )
    acronym = models.CharField(_("acronym"), max_length=40, blank=True)
    kind = models.CharField(_("kind"), max_length=30, choices=Kind.choices)
    region = RegionField(
        verbose_name=_("region"), null=True, blank=True, related_name="+"
    )
    country = CountryField(
        _("country"),
        blank=True,
        help_text=_("Where its seat is. Leave empty where that is not known."),
    )
    sectors = SectorsField(
        _("sectors"),
        blank=True,
        help_text=_("Whom it organizes. Visitors can filter the list by it."),
    )
    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("What it does and for whom, in one or two sentences."),
    )
    website = models.URLField(
        _("website"),
        blank=True,
        validators=[URLValidator(schemes=["https", "http"])],
        help_text=_("Left empty, visitors read that no website is known."),
    )
    email = models.EmailField(
        _("email address"),
        blank=True,
        help_text=_("Only an address that the organization itself made public."),
    )
    founded = models.PositiveSmallIntegerField(
        _("founded"), null=True, blank=True, validators=YEARS
    )
    size = models.CharField(
        _("size"),
        max_length=200,
        blank=True,
        help_text=_("How many it unites, such as “90 affiliates in 69 countries”."),
    )
    size_year = models.PositiveSmallIntegerField(
        _("year of that size"),
        null=True,
        blank=True,
        validators=YEARS,
        help_text=_("Left empty, visitors read that the figure has no date."),
    )
    evidence = models.CharField(
        _("evidence"),
        max_length=20,
        choices=Evidence.choices,
        default=Evidence.UNVERIFIED,
        help_text=_("For staff. Visitors see only what this allows."),
    )
    evidence_note = models.TextField(
        _("where the evidence is"), blank=True, help_text=_("For staff only.")
    )

    panels = [
        TranslatedFieldPanel("name"),
        TranslatedFieldPanel("acronym"),
        FieldRowPanel([SharedFieldPanel("kind"), SharedFieldPanel("region")]),
        SharedFieldPanel("sectors"),
        TranslatedFieldPanel("summary"),
        FieldRowPanel([SharedFieldPanel("website"), SharedFieldPanel("email")]),
        FieldRowPanel([SharedFieldPanel("country"), SharedFieldPanel("founded")]),
        TranslatedFieldPanel("size"),
        SharedFieldPanel("size_year"),
        MultiFieldPanel(
            [SharedFieldPanel("evidence"), SharedFieldPanel("evidence_note")],
            heading=_("Evidence, for staff only"),
        ),
        MultiFieldPanel(
            [SharedFieldPanel("anchor")], heading=_("Link"), classname="collapsed"
        ),
    ]

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")

    def __str__(self):
        return self.name

    @property
    def is_shown(self) -> bool:
        """Tell whether visitors see it: one that is not verified is shown in a demonstration only."""
        is_unverified = self.evidence == self.Evidence.UNVERIFIED
        return settings.SHOW_SAMPLE_DATA or not is_unverified
