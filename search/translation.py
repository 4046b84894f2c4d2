"""The texts of promoted results, which exist in every language."""

from core.registration import TranslationOptions, register
from search.models import PromotedResult


@register(PromotedResult)
class PromotedResultTranslationOptions(TranslationOptions):
    fields = ("words", "title", "text")
