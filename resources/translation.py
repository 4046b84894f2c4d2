"""The texts of the knowledge base that exist in every language."""

from core.registration import TranslationOptions, register
from resources.models import (
    Region,
    ResourceIndexPage,
    ResourcePage,
    ResourceType,
    Sector,
    Theme,
)


@register(ResourceType)
class ResourceTypeTranslationOptions(TranslationOptions):
    fields = ("label",)


@register(Sector)
class SectorTranslationOptions(TranslationOptions):
    fields = ("label",)


@register(Theme)
class ThemeTranslationOptions(TranslationOptions):
    fields = ("label",)


@register(Region)
class RegionTranslationOptions(TranslationOptions):
    fields = ("label",)


@register(ResourcePage)
class ResourcePageTranslationOptions(TranslationOptions):
    fields = ("abstract",)


@register(ResourceIndexPage)
class ResourceIndexPageTranslationOptions(TranslationOptions):
    fields = ("kicker", "lead", "body")
