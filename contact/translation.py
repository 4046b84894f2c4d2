"""The texts of contact pages that exist in every language."""

from contact.models import ContactPage, ContactRoute
from core.registration import TranslationOptions, register


@register(ContactPage)
class ContactPageTranslationOptions(TranslationOptions):
    fields = ("kicker", "lead", "form_heading", "form_intro", "thanks")


@register(ContactRoute)
class ContactRouteTranslationOptions(TranslationOptions):
    fields = ("title", "text")
