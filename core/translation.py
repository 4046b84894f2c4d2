"""The texts of the ground floor that exist in every language."""

from core.models import MenuItem, SiteImage, SitePage, SiteSettings
from core.registration import TranslationOptions, register


@register(SitePage)
class SitePageTranslationOptions(TranslationOptions):
    fields = (
        "title",
        "slug",
        "url_path",
        "headline",
        "seo_title",
        "search_description",
        "is_offered",
        "is_complete",
    )


@register(SiteImage)
class SiteImageTranslationOptions(TranslationOptions):
    fields = ("alt_text",)


@register(SiteSettings)
class SiteSettingsTranslationOptions(TranslationOptions):
    fields = ("name", "strapline", "footer_text", "contact_line")
    names_to_keep = ("name",)


@register(MenuItem)
class MenuItemTranslationOptions(TranslationOptions):
    fields = ("label",)
