"""Says of many texts at once that their translation says what their source says."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from translations.drafts import latest_draft, lock_message, locked_draft, may_translate
from translations.models import LanguageVersion, State, TranslatedText
from translations.saving import save_texts
from translations.similarity import Piece
from translations.states import pairs_of
from translations.texts import Pair
from translations.wordings import readable, word_changes

WAITING_FOR_A_PERSON = (State.UNREVIEWED, State.OUTDATED)


@dataclass(frozen=True)
class UnconfirmedText:
    """A translation that somebody has to say yes to, beside its source."""

    pair: Pair
    record: TranslatedText

    @property
    def seen(self) -> str:
        """Return what tells whether source or translation changed since somebody saw them."""
        return f"{self.pair.source_fingerprint}-{self.pair.target_fingerprint}"

    @property
    def is_outdated(self) -> bool:
        return self.record.state == State.OUTDATED

    @property
    def source(self) -> str:
        return readable(self.pair.source, self.pair.kind)

    @property
    def target(self) -> str:
        return readable(self.pair.target, self.pair.kind)

    @property
    def difference(self) -> list[Piece]:
        """Return what changed in the source since it was translated."""
        return word_changes(self.record.source_text, self.pair.source, self.pair.kind)


def unconfirmed_texts(version: LanguageVersion, user) -> list[UnconfirmedText]:
    """Return the texts of `version` that `user` may confirm now, in the order of the page.

    They are to be reviewed, or outdated; what is missing or waits for its source is never
    among them, nor anything of a page that somebody else has locked.
    """
    draft = latest_draft(version.instance)
    if not may_translate(user, draft, version.language) or lock_message(user, draft):
        return []
    return _unconfirmed(version, draft)


def confirm_texts(version: LanguageVersion, user, seen: Mapping[str, str]) -> int:
    """Confirm the texts of `version` at the places that `seen` names, and return how many were.

    A text that reads otherwise than `seen` says, its source or its translation, was
    changed meanwhile and is left for another look. Raises PermissionDenied as saving does.
    """
    with locked_draft(version) as draft:
        confirmed = {
            text.pair.place
            for text in _unconfirmed(version, draft)
            if seen.get(text.pair.place) == text.seen
        }
        save_texts(version, user, {}, {}, confirmed=confirmed)
        return len(confirmed)


def _unconfirmed(version, draft):
    records = version.texts.filter(is_present=True, state__in=WAITING_FOR_A_PERSON)
    by_place = {record.place: record for record in records}
    return [
        UnconfirmedText(pair, by_place[pair.place])
        for pair in pairs_of(version, draft)
        if pair.place in by_place and pair.target
    ]


def confirm_address(version: LanguageVersion, back: str) -> str:
    """Return where the texts of `version` are confirmed, which then leads to `back`."""
    url = reverse(
        "wagtail_bulk_action", args=["translations", "languageversion", "confirm"]
    )
    return f"{url}?{urlencode({'id': version.pk, 'next': back})}"
