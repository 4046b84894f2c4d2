"""Saves what was translated at the desk: one language's columns, on the latest draft, text by text."""

from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.utils.translation import gettext as _

from translations import texts as texts_of
from translations.drafts import lock_message, locked_draft, may_translate, store
from translations.keys import document_of, unit_of
from translations.models import LanguageVersion, Origin, TranslatedText
from translations.remembering import remember_many
from translations.states import confirm, ensure_versions, pairs_of, refresh
from translations.texts import Pair
from translations.units import Kind

LOG_ACTION = "translations.translate"


@dataclass
class Saved:
    """What became of the texts that somebody sent."""

    # By place: the fingerprint of what is stored now, for the texts that were taken.
    stored: dict[str, str] = field(default_factory=dict)
    # Somebody else wrote the same text in the same language meanwhile.
    conflicts: list[Pair] = field(default_factory=list)
    # By place: why the text cannot be stored.
    errors: dict[str, str] = field(default_factory=dict)
    instance: models.Model | None = None

    @property
    def refused(self) -> set[str]:
        """Return the places of the texts that were not taken."""
        return {pair.place for pair in self.conflicts} | set(self.errors)

    @property
    def is_complete(self) -> bool:
        return not (self.conflicts or self.errors)


def save_texts(
    version: LanguageVersion,
    user,
    texts: dict[str, str],
    shown: dict[str, str],
    *,
    confirmed: set[str] = frozenset(),
    origin: Origin = Origin.PERSON,
) -> Saved:
    """Write `texts`, by place, and return what became of each; a refused one holds up no other.

    `shown` holds the fingerprint of each translation as its writer saw it. The texts in
    `confirmed`, which need not be among `texts`, are said to say what their source says;
    the other ones that are written are to be reviewed. Rich texts are HTML as stored.
    Raises PermissionDenied where `user` may not write the language, or the page is locked.
    """
    with locked_draft(version) as draft:
        _demand_rights(version, user, draft)
        ensure_versions(draft)
        known = {pair.place: pair for pair in pairs_of(version, draft)}
        saved, accepted = _sorted_out(draft, texts, known, shown)
        changed = _changed(accepted, known)
        confirmed = set(confirmed) - saved.refused
        _write(version, draft, known, changed)
        _note(version, user, known, changed, confirmed, origin)
        revision = store(draft, user, LOG_ACTION) if changed else None
        _remember(version, user, draft, confirmed)
        if revision is None:  # One is taken in where it is saved.
            refresh(draft, user)
        return saved


def _sorted_out(draft, texts, known, shown):
    """Return what becomes of each text, and the texts that can be stored."""
    saved, accepted = Saved(instance=draft), {}
    for place, text in texts.items():
        _accept(place, text, known.get(place), shown.get(place), accepted, saved)
    saved.stored = {
        place: known[place].fingerprint(text) for place, text in accepted.items()
    }
    return saved, accepted


def _changed(accepted, known):
    return {
        place: text
        for place, text in accepted.items()
        if known[place].fingerprint(text) != known[place].target_fingerprint
    }


def _demand_rights(version, user, draft):
    if not may_translate(user, draft, version.language):
        raise PermissionDenied
    if message := lock_message(user, draft):
        raise PermissionDenied(message)


def _accept(place, text, pair, shown, accepted, saved):
    """Put `text` among the accepted ones, or say why it is not."""
    if pair is None:
        saved.errors[place] = _(
            "This text is no longer on the page; somebody took it away. Copy what you "
            "wrote if you need it, then load the page again."
        )
        return
    text = _cleaned(pair, text)
    if fault := _fault(pair, text):
        saved.errors[place] = fault
        return
    stored = pair.target_fingerprint
    if stored not in (shown, pair.fingerprint(text)):
        saved.conflicts.append(pair)
        return
    accepted[place] = text


def _cleaned(pair, text):
    """Return `text` with nothing in it that the editor of the field could not make."""
    if pair.kind is Kind.RICH:
        return pair.canonical(text)
    return text.replace("\x00", "").replace("\r\n", "\n").strip()


def _fault(pair, text):
    if pair.max_length and pair.kind is Kind.PLAIN and len(text) > pair.max_length:
        return _(
            "This text has %(length)d characters, and there is room for %(limit)d. "
            "Shorten it."
        ) % {"length": len(text), "limit": pair.max_length}
    if not text or pair.leaf:
        return ""
    try:
        pair.field.run_validators(text)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _write(version, draft, known, changed):
    """Write the texts into the columns, those of each source language together."""
    by_source = {}
    for place, text in changed.items():
        by_source.setdefault(known[place].source_language, {})[place] = text
    for source, texts in by_source.items():
        texts_of.write(draft, source, version.language, texts)


def _note(version, user, known, changed, confirmed, origin):
    """Tell the records who wrote what, before the draft is saved and they are judged."""
    records = {
        record.place: record
        for record in version.texts.filter(place__in={*changed, *confirmed})
    }
    for place in {*changed, *confirmed} & set(known):
        record = records.get(place) or TranslatedText(version=version, place=place)
        pair = known[place]
        if place in changed:
            pair = pair.with_target(changed[place])
            record.origin = origin
            record.needs_review = True
            record.is_same = False
            record.target_fingerprint = pair.target_fingerprint
        if place in confirmed:
            confirm(record, pair, user)
            record.is_same = not pair.target
        record.save()


def _remember(version, user, draft, confirmed):
    """Keep what was confirmed for whoever translates something like it."""
    if confirmed:
        found = pairs_of(version, draft)
        units = [unit_of(version, pair) for pair in found if pair.place in confirmed]
        remember_many(units, user, document_of(version))
