"""A press release or a statement."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel
from wagtail.fields import StreamField

from core.blocks import BodyBlock
from core.contents import ContentsMixin
from core.models import SitePage
from core.panels import SharedFieldPanel, TranslatedFieldPanel
from press.structured_data import news_article


class PressItemPage(ContentsMixin, SitePage):
    """What the network tells journalists, kept from everybody while it is under embargo."""

    parent_page_types = ["press.PressRoomPage"]
    subpage_types = []
    icon = "press-item-page"
    search_kind = "press.pressitempage"
    page_description = _("A press release or a statement, with an embargo if need be.")

    class Kind(models.TextChoices):
        RELEASE = "press_release", _("Press releases")
        STATEMENT = "statement", _("Statements")

    # What one of each is called.
    NAMES = {Kind.RELEASE: _("Press release"), Kind.STATEMENT: _("Statement")}

    kind = models.CharField(
        _("kind"), max_length=20, choices=Kind.choices, default=Kind.RELEASE
    )
    date = models.DateField(
        _("date"), default=timezone.localdate, help_text=_("As it stands on the text.")
    )
    sector = models.ForeignKey(
        "resources.Sector",
        verbose_name=_("sector"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    summary = models.TextField(
        _("summary"),
        max_length=400,
        help_text=_("One or two sentences: under the heading, in lists and in feeds."),
    )
    body = StreamField(
        BodyBlock(),
        verbose_name=_("body"),
        blank=True,
        help_text=_("The text, with the files of each language as document blocks."),
    )
    is_sample = models.BooleanField(
        _("sample data"),
        default=False,
        help_text=_("Visitors read beside it that it is no text of the network."),
    )
    # The end of an embargo that all who keep copies of public texts were told of.
    announced_embargo = models.DateTimeField(null=True, editable=False)

    content_panels = [
        *SitePage.content_panels,
        FieldRowPanel([SharedFieldPanel("kind"), SharedFieldPanel("date")]),
        SharedFieldPanel(
            "embargo_until",
            icon="lock",
            help_text=_(
                "Publish now, and nobody can read it anywhere before this second: "
                "no page, list, feed, search or map of the site."
            ),
        ),
        SharedFieldPanel("sector"),
        TranslatedFieldPanel("summary"),
        TranslatedFieldPanel("body", icon="doc-full"),
        SharedFieldPanel("is_sample"),
    ]

    class Meta:
        verbose_name = _("press item")
        verbose_name_plural = _("press items")

    @property
    def kind_name(self) -> str:
        return str(self.NAMES[self.kind])

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        article = news_article(
            self,
            context["site_settings"],
            context["canonical_url"],
            context["language"],
        )
        return {**context, "json_ld": article}
