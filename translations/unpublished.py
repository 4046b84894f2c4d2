"""Shows what publishing one language would change for visitors, text by text."""

from dataclasses import dataclass

from django.core.validators import validate_slug
from django.db import models
from django.utils.text import capfirst

from core.languages import column, fallback_chain
from core.texts import is_empty
from translations.live_texts import language_fields
from translations.similarity import Piece
from translations.texts import holders, pairs, translated_fields
from translations.units import Kind
from translations.wordings import word_changes


@dataclass(frozen=True)
class TextChange:
    """A text as it was and as it is, in one language."""

    place: str
    label: str
    kind: Kind
    before: str
    after: str
    is_address: bool = False

    @property
    def difference(self) -> list[Piece]:
        return word_changes(self.before, self.after, self.kind)


def text_changes(
    before: models.Model, after: models.Model, language: str
) -> list[TextChange]:
    """Return the texts in `language`, addresses included, that differ between two versions of one object.

    Of rows that only one of the two has, nothing is said.
    """
    shared = {holder.path for holder in holders(before)}
    shared &= {holder.path for holder in holders(after)}
    old, new = (_texts(instance, language, shared) for instance in (before, after))
    return [
        _change(place, old.get(place), new.get(place))
        for place in {**new, **old}
        if _words(old.get(place)) != _words(new.get(place))
    ]


@dataclass(frozen=True)
class _Text:
    label: str
    kind: Kind
    words: str
    fingerprint: str
    is_address: bool = False


def _texts(instance, language, paths) -> dict[str, _Text]:
    found = {
        pair.place: _Text(pair.label, pair.kind, pair.source, pair.source_fingerprint)
        for pair in pairs(instance, language, language)
        if pair.holder.path in paths
    }
    for holder in holders(instance):
        if holder.path in paths:
            found |= _addresses(holder, language)
    return found


def _addresses(holder, language):
    """Return what is written in a language without being a text to translate, such as its address."""
    words = {field.name for field in translated_fields(holder.instance)}
    found = {}
    for field in language_fields(holder.instance, language):
        value = getattr(holder.instance, field.name)
        name = field.name.removesuffix(f"_{language.replace('-', '_')}")
        if name not in words and isinstance(value, str) and value:
            label = " – ".join(
                filter(None, [holder.label, str(capfirst(field.verbose_name))])
            )
            found[f"{holder.path}{name}"] = _Text(
                label, Kind.PLAIN, value, value, is_address(field)
            )
    return found


def _words(text):
    return text.fingerprint if text else ""


def shown_instead(live: models.Model, change: TextChange, language: str) -> str:
    """Return the language in which visitors read a text once it is empty in `language`; nothing where it is not."""
    if change.after or change.is_address:
        return ""
    for holder in holders(live):
        if not change.place.startswith(holder.path):
            continue
        name = change.place.removeprefix(holder.path).partition("/")[0]
        for code in fallback_chain(language)[1:]:
            if not is_empty(getattr(holder.instance, column(name, code), None)):
                return code
    return ""


def _change(place, old, new):
    known = new or old
    before, after = (text.words if text else "" for text in (old, new))
    return TextChange(place, known.label, known.kind, before, after, known.is_address)


def is_address(field: models.Field) -> bool:
    """Tell whether `field` holds a part of an address of this site."""
    return isinstance(field, models.SlugField) or validate_slug in field.validators
