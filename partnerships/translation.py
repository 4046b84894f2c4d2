"""The texts about partnerships that exist in every language."""

from core.registration import TranslationOptions, register
from partnerships.models import Funder, FunderListPage, PartnershipPage


@register(PartnershipPage)
class PartnershipPageTranslationOptions(TranslationOptions):
    fields = (
        "kicker",
        "intro",
        "line",
        "activities_heading",
        "activities_body",
        "funders_heading",
        "funders_body",
        "funders_link_label",
        "faq_heading",
    )


@register(FunderListPage)
class FunderListPageTranslationOptions(TranslationOptions):
    fields = ("intro", "collaborations_heading", "collaborations_intro")


@register(Funder)
class FunderTranslationOptions(TranslationOptions):
    fields = ("name", "sort_name", "purpose")
    names_to_keep = ("name",)
