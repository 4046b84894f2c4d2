"""Compares a draft with what visitors read, language by language."""

from django.db import models
from wagtail.models import DraftStateMixin

from core.fingerprints import fingerprints
from core.languages import column, content_languages
from core.registration import translated_field_names
from translations.texts import holders

# What a revision holds of the page's own life, not of what visitors read.
BOOKKEEPING = {
    "draft_title",
    "first_published_at",
    "has_unpublished_changes",
    "last_published_at",
    "latest_revision",
    "latest_revision_created_at",
    "live",
    "live_revision",
    "numchild",
}


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


def is_ahead(draft: models.Model, live: models.Model) -> bool:
    """Tell whether `draft` holds anything, in whatever language or none, that `live` does not."""
    drafted, shown = (
        {
            name: value
            for name, value in instance.serializable_data().items()
            if name not in BOOKKEEPING and not name.startswith("is_offered_")
        }
        for instance in (draft, live)
    )
    return drafted != shown


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


def take_over(live: models.Model, draft: models.Model, language: str) -> None:
    """Write the texts of `draft` in `language` into `live` and the rows that both have."""
    drafted = {holder.path: holder.instance for holder in holders(draft)}
    for holder in holders(live):
        if holder.path in drafted:
            for field in language_fields(holder.instance, language):
                value = getattr(drafted[holder.path], field.name)
                setattr(holder.instance, field.name, value)
