"""The texts of the questions that exist in every language."""

from core.registration import TranslationOptions, register
from faq.models import FaqItem, FaqPage


@register(FaqPage)
class FaqPageTranslationOptions(TranslationOptions):
    fields = ("intro",)


@register(FaqItem)
class FaqItemTranslationOptions(TranslationOptions):
    fields = ("question", "answer")
