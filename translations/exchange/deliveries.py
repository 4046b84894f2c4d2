"""What goes out to a translator in a file, and what comes back in it."""

import hashlib
import re
from dataclasses import dataclass, field
from enum import StrEnum

from django.conf import settings

from translations.exchange.markup import normal, tidy_lines
from translations.units import Kind, Unit

NOTHING = "-"


class Format(StrEnum):
    """A kind of file that translators work on."""

    XLIFF = "xliff"
    PO = "po"
    CSV = "csv"

    @property
    def extension(self) -> str:
        return {"xliff": ".xlf", "po": ".po", "csv": ".csv"}[self.value]

    @property
    def content_type(self) -> str:
        return {
            "xliff": "application/x-xliff+xml",
            "po": "text/x-gettext-translation; charset=utf-8",
            "csv": "text/csv; charset=utf-8",
        }[self.value]


class State(StrEnum):
    """How far a translation is, as far as the file says."""

    NEW = "new"
    NEEDS_WORK = "needs-work"
    TRANSLATED = "translated"
    APPROVED = "approved"


@dataclass(frozen=True)
class Standing:
    """What a file says about a translation besides its text."""

    state: State = State.TRANSLATED
    # The source that an outdated translation was made from.
    previous_source: str = ""
    # What translators said to one another about the text.
    comment: str = ""


@dataclass(frozen=True)
class Fingerprints:
    """What a text and its source were when the file left; None where the file lost it."""

    source: str | None = None
    target: str | None = None
    # Of the translation as it stands in the file, to see whether anybody touched it.
    text: str | None = None

    FORM = re.compile(r"source=(\S+)\s+target=(\S+)\s+text=(\S+)")

    def __str__(self):
        values = (self.source, self.target, self.text)
        source, target, text = (value or NOTHING for value in values)
        return f"source={source} target={target} text={text}"

    @classmethod
    def of(cls, written: str) -> "Fingerprints":
        """Return what was written into a file, or nothing where it is not ours."""
        match = cls.FORM.fullmatch(written.strip())
        if not match:
            return cls()
        return cls(*("" if value == NOTHING else value for value in match.groups()))


@dataclass(frozen=True)
class DeliveredUnit:
    """A text in a file, with everything that the file says of it."""

    key: str
    kind: Kind
    source_language: str
    target_language: str
    source: str
    target: str = ""
    label: str = ""
    note: str = ""
    comment: str = ""
    previous_source: str = ""
    state: State = State.NEW
    fingerprints: Fingerprints = field(default_factory=Fingerprints)
    max_length: int | None = None
    # What is wrong with the unit alone, for whoever made the file.
    fault: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)

    @property
    def is_untouched(self) -> bool:
        """Whether the file holds the translation that it left with."""
        return self.fingerprints.text == digest(self.target)


@dataclass(frozen=True)
class Delivery:
    """All texts of one file."""

    format: Format
    units: tuple[DeliveredUnit, ...]


@dataclass(frozen=True)
class Limits:
    """How much a file may hold before it is refused unread."""

    bytes: int = 10_000_000
    units: int = 20_000
    depth: int = 40

    @classmethod
    def from_settings(cls) -> "Limits":
        """Return the limits of this site: the setting TRANSLATIONS_EXCHANGE_LIMITS."""
        return cls(**getattr(settings, "TRANSLATIONS_EXCHANGE_LIMITS", {}))


class ExchangeError(Exception):
    """Says what is wrong with a file, where, and what to do; nothing of it is taken."""


def digest(text: str) -> str:
    """Return a short name of `text` as it stands in a file; nothing for an empty text."""
    return hashlib.sha256(text.encode()).hexdigest()[:12] if text else ""


def leaving(unit: Unit, standing: Standing | None) -> DeliveredUnit:
    """Return `unit` as it goes out."""
    standing = standing or Standing()
    target = normal(unit.target, unit.kind)
    return DeliveredUnit(
        key=unit.key,
        kind=unit.kind,
        source_language=unit.source_language,
        target_language=unit.target_language,
        source=normal(unit.source, unit.kind),
        target=target,
        label=tidy_lines(unit.label),
        note=tidy_lines(unit.note),
        comment=tidy_lines(standing.comment),
        previous_source=normal(standing.previous_source, unit.kind),
        state=standing.state if target else State.NEW,
        fingerprints=Fingerprints(
            unit.source_fingerprint, unit.target_fingerprint, digest(target)
        ),
        max_length=unit.max_length,
    )
