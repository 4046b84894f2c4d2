"""Compares a draft with what visitors read, language by language."""

from django.db import models
from wagtail.models import DraftStateMixin

from core.fingerprints import fingerprints
from core.languages import column, content_languages
from core.registration import translated_field_names
from translations.texts import holders


def languages_to_publish(draft: models.Model) -> list[str]:
    """Return the languages in which `draft` says something else than the live version; none while nothing is live."""
    if not isinstance(draft, DraftStateMixin):
        return []
    live = type(draft)._default_manager.filter(pk=draft.pk, live=True).first()
    if live is None:
        return []
    return [
        language
        for language in content_languages()
        if texts_in(draft, language) != texts_in(live, language)
    ]


def texts_in(instance: models.Model, language: str) -> dict[str, dict[str, str]]:
    """Return fingerprints of all that `instance` and its rows hold in `language`, addresses included."""
    return {
        holder.path: fingerprints(
            holder.instance, language_fields(holder.instance, language)
        )
        for holder in holders(instance)
    }


def language_fields(instance: models.Model, language: str) -> list[models.Field]:
    """Return the columns of `instance` that an editor of `language` writes."""
    fields = [
        instance._meta.get_field(column(name, language))
        for name in translated_field_names(type(instance))
    ]
    return [field for field in fields if field.editable]
