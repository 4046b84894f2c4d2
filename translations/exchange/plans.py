"""What an import would do, before it does anything."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from translations.exchange.deliveries import DeliveredUnit, Delivery
from translations.exchange.faults import danger, fault
from translations.exchange.markup import normal, with_block_keys
from translations.units import Kind, Unit


class Result(StrEnum):
    """What becomes of a text that came back."""

    APPLIED = "applied"
    UNCHANGED = "unchanged"
    SOURCE_CHANGED = "source-changed"
    TARGET_CHANGED = "target-changed"
    REFUSED = "refused"

    @property
    def label(self):
        return RESULT_LABELS[self]


RESULT_LABELS = {
    Result.APPLIED: gettext_lazy("applied"),
    Result.UNCHANGED: gettext_lazy("unchanged"),
    Result.SOURCE_CHANGED: gettext_lazy("source changed meanwhile"),
    Result.TARGET_CHANGED: gettext_lazy("translation changed meanwhile"),
    Result.REFUSED: gettext_lazy("refused"),
}


@dataclass(frozen=True)
class Outcome:
    """What becomes of one text, and why."""

    result: Result
    delivered: DeliveredUnit
    # The text of the site; nothing where the file names one that the site does not have.
    unit: Unit | None = None
    # What to write: for an applied text, or where a person decides after a change
    # meanwhile. Empty where it cannot be written whatever anybody decides.
    text: str = ""
    reason: str = ""


def plan(
    delivery: Delivery,
    current_units: Mapping[str, Unit],
    *,
    may_translate: Callable[[Unit], bool] = lambda unit: True,
) -> list[Outcome]:
    """Return what becomes of each text of `delivery`, in the order of the file.

    Nothing is written. Planned again after its outcomes were, everything is unchanged.
    """
    return [
        _outcome(delivered, current_units.get(delivered.key), may_translate)
        for delivered in delivery.units
    ]


def _outcome(delivered, unit, may_translate):
    reason = _reason_against_the_unit(delivered, unit)
    if reason:
        return Outcome(Result.REFUSED, delivered, unit, reason=reason)
    text = normal(delivered.target, unit.kind)
    if not delivered.fault and (
        delivered.is_untouched or text == normal(unit.target, unit.kind)
    ):
        return Outcome(Result.UNCHANGED, delivered, unit)
    reason = _reason_against_the_text(delivered, unit, may_translate)
    if reason:
        return Outcome(Result.REFUSED, delivered, unit, reason=reason)
    return _outcome_of_text(text, delivered, unit)


def _outcome_of_text(text, delivered, unit):
    wrong = fault(text, unit)
    if unit.kind == Kind.RICH:
        text = with_block_keys(text, unit.target)
    for result, has_changed, reason in _changes(delivered, unit):
        if has_changed:
            # Tags that fitted the text of then may not fit the text of now.
            reasons = " ".join(filter(None, [reason, wrong]))
            return Outcome(result, delivered, unit, "" if wrong else text, reasons)
    if wrong:
        return Outcome(Result.REFUSED, delivered, unit, reason=wrong)
    return Outcome(Result.APPLIED, delivered, unit, text)


def _changes(delivered, unit):
    yield (
        Result.SOURCE_CHANGED,
        _source_changed(delivered, unit),
        _(
            "The source was changed after the file was made. Compare the translation with the source as it is now."
        ),
    )
    yield (
        Result.TARGET_CHANGED,
        _target_changed(delivered, unit),
        _(
            "The translation was changed on the site after the file was made. Choose one of the two."
        ),
    )


def _reason_against_the_unit(delivered, unit):
    if unit is None:
        return _(
            "The site has no text “%(key)s”. Perhaps it was removed after the file was made: export the file again."
        ) % {"key": delivered.key[:200]}
    if delivered.kind == Kind.RICH and unit.kind == Kind.PLAIN:
        return _(
            "The file says that the text has tags, but it has none. Export the file again."
        )
    return _reason_against_the_languages(delivered, unit)


def _reason_against_the_languages(delivered, unit):
    expected = (unit.source_language, unit.target_language)
    found = (delivered.source_language, delivered.target_language)
    if all(map(_is_language, found, expected)):
        return ""
    return _(
        "The file says that the text goes from “%(found_source)s” to “%(found_target)s”, but it goes from “%(source)s” to “%(target)s”. Correct the languages in the file."
    ) % {
        "found_source": found[0][:20],
        "found_target": found[1][:20],
        "source": expected[0],
        "target": expected[1],
    }


def _is_language(found, expected):
    """Tell whether a tool meant our language; some know it only with a country."""
    found, expected = found.replace("_", "-").lower(), expected.lower()
    return found == expected or found.split("-")[0] == expected


def _reason_against_the_text(delivered, unit, may_translate):
    if not may_translate(unit):
        return _(
            "You have no right to translate into “%(language)s”. Ask an administrator for it."
        ) % {"language": unit.target_language}
    if delivered.fault:
        return delivered.fault
    if not delivered.target:
        return _(
            "The file has no translation here, and the site has one. To remove it, do so on the site."
        )
    return danger(normal(delivered.target, unit.kind), unit)


def _source_changed(delivered, unit):
    known = delivered.fingerprints.source
    if known is None:
        return delivered.source != normal(unit.source, unit.kind)
    return known != unit.source_fingerprint


def _target_changed(delivered, unit):
    known = delivered.fingerprints.target
    if known is None:
        # Nobody can tell, so that only an empty place is filled without asking.
        return bool(normal(unit.target, unit.kind))
    return known != unit.target_fingerprint
