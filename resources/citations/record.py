"""What is known of a document, as far as citing it goes; no database is needed."""

import re
from dataclasses import dataclass, field

REPORT, BOOK, ARTICLE, DOCUMENT = "report", "book", "article-journal", "document"
KINDS = (REPORT, BOOK, ARTICLE, DOCUMENT)
AUTHOR, EDITOR = "author", "editor"

UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]+")


@dataclass(frozen=True)
class Author:
    """A person with a family and a given name, or a body with one name that is never taken apart."""

    family: str = ""
    given: str = ""
    name: str = ""
    role: str = AUTHOR

    @property
    def is_corporate(self) -> bool:
        return bool(self.name)

    @property
    def inverted(self) -> str:
        """Return the name as lists sort it: `Chen, Martha`."""
        return self.name or ", ".join(filter(None, (self.family, self.given)))

    @property
    def natural(self) -> str:
        """Return the name as it is said: `Martha Chen`."""
        return self.name or " ".join(filter(None, (self.given, self.family)))

    @property
    def initials(self) -> str:
        """Return the given names as initials: `A. C.`, and `J.-P.` for Jean-Paul."""
        return " ".join(
            "-".join(f"{part[0].upper()}." for part in word.split("-") if part)
            for word in self.given.split()
            if word.strip("-")
        )


@dataclass(frozen=True)
class Record:
    """A document; what is not known is empty."""

    key: str
    title: str
    kind: str = REPORT
    language: str = ""
    authors: tuple[Author, ...] = field(default=())
    year: int | None = None
    month: int | None = None
    series: str = ""
    journal: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    publisher: str = ""
    place: str = ""
    isbn: str = ""
    doi: str = ""
    url: str = ""
    abstract: str = ""

    @property
    def link(self) -> str:
        """Return where the document is for good: its DOI, or its address."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url

    @property
    def creators(self) -> tuple[Author, ...]:
        """Return who stands first in a citation: the authors, or the editors where there are none."""
        return tuple(a for a in self.authors if a.role == AUTHOR) or self.authors

    @property
    def is_edited(self) -> bool:
        """Tell whether those who stand first only edited the document."""
        return bool(self.authors) and all(a.role == EDITOR for a in self.authors)


def one_line(value) -> str:
    """Return `value` on one line, without characters that nobody sees."""
    return UNSEEN.sub(" ", str(value)).strip()
