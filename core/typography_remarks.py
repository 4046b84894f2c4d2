"""Gathers what the lint says about the texts of a page, of a field, or of the whole site."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models
from wagtail.models import DraftStateMixin

from core.languages import column, content_languages
from core.registration import edited_models, translated_field_names
from core.text_places import Place, parts, places
from core.typography_lint import Finding, lint


@dataclass(frozen=True)
class Remark:
    """A finding and the place where it was made."""

    place: Place
    finding: Finding


@dataclass(frozen=True)
class Review:
    """What the lint says about a page, an image or another thing with an edit form."""

    instance: models.Model
    remarks: list[Remark]


@dataclass(frozen=True)
class Notes:
    """What stands below an input of an edit form."""

    input_name: str
    remarks: list[Remark]


def remarks_on(instance: models.Model, field_name: str, language: str) -> list[Remark]:
    """Return the remarks on one text."""
    found = parts(instance, field_name, language)
    return [
        remark
        for part in found
        for remark in _remarks(Place(instance, field_name, language, part))
    ]


def review(instance: models.Model, languages: list[str] | None = None) -> Review:
    """Return the remarks on the texts of `instance` and its rows, in `languages`."""
    found = places(instance, languages)
    return Review(instance, [remark for place in found for remark in _remarks(place)])


def notes_in(form) -> Iterator[Notes]:
    """Yield the remarks on each text that may be written in `form` and its rows."""
    for field_name in translated_field_names(type(form.instance)):
        for language in content_languages():
            name = column(field_name, language)
            found = remarks_on(form.instance, field_name, language)
            if found and name in form.fields:
                yield Notes(form[name].html_name, found)
    for rows in getattr(form, "formsets", {}).values():
        for row in rows.forms:
            yield from notes_in(row)


def reviews(languages: list[str] | None = None) -> Iterator[Review]:
    """Yield each thing of the site on which there are remarks, as its latest draft stands."""
    for model in edited_models():
        for instance in model._default_manager.order_by("pk").iterator():
            found = review(_latest_draft(instance), languages)
            if found.remarks:
                yield found


def _remarks(place: Place) -> list[Remark]:
    findings = lint(place.part.words, place.language, place.part.is_label)
    return [Remark(place, finding) for finding in findings]


def _latest_draft(instance: models.Model) -> models.Model:
    if isinstance(instance, DraftStateMixin):
        return instance.get_latest_revision_as_object()
    return instance
