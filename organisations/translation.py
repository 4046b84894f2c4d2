"""The texts about organizations that exist in every language."""

from core.registration import TranslationOptions, register
from organisations.models import Organisation, OrganisationListPage


@register(OrganisationListPage)
class OrganisationListPageTranslationOptions(TranslationOptions):
    fields = ("kicker", "lead", "note")


@register(Organisation)
class OrganisationTranslationOptions(TranslationOptions):
    fields = ("name", "acronym", "summary", "size")
    names_to_keep = ("name", "acronym")
