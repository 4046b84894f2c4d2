"""The texts of the press room that exist in every language."""

from core.registration import TranslationOptions, register
from press.models import PressContact, PressItemPage, PressRoomPage


@register(PressRoomPage)
class PressRoomPageTranslationOptions(TranslationOptions):
    fields = ("kicker", "lead", "topics", "kit")


@register(PressItemPage)
class PressItemPageTranslationOptions(TranslationOptions):
    fields = ("summary", "body")


@register(PressContact)
class PressContactTranslationOptions(TranslationOptions):
    fields = ("role",)
