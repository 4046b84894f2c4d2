"""Lets an editor say of a changed text whether its translations still hold, or are to be made again."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.db import models
from wagtail.log_actions import log

from translations.drafts import latest_draft, locked_draft, may_translate
from translations.models import LanguageVersion, State, TranslatedText
from translations.similarity import Piece
from translations.states import pairs_of, refresh
from translations.texts import Pair
from translations.wordings import word_changes

LOG_ACTION = "translations.still_valid"


@dataclass(frozen=True)
class Translation:
    """What is known of the translation of a changed text into one language."""

    language: str
    record: TranslatedText
    pair: Pair

    @property
    def is_decided(self) -> bool:
        """Tell whether somebody said of this very source that it is to be translated again."""
        return self.record.again_for == self.pair.source_fingerprint


@dataclass(frozen=True)
class ChangedText:
    """A text whose words changed after they were translated, and the languages that lag behind."""

    pair: Pair
    # The words that the translations were made from.
    before: str
    translations: list[Translation] = field(default_factory=list)

    @property
    def difference(self) -> list[Piece]:
        return word_changes(self.before, self.pair.source, self.pair.kind)


@dataclass
class Decided:
    """How many translations are done again, wait for a translator, or changed once more meanwhile."""

    valid: int = 0
    again: int = 0
    moved: int = 0


def changed_texts(instance: models.Model, user) -> list[ChangedText]:
    """Return the texts of `instance` whose translations `user` may call still valid, in their order."""
    versions = _versions_behind(instance, user)
    if not versions:
        return []
    draft = latest_draft(instance)
    found: dict[tuple, ChangedText] = {}
    for version in versions:
        for translation in _outdated(version, draft):
            pair, record = translation.pair, translation.record
            key = (pair.source_language, pair.place, record.source_fingerprint)
            changed = found.setdefault(key, ChangedText(pair, record.source_text))
            changed.translations.append(translation)
    return list(found.values())


def undecided_texts(instance: models.Model, user) -> list[ChangedText]:
    """Return the changed texts about which nobody has decided anything yet."""
    return [
        text
        for text in changed_texts(instance, user)
        if not all(translation.is_decided for translation in text.translations)
    ]


def decide(
    version: LanguageVersion,
    user,
    shown: dict[str, str],
    valid: set[str] = frozenset(),
) -> Decided:
    """Take in for one language which translations hold, and that the others are to be made again.

    `shown` holds by place the fingerprint of the source that the editor judged; a source
    that changed meanwhile is left to be judged again. No text is written.
    """
    decided = Decided()
    with locked_draft(version) as draft:
        if not may_translate(user, draft, version.language):
            raise PermissionDenied
        for translation in _outdated(version, draft):
            place = translation.pair.place
            if place not in shown:
                continue
            _decide_one(translation, shown[place], place in valid, decided)
        refresh(draft, user)
        if decided.valid:
            log(instance=draft, action=LOG_ACTION, user=user)
    return decided


def _decide_one(translation, shown, is_valid, decided):
    record, pair = translation.record, translation.pair
    if shown != pair.source_fingerprint:
        decided.moved += 1
        return
    if is_valid:
        # Whoever confirmed the words of the translation stays their confirmer.
        record.source_text = pair.source
        record.source_fingerprint = pair.source_fingerprint
        decided.valid += 1
    else:
        record.again_for = pair.source_fingerprint
        decided.again += 1
    record.save()


def _versions_behind(instance, user):
    versions = LanguageVersion.objects.of(instance).filter(outdated__gt=0)
    return [
        version
        for version in versions.order_by("language")
        if may_translate(user, instance, version.language)
    ]


def _outdated(version, draft) -> Iterator[Translation]:
    records = {
        record.place: record
        for record in version.texts.filter(state=State.OUTDATED, is_present=True)
    }
    for pair in pairs_of(version, draft):
        if pair.place in records:
            yield Translation(version.language, records[pair.place], pair)
