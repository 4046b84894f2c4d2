"""Takes a translator's file back: first what would become of each text, then the writing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from core.languages import name_in_sentence
from translations.drafts import latest_draft, may_translate
from translations.exchange.deliveries import Delivery, ExchangeError, State
from translations.exchange.plans import Outcome, Result, plan
from translations.keys import Key, key_of, units_of
from translations.models import LanguageVersion, Origin
from translations.models import State as TextState
from translations.opening import may_open
from translations.saving import save_texts


@dataclass
class Import:
    """A file beside the texts of the site that it is about."""

    user: object
    outcomes: list[Outcome]
    # By the key of each text that the site has and `user` may see.
    versions: dict[str, LanguageVersion]
    # The keys of the texts that need no review.
    done: set[str]

    def is_open(self, outcome: Outcome) -> bool:
        """Tell whether there is anything to write, or for a person to choose."""
        return bool(outcome.text) or self.confirms(outcome)

    def confirms(self, outcome: Outcome) -> bool:
        """Tell whether the file approves a translation, of the source as it still is, that waits for it."""
        return (
            outcome.delivered.state is State.APPROVED
            and outcome.result in (Result.APPLIED, Result.UNCHANGED)
            and outcome.delivered.fingerprints.source == outcome.unit.source_fingerprint
            and (outcome.text != "" or outcome.delivered.key not in self.done)
        )


def prepare(delivery: Delivery, user) -> Import:
    """Return what would become of each text of `delivery` if `user` imported it; nothing is written.

    Raises ExchangeError where `user` writes none of the languages, or every text is
    refused for one and the same reason.
    """
    found, allowed = _compare(delivery, user)
    _refuse_strangers(found.versions, allowed)
    reasons = {outcome.reason for outcome in found.outcomes}
    if len(reasons) == 1 and all(o.result is Result.REFUSED for o in found.outcomes):
        raise ExchangeError(reasons.pop())
    return found


def compare(delivery: Delivery, user) -> Import:
    """Return the same for a part of a file that `prepare` took, whatever became of it since."""
    return _compare(delivery, user)[0]


def _compare(delivery, user):
    versions, units, allowed = _site(delivery, user)
    outcomes = plan(
        delivery,
        units,
        may_translate=lambda unit: allowed[versions[unit.key].pk],
    )
    return Import(user, outcomes, versions, _done(versions)), allowed


def write_import(found: Import, taken: Mapping[str, str]) -> list[Outcome]:
    """Write what can be applied, and return what became of each text, in the order of the file.

    `taken` holds by key the fingerprint of the translation that a person chose to write
    over though it, or its source, changed after the file left. All that is written is to
    be reviewed, unless it is approved in the file.
    """
    outcomes = {outcome.delivered.key: outcome for outcome in found.outcomes}
    by_version: dict[int, list[str]] = {}
    for key, outcome in outcomes.items():
        if _is_written(outcome, taken) or found.confirms(outcome):
            by_version.setdefault(found.versions[key].pk, []).append(key)
    for keys in by_version.values():
        outcomes |= _write_version(found, keys, outcomes, taken)
    return list(outcomes.values())


def _site(delivery, user):
    """Return the versions and the units that the keys of the file name, and where `user` may write."""
    versions, units, allowed = {}, {}, {}
    for version in _versions(delivery):
        instance = version.instance
        if instance is None:
            continue
        draft = latest_draft(instance)
        if not may_open(user, draft):
            continue
        allowed[version.pk] = may_translate(user, draft, version.language)
        for unit in units_of(version, draft):
            units[unit.key] = unit
            versions[unit.key] = version
    return versions, units, allowed


def _refuse_strangers(versions, allowed):
    if allowed and not any(allowed.values()):
        languages = dict.fromkeys(version.language for version in versions.values())
        raise ExchangeError(
            _(
                "You have no right to translate into “%(language)s”. Ask an administrator for it."
            )
            % {"language": ", ".join(map(name_in_sentence, languages))}
        )


def _done(versions):
    """Return the keys of the texts that are done."""
    return {
        key_of(version, place)
        for version in {version.pk: version for version in versions.values()}.values()
        for place in version.texts.filter(state=TextState.DONE).values_list(
            "place", flat=True
        )
    }


def _versions(delivery):
    known = {}
    for delivered in delivery.units:
        try:
            key = Key.read(delivered.key)
        except ValueError:
            continue
        owner = (key.model, key.object_id, key.language)
        if owner not in known:
            known[owner] = key.version()
    return [version for version in known.values() if version]


def _is_written(outcome, taken):
    if outcome.result is Result.APPLIED:
        return True
    return bool(outcome.text) and outcome.delivered.key in taken


def _write_version(found, keys, outcomes, taken) -> dict[str, Outcome]:
    places = {Key.read(key).place: outcomes[key] for key in keys}
    texts = {
        place: outcome.text
        for place, outcome in places.items()
        if _is_written(outcome, taken)
    }
    shown = {
        place: taken.get(outcome.delivered.key, outcome.unit.target_fingerprint)
        for place, outcome in places.items()
    }
    confirmed = {place for place, outcome in places.items() if found.confirms(outcome)}
    version = found.versions[keys[0]]
    try:
        saved = save_texts(
            version, found.user, texts, shown, confirmed=confirmed, origin=Origin.FILE
        )
    except PermissionDenied as error:
        reason = str(error) or _("You may not write this text any more.")
        return {
            outcome.delivered.key: replace(
                outcome, result=Result.REFUSED, reason=reason
            )
            for outcome in places.values()
        }
    return {
        outcome.delivered.key: _written(outcome, place, place in texts, saved)
        for place, outcome in places.items()
    }


def _written(outcome, place, has_text, saved):
    if place in saved.errors:
        return replace(outcome, result=Result.REFUSED, reason=saved.errors[place])
    if place in {pair.place for pair in saved.conflicts}:
        reason = _("Somebody else wrote this translation just now. Compare the two.")
        return replace(outcome, result=Result.TARGET_CHANGED, reason=reason)
    result = Result.APPLIED if has_text else outcome.result
    return replace(outcome, result=result, reason="")
