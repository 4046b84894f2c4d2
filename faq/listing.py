"""What a visitor sees of the questions: in the reader's language, filtered by audience."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from core.filters import Filter
from core.texts import Text, text
from faq.audiences import Audience

AUDIENCE_LABELS = dict(Audience.choices)


@dataclass(frozen=True)
class QuestionEntry:
    """A question and its answer in the reader's language."""

    anchor: str
    question: Text
    answer: Text
    audiences: list[str]
    reviewed_on: date | None

    @property
    def audience_labels(self) -> list[str]:
        return [str(AUDIENCE_LABELS[audience]) for audience in self.audiences]


class QuestionList:
    """The questions of one page for one request."""

    def __init__(self, items, request):
        self.all_entries = [entry(item) for item in items]
        self.audience = Filter("audience", _("Who asks"), AUDIENCE_LABELS)
        self.audience.read(request.GET)
        self.audience.offer(
            request.path, {}, lambda value: len(self._asked_by(value)), _("Everybody")
        )

    @property
    def entries(self) -> list[QuestionEntry]:
        """Return the questions that the filter leaves."""
        return self._asked_by(self.audience.value)

    @property
    def is_filtered(self) -> bool:
        return bool(self.audience.value)

    @property
    def count(self) -> int:
        return len(self.entries)

    def _asked_by(self, audience):
        return [
            entry
            for entry in self.all_entries
            if not audience or audience in entry.audiences
        ]


def entry(item) -> QuestionEntry:
    """Return `item` as a visitor reads it."""
    return QuestionEntry(
        anchor=item.anchor,
        question=text(item, "question"),
        answer=text(item, "answer"),
        audiences=[value for value in item.audiences if value in AUDIENCE_LABELS],
        reviewed_on=item.reviewed_on,
    )
