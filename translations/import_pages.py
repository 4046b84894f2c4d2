"""Pages through what becomes of the texts of a file, of which there may be thousands."""

from dataclasses import dataclass, replace

from django.core.paginator import Paginator

from core.languages import native_name
from translations.exchange.deliveries import Delivery
from translations.exchange.plans import Outcome, Result
from translations.importing import Import, compare
from translations.models import ImportedFile
from translations.similarity import Piece, word_difference
from translations.wordings import readable

ROWS = 50
# Capital where there is something to write, or for a person to choose.
LETTERS = {
    Result.APPLIED: "a",
    Result.SOURCE_CHANGED: "s",
    Result.TARGET_CHANGED: "t",
    Result.REFUSED: "r",
    Result.UNCHANGED: "u",
}


def letters_of(found: Import) -> str:
    """Return a letter for each text of a file, to be kept."""
    return "".join(
        letter.upper() if found.is_open(outcome) else letter
        for outcome in found.outcomes
        for letter in LETTERS[outcome.result]
    )


@dataclass
class ImportPages:
    """What becomes of the texts of a file, one page of them at a time.

    What stands on a page is compared with the site when it is shown; how many texts
    there are of each kind is what the upload, or the writing, found.
    """

    kept: ImportedFile
    delivery: Delivery
    chosen: Result | None = None

    @property
    def is_report(self) -> bool:
        return self.kept.is_written

    @property
    def is_open(self) -> bool:
        """Tell whether anything is to be written, or chosen, on whatever page."""
        return not self.is_report and any(map(str.isupper, self.kept.results))

    def counts(self) -> list[dict]:
        """Return how many texts there are of each kind, what is written first."""
        results = self.kept.results.lower()
        return [
            {"result": result, "label": result.label, "count": number}
            for result, letter in LETTERS.items()
            if (number := results.count(letter))
        ]

    def page(self, number: str):
        """Return a page of numbers of texts, in the order of `counts`, then of the file."""
        results = self.kept.results.lower()
        shown = [
            index
            for result, letter in LETTERS.items()
            if self.chosen in (None, result)
            for index, found in enumerate(results)
            if found == letter
        ]
        return Paginator(shown, ROWS).get_page(number)

    def groups(self, page) -> list[dict]:
        """Return the texts of `page` by what becomes of them."""
        indexes = list(page.object_list)
        units = tuple(self.delivery.units[index] for index in indexes)
        found = compare(replace(self.delivery, units=units), self.kept.user)
        outcomes = [
            self._as_written(index, outcome)
            for index, outcome in zip(indexes, found.outcomes, strict=True)
        ]
        return [
            {"result": result, "label": result.label, "rows": rows}
            for result in LETTERS
            if (rows := [self._row(o, found) for o in outcomes if o.result is result])
        ]

    def _as_written(self, index, outcome) -> Outcome:
        """Return `outcome` as it was when the file was written, where it was."""
        if index >= self.kept.position:
            return outcome
        by_letter = {letter: result for result, letter in LETTERS.items()}
        result = by_letter[self.kept.results[index].lower()]
        reason = self.kept.reasons.get(str(index), "")
        return replace(outcome, result=result, reason=reason)

    def _row(self, outcome, found):
        unit, delivered = outcome.unit, outcome.delivered
        version = found.versions.get(delivered.key)
        is_choice = outcome.text and outcome.result is not Result.APPLIED
        return {
            "page": version.title if version else "",
            "label": unit.label if unit else delivered.key[:200],
            "language": unit.target_language if unit else "",
            "language_name": native_name(version.language) if version else "",
            "source": readable(unit.source, unit.kind) if unit else "",
            "source_language": unit.source_language if unit else "",
            "here": readable(unit.target, unit.kind) if unit else "",
            "there": readable(delivered.target, delivered.kind),
            "difference": _difference(outcome),
            "reason": outcome.reason,
            "take": f"{unit.target_fingerprint} {unit.key}" if is_choice else "",
            "is_taken": delivered.key in self.kept.taken,
        }


def _difference(outcome) -> list[Piece]:
    """Return the words of the file and how they differ from the site's; empty where one has none, or both are the same."""
    here, there = outcome.unit, outcome.delivered
    if not here or not here.target or not there.target:
        return []
    pieces = word_difference(
        readable(here.target, here.kind), readable(there.target, there.kind)
    )
    return pieces if any(piece.change for piece in pieces) else []
