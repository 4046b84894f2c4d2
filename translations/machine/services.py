"""The service that the settings name, and its suggestions for texts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from translations.machine.deepl import DeepL
from translations.machine.libretranslate import LibreTranslate
from translations.machine.protocol import Translator
from translations.suggested_html import with_tags_of
from translations.units import Kind, Unit

SERVICES = {"libretranslate": LibreTranslate, "deepl": DeepL}


@dataclass(frozen=True)
class MachineSuggestion:
    """What a machine would write for the unit of this key; it always needs a person's review."""

    key: str
    target: str
    service: str


def service() -> Translator | None:
    """Return the service of the settings; none where they name none."""
    name = settings.MACHINE_TRANSLATION
    if not name:
        return None
    options = {"timeout": settings.MACHINE_TRANSLATION_TIMEOUT}
    if name == "deepl":
        options["formality"] = settings.MACHINE_TRANSLATION_FORMALITY
    url, key = settings.MACHINE_TRANSLATION_URL, settings.MACHINE_TRANSLATION_KEY
    return SERVICES[name].at(url, key, **options)


def is_available() -> bool:
    """Tell whether there is a service to ask."""
    return bool(settings.MACHINE_TRANSLATION)


def machine_suggestions(units: Iterable[Unit]) -> list[MachineSuggestion]:
    """Return what the service of the settings suggests for `units`, in their order.

    Nothing is written. A rich text comes back with no tag, link or picture that its
    source does not have. Without a service there are no suggestions; a service that
    fails raises a `MachineError`, whose `sentence` is for the translator.
    """
    translator = service()
    if translator is None:
        return []
    units = [unit for unit in units if unit.source.strip()]
    found = {}
    for (source, target, kind), some in _alike(units).items():
        is_html = kind == Kind.RICH
        texts = [unit.source for unit in some]
        answers = translator.translate(texts, source, target, is_html)
        for unit, answer in zip(some, answers, strict=True):
            found[unit.key] = with_tags_of(unit.source, answer) if is_html else answer
    return [
        MachineSuggestion(unit.key, found[unit.key], translator.name) for unit in units
    ]


def _alike(units):
    """Return the units that may be asked for together."""
    groups = defaultdict(list)
    for unit in units:
        groups[unit.source_language, unit.target_language, unit.kind].append(unit)
    return groups
