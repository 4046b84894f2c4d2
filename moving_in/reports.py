"""Tells what moving in did, or would do, with each page."""

from collections import Counter
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

CREATED = _("created")
CHANGED = _("changed")
UNCHANGED = _("unchanged")
KEPT = _("kept, somebody changed it here")
DELETED = _("left out, somebody deleted it here")
LEFT_OUT = _("left out")
HEADER = (_("Title"), _("Languages"), _("Outcome"), _("Remarks"))


@dataclass
class Line:
    """A page, what became of it, and what a person should look at."""

    title: str
    languages: str
    outcome: str
    remarks: list[str] = field(default_factory=list)

    def cells(self) -> list[str]:
        return [self.title, self.languages, str(self.outcome), " ".join(self.remarks)]


@dataclass
class Report:
    """What became of everything in an export."""

    lines: list[Line] = field(default_factory=list)
    redirects: int = 0
    files: int = 0

    def add(self, title: str, languages: str, outcome: str) -> Line:
        line = Line(title, languages, outcome)
        self.lines.append(line)
        return line

    def leave_out(self, title: str, language: str, reason: str) -> None:
        self.add(title, language, LEFT_OUT).remarks.append(reason)

    def counts(self) -> dict[str, int]:
        """Return how many pages had each outcome."""
        return dict(Counter(str(line.outcome) for line in self.lines))
