"""Saves what the form of the desk sends, and says of each text what became of it."""

from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied

from translations.desk.desks import Desk
from translations.desk.posted import Posted, read
from translations.desk.texts import DeskText
from translations.models import LanguageVersion
from translations.saving import Saved, save_texts


@dataclass(frozen=True)
class GoneText:
    """What was typed for a text that somebody took off the page."""

    place: str
    typed: str
    error: str


@dataclass
class Outcome:
    """The desk as it is after a save, and what became of the texts that were sent."""

    desk: Desk
    texts: list[DeskText] = field(default_factory=list)
    gone: list[GoneText] = field(default_factory=list)

    @property
    def is_complete(self) -> bool:
        refused = any(text.error or text.is_conflict for text in self.texts)
        return not (refused or self.gone)


def save(version: LanguageVersion, user, post) -> Outcome:
    """Store what can be stored of `post`; what cannot comes back with what was typed and the reason."""
    desk = Desk(version, user)
    if not desk.may_write:
        raise PermissionDenied
    posted = read(post, desk.pairs, desk.fields)
    if desk.lock_message:
        posted.errors |= dict.fromkeys(posted.places, desk.lock_message)
        saved = Saved(errors=dict.fromkeys(posted.texts, desk.lock_message))
        return _outcome(desk, posted, saved)
    saved = save_texts(
        version,
        user,
        posted.texts,
        posted.shown,
        confirmed=posted.confirmed,
        origin=posted.origin,
    )
    version.refresh_from_db()
    return _outcome(Desk(version, user), posted, saved)


def _outcome(desk, posted: Posted, saved: Saved):
    errors = {**posted.errors, **saved.errors}
    conflicts = {pair.place for pair in saved.conflicts}
    texts = desk.texts_at(place for place in desk.pairs if place in posted.places)
    for text in texts:
        text.error = errors.get(text.place, "")
        text.is_conflict = text.place in conflicts
        if text.place in saved.refused:
            text.typed = posted.texts.get(text.place)
    gone = [
        GoneText(place, typed, errors.get(place, ""))
        for place, typed in posted.texts.items()
        if place not in desk.pairs
    ]
    return Outcome(desk, texts, gone)
