"""The texts of the translators' service that exist in every language."""

from core.registration import TranslationOptions, register
from translations.models import GlossaryTerm


@register(GlossaryTerm)
class GlossaryTermTranslationOptions(TranslationOptions):
    fields = ("term", "variants", "forbidden", "definition")
