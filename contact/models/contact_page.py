"""The page by which visitors reach the team: first the answers that exist, then a form."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from contact.forms import MessageForm
from core.models import SitePage, TranslatedChild
from core.panels import (
    MultiFieldPanel,
    SharedFieldPanel,
    TranslatedFieldPanel,
    TranslatedInlinePanel,
)

TEXT_FEATURES = ["bold", "italic", "link"]


def addresses_in(text: str) -> list[str]:
    """Return the e-mail addresses of `text`, which stand between commas."""
    return [address.strip() for address in text.split(",") if address.strip()]


def validate_addresses(text: str) -> None:
    """Raise ValidationError naming the first part of `text` that is no e-mail address."""
    for address in addresses_in(text):
        try:
            validate_email(address)
        except ValidationError as error:
            message = gettext(
                "“%s” is no e-mail address. Write addresses such as "
                "team@example.org, with commas between them."
            )
            raise ValidationError(message % address) from error


class ContactRoute(TranslatedChild, Orderable):
    """A kind of request, and where its answer already is."""

    page = ParentalKey(
        "contact.ContactPage", on_delete=models.CASCADE, related_name="routes"
    )
    title = models.CharField(
        _("title"),
        max_length=120,
        help_text=_("Who asks, as they would say it: You are a student."),
    )
    text = RichTextField(
        _("text"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("One or two sentences, with links to the answers that exist."),
    )
    recipients = models.CharField(
        _("recipients"),
        max_length=500,
        blank=True,
        validators=[validate_addresses],
        help_text=_(
            "Who gets the messages on this subject. Leave empty for the recipients of the page."
        ),
    )

    panels = [
        TranslatedFieldPanel("title"),
        TranslatedFieldPanel("text"),
        SharedFieldPanel("recipients"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")

    def __str__(self):
        return self.title


class ContactPage(SitePage):
    """Where to send a request: answers that exist, by who asks, and a form for all others."""

    parent_page_types = ["home.HomePage", "home.ContentPage"]
    subpage_types = []
    icon = "contact-page"
    page_description = _(
        "Leads visitors to the answers that exist, and has a form for what is left."
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
    form_heading = models.CharField(
        _("heading"),
        max_length=120,
        blank=True,
        help_text=_("Above the form. Leave empty for “Write to the team”."),
    )
    form_intro = RichTextField(
        _("introduction"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("What the team needs to know, and who answers when."),
    )
    thanks = models.TextField(
        _("thanks"),
        blank=True,
        help_text=_(
            "What visitors read once their message has arrived. "
            "Leave empty to say that it has, and that the team will answer."
        ),
    )
    recipients = models.CharField(
        _("recipients"),
        max_length=500,
        blank=True,
        validators=[validate_addresses],
        help_text=_(
            "The e-mail addresses that get the messages, with commas between them. "
            "Visitors do not see them. While there is none, the messages wait in the admin."
        ),
    )

    content_panels = [
        *SitePage.content_panels,
        MultiFieldPanel(
            [TranslatedFieldPanel("kicker"), TranslatedFieldPanel("lead")],
            heading=_("Opening"),
            icon="openquote",
        ),
        TranslatedInlinePanel(
            "routes",
            heading=_("Subjects"),
            label=_("Subject"),
            icon="help",
            help_text=_(
                "Shown before the form, in this order; visitors choose among them in the form."
            ),
        ),
        MultiFieldPanel(
            [
                TranslatedFieldPanel("form_heading"),
                TranslatedFieldPanel("form_intro"),
                TranslatedFieldPanel("thanks"),
                SharedFieldPanel("recipients"),
            ],
            heading=_("Form"),
            icon="mail",
        ),
    ]

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")

    def get_context(self, request, *args, form=None, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        routes = list(self.routes.all())
        return {
            **context,
            "routes": routes,
            "form": form or MessageForm(routes=routes, page=self),
            "is_sent": "sent" in request.GET,
            "keep_days": settings.CONTACT_KEEP_DAYS,
        }

    def recipients_of(self, route: ContactRoute | None) -> list[str]:
        """Return who gets the messages on the subject of `route`."""
        own = addresses_in(route.recipients) if route else []
        return own or addresses_in(self.recipients)
