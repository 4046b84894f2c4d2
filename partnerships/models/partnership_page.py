"""The page about partnerships."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from core.models import SitePage
from core.panels import MultiFieldPanel, SharedFieldPanel, TranslatedFieldPanel
from core.visibility import visible
from partnerships.models.funder import TEXT_FEATURES


class PartnershipPage(SitePage):
    """How the network chooses its partners, what they do together, who funds it, and common questions."""

    parent_page_types = ["home.HomePage"]
    subpage_types = [
        "partnerships.FunderListPage",
        "faq.FaqPage",
        "home.ContentPage",
    ]
    icon = "partnership-page"
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
    activities_heading = models.CharField(
        _("heading"), max_length=120, blank=True, help_text=_("Above the activities.")
    )
    activities_body = RichTextField(_("text"), blank=True, features=TEXT_FEATURES)
    funders_heading = models.CharField(
        _("heading"),
        max_length=120,
        blank=True,
        help_text=_("Above the words about funders."),
    )
    funders_body = RichTextField(_("text"), blank=True, features=TEXT_FEATURES)
    funders_page = models.ForeignKey(
        "partnerships.FunderListPage",
        verbose_name=_("funder list"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The link to it is left out while that page is not public."),
    )
    funders_link_label = models.CharField(
        _("label of the link"),
        max_length=120,
        blank=True,
        help_text=_("Such as “See all funders”."),
    )
    faq_heading = models.CharField(
        _("heading"), max_length=120, blank=True, help_text=_("Above the questions.")
    )
    faq_page = models.ForeignKey(
        "faq.FaqPage",
        verbose_name=_("FAQ page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "Its questions are shown at the end of this page, "
            "and left out while that page is not public."
        ),
    )
    policy_reviewed_on = models.DateField(
        _("policy reviewed on"),
        null=True,
        blank=True,
        help_text=_("When the Board last looked at these rules. Shown to visitors."),
    )

    content_panels = [
        *SitePage.content_panels,
        MultiFieldPanel(
            [
                TranslatedFieldPanel("kicker"),
                TranslatedFieldPanel("intro"),
                TranslatedFieldPanel("line"),
            ],
            heading=_("Opening"),
            icon="openquote",
        ),
        MultiFieldPanel(
            [
                TranslatedFieldPanel("activities_heading"),
                TranslatedFieldPanel("activities_body"),
            ],
            heading=_("Activities"),
            icon="list-ul",
        ),
        MultiFieldPanel(
            [
                SharedFieldPanel("funders_page"),
                TranslatedFieldPanel("funders_heading"),
                TranslatedFieldPanel("funders_body"),
                TranslatedFieldPanel("funders_link_label"),
            ],
            heading=_("Funders"),
            icon="globe",
        ),
        MultiFieldPanel(
            [
                SharedFieldPanel("faq_page"),
                TranslatedFieldPanel("faq_heading"),
            ],
            heading=_("Questions"),
            icon="help",
        ),
        SharedFieldPanel("policy_reviewed_on", icon="date"),
    ]

    class Meta:
        verbose_name = _("partnership page")
        verbose_name_plural = _("partnership pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        questions, faq_url = self.public_questions(request)
        return {
            **context,
            "funders_url": self.public_funders_url(request),
            "questions": questions,
            "faq_url": faq_url,
        }

    def public_questions(self, request):
        """Return the questions of the chosen FAQ page and its address; none while it is not public."""
        if not self.faq_page_id:
            return [], ""
        faq_page_model = self._meta.get_field("faq_page").related_model
        return faq_page_model.public_questions(self.faq_page_id, request)

    def public_funders_url(self, request) -> str:
        """Return the address of the chosen list of funders; empty while it is not public."""
        page = visible(SitePage.objects.filter(pk=self.funders_page_id)).first()
        return page.get_url(request) if page else ""
