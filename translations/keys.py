"""Gives each text a key that files, notes and the memory know it by, and makes the units they exchange."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import models

from translations.models import LanguageVersion
from translations.states import pairs_of
from translations.texts import Pair
from translations.units import Unit


@dataclass(frozen=True)
class Key:
    """What a key says: which text of which page or snippet, in which language."""

    model: str
    object_id: int
    place: str
    language: str

    def __str__(self):
        return f"{self.model}:{self.object_id}/{self.place}@{self.language}"

    @classmethod
    def read(cls, text: str) -> "Key":
        """Return the key that `text` writes; raises ValueError where it writes none."""
        path, at, language = text.rpartition("@")
        owner, slash, place = path.partition("/")
        model, colon, object_id = owner.partition(":")
        if not (at and slash and colon and place and object_id.isdecimal()):
            raise ValueError(f"“{text}” is no key of a text.")
        return cls(model, int(object_id), place, language)

    def version(self) -> LanguageVersion | None:
        """Return the version that the text belongs to, or None where there is none."""
        try:
            content_type = ContentType.objects.get_by_natural_key(
                *self.model.split(".")
            )
        except (ContentType.DoesNotExist, TypeError):
            return None
        return LanguageVersion.objects.filter(
            content_type=content_type, object_id=self.object_id, language=self.language
        ).first()


def key_of(version: LanguageVersion, place: str) -> str:
    """Return the key of the text of `version` at `place`."""
    content_type = version.content_type
    model = f"{content_type.app_label}.{content_type.model}"
    return str(Key(model, version.object_id, place, version.language))


def document_of(version: LanguageVersion) -> str:
    """Return the name under which the memory knows the page or snippet of `version`."""
    return key_of(version, "").partition("/")[0]


def unit_of(version: LanguageVersion, pair: Pair) -> Unit:
    """Return `pair` as the checks, the memory and the exchange files know it."""
    return Unit(
        key=key_of(version, pair.place),
        label=pair.label,
        kind=pair.kind,
        source_language=pair.source_language,
        target_language=version.language,
        source=pair.source,
        target=pair.target,
        source_fingerprint=pair.source_fingerprint,
        target_fingerprint=pair.target_fingerprint,
        max_length=pair.max_length,
        is_label=pair.is_label,
        note=str(pair.field.help_text or ""),
    )


def units_of(version: LanguageVersion, instance: models.Model) -> Iterator[Unit]:
    """Yield the texts of `version` in `instance`, its latest draft, as units."""
    for pair in pairs_of(version, instance):
        yield unit_of(version, pair)
