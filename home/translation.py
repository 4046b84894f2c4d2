"""The texts of the home and content pages that exist in every language."""

from core.registration import TranslationOptions, register
from home.models import ContentPage, HomePage, HomeThread


@register(HomePage)
class HomePageTranslationOptions(TranslationOptions):
    fields = ("kicker", "lead", "threads_heading", "threads_body", "body")


@register(HomeThread)
class HomeThreadTranslationOptions(TranslationOptions):
    fields = ("title", "text")


@register(ContentPage)
class ContentPageTranslationOptions(TranslationOptions):
    fields = ("kicker", "lead", "body")
