"""Filters of a list that work as plain links, without JavaScript."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.utils.translation import gettext as _

SHOWN_LENGTH = 40


@dataclass(frozen=True)
class Choice:
    """One value of a filter: its label, the link that chooses it, and how much it leaves."""

    value: str
    label: str
    url: str
    count: int
    is_current: bool = False


@dataclass
class Filter:
    """A filter of a list, read from the address; a value it does not know is left out and told."""

    name: str
    label: str
    labels: dict[str, str]
    value: str = ""
    problem: str = ""
    choices: list[Choice] = field(default_factory=list)

    def read(self, query) -> "Filter":
        """Take the value from `query`, if it is one of the labels."""
        value = query.get(self.name, "").strip()
        if value in self.labels:
            self.value = value
        elif value:
            self.problem = _("“%(value)s” is not in this list, so it was left out.") % {
                "value": value[:SHOWN_LENGTH]
            }
        return self

    def offer(self, path, others, count, everything):
        """Make the choices: `everything` first, then each value that leaves something."""
        labels = {"": everything, **self.labels}
        for value, label in labels.items():
            number = count(value)
            if value and not number and value != self.value:
                continue
            values = {**others, self.name: value}
            query = urlencode({name: text for name, text in values.items() if text})
            self.choices.append(
                Choice(
                    value=value,
                    label=label,
                    url=f"{path}?{query}" if query else path,
                    count=number,
                    is_current=value == self.value,
                )
            )
