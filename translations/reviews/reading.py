"""What somebody reads who judges one language: its texts that differ from the live ones, beside their sources."""

from dataclasses import dataclass

from django.db import models

from translations.models import LanguageVersion, State
from translations.similarity import Piece
from translations.states import pairs_of
from translations.texts import Pair
from translations.wordings import readable, word_changes


@dataclass(frozen=True)
class ReadText:
    """A text with what changed in it since visitors read it, and its source."""

    pair: Pair
    before: str
    state: str

    @property
    def source(self) -> str:
        """Return the words of the source; nothing for a text born in its own language."""
        return readable(self.pair.source, self.pair.kind)

    @property
    def difference(self) -> list[Piece]:
        return word_changes(self.before, self.pair.target, self.pair.kind)


def texts_to_read(version: LanguageVersion, draft: models.Model) -> list[ReadText]:
    """Return the texts of `draft` in the language of `version` that nobody confirmed or visitors do not read yet."""
    before = _live_texts(version, draft)
    records = {text.place: text for text in version.texts.filter(is_present=True)}
    found = []
    for pair in pairs_of(version, draft):
        shown = before.get(pair.place)
        record = records.get(pair.place)
        is_new = shown is None or pair.fingerprint(shown) != pair.target_fingerprint
        is_unread = record is not None and record.state == State.UNREVIEWED
        if pair.target and (is_new or is_unread):
            state = record.get_state_display() if record else ""
            found.append(ReadText(pair, shown or "", state))
    return found


def _live_texts(version, draft):
    live = type(draft)._default_manager.filter(pk=draft.pk, live=True).first()
    if live is None:
        return {}
    return {pair.place: pair.target for pair in pairs_of(version, live)}
