"""A funder, told apart from a collaboration by the evidence for it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from core.countries import CountryField
from core.models import TranslatedChild
from core.panels import SharedFieldPanel, TranslatedFieldPanel

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
