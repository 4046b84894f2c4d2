"""Frequently asked questions, each with an address of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from core.anchored_rows import AnchoredChild, AnchoredInlinePanel
from core.anchors import complete_rows
from core.models import SitePage
from core.panels import SharedFieldPanel, TranslatedFieldPanel
from core.visibility import visible
from faq.fields import AudiencesField
from faq.listing import QuestionEntry, QuestionList, entry


class FaqItem(AnchoredChild, Orderable):
    """A question and its answer."""

    anchor_source = "question"

    page = ParentalKey("faq.FaqPage", on_delete=models.CASCADE, related_name="items")
    question = models.CharField(
        _("question"),
        max_length=200,
        help_text=_("As a visitor would ask it, ending in a question mark."),
    )
    answer = RichTextField(
        _("answer"),
        features=["bold", "italic", "link", "document-link", "ul", "ol"],
        help_text=_("Begin with the answer itself; reasons and links come after."),
    )
    audiences = AudiencesField(
        _("audiences"),
        blank=True,
        help_text=_("Who asks this. Visitors can filter the questions by it."),
    )
    reviewed_on = models.DateField(
        _("reviewed on"),
        null=True,
        blank=True,
        help_text=_("When somebody last made sure that the answer still holds."),
    )

    panels = [
        TranslatedFieldPanel("question"),
        TranslatedFieldPanel("answer"),
        SharedFieldPanel("audiences"),
        SharedFieldPanel("reviewed_on"),
        SharedFieldPanel("anchor"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def __str__(self):
        return self.question


class FaqPage(SitePage):
    """All questions and answers on one page, open, with a list of links on top."""

    parent_page_types = [
        "home.HomePage",
        "home.ContentPage",
        "partnerships.PartnershipPage",
    ]
    subpage_types = []
    query_parameters = ("audience",)
    icon = "faq-page"
    page_description = _(
        "Questions and answers, each with its own link. A partnership page can show them too."
    )

    intro = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("One or two sentences above the questions."),
    )

    content_panels = [
        *SitePage.content_panels,
        TranslatedFieldPanel("intro"),
        AnchoredInlinePanel(
            "items",
            heading=_("Questions"),
            label=_("Question"),
            icon="help",
            help_text=_("Visitors see the questions in this order: drag to change it."),
        ),
    ]

    class Meta:
        verbose_name = _("FAQ page")
        verbose_name_plural = _("FAQ pages")

    def clean(self):
        super().clean()
        complete_rows(self.items.all(), FaqItem.anchor_source)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, "faq": self.question_list(request)}

    def question_list(self, request) -> QuestionList:
        """Return what the visitor asked for of the questions."""
        return QuestionList(self.items.all(), request)

    @classmethod
    def public_questions(cls, pk, request) -> tuple[list[QuestionEntry], str]:
        """Return the questions of the page `pk` and its address, in one query; none while it is not public."""
        items = FaqItem.objects.filter(page=pk).select_related("page")
        items = list(visible(items, "page"))
        if not items:
            return [], ""
        return [entry(item) for item in items], items[0].page.get_url(request)
