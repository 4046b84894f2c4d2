"""A funder, told apart from a collaboration by the evidence for it."""

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel

from core.anchored_rows import AnchoredChild
from core.countries import CountryField
from core.panels import MultiFieldPanel, SharedFieldPanel, TranslatedFieldPanel

TEXT_FEATURES = ["bold", "italic", "link", "ul", "ol"]


class Funder(AnchoredChild):
    """A body that funds the network, or works with it. No company may be one: the Board decided so."""

    anchor_source = "name"

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
    country = CountryField(
        _("country"),
        blank=True,
        help_text=_("Where its seat is. Leave empty for a body of many countries."),
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
    website = models.URLField(
        _("website"), blank=True, validators=[URLValidator(schemes=["https", "http"])]
    )
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
        FieldRowPanel([SharedFieldPanel("kind"), SharedFieldPanel("country")]),
        FieldRowPanel([SharedFieldPanel("years"), SharedFieldPanel("website")]),
        TranslatedFieldPanel("purpose"),
        SharedFieldPanel("logo"),
        MultiFieldPanel(
            [SharedFieldPanel("evidence"), SharedFieldPanel("evidence_note")],
            heading=_("Evidence, for staff only"),
        ),
        MultiFieldPanel(
            [TranslatedFieldPanel("sort_name"), SharedFieldPanel("anchor")],
            heading=_("Order and link"),
            classname="collapsed",
        ),
    ]

    class Meta:
        verbose_name = _("funder")
        verbose_name_plural = _("funders")
        constraints = [
            models.CheckConstraint(
                name="funder_is_no_company",
                condition=models.Q(
                    kind__in=[
                        "foundation",
                        "government",
                        "multilateral",
                        "organisation",
                    ]
                ),
                violation_error_message=_(
                    "A funder is a foundation, a government, a multilateral organization "
                    "or an organization: the network takes no money from companies."
                ),
            )
        ]

    def __str__(self):
        return self.name

    @property
    def is_shown(self) -> bool:
        """Tell whether visitors see it: one without evidence is shown in a demonstration only."""
        is_unverified = self.evidence == self.Evidence.UNVERIFIED
        return settings.SHOW_SAMPLE_DATA or not is_unverified
