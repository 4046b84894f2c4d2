"""One document of a file: what it says, cleaned, and all that is wrong with it."""

import hashlib
import re
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.text import slugify
from django.utils.translation import gettext as _

from resources.citations.record import ARTICLE, Author, Record, one_line
from resources.identifiers import bare_doi, is_doi, is_isbn

LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
YEAR = re.compile(r"[12]\d{3}")
LONGEST_KEY = 64
SHOWN_LENGTH = 60

is_address = URLValidator(schemes=["https", "http"])


class Fault(str):
    """What is wrong with a document of a file, in words, and the field that it concerns."""

    def __new__(cls, message, field_name=""):
        fault = super().__new__(cls, message)
        fault.field_name = field_name
        return fault


@dataclass
class Row:
    """A document as a file gives it; `words` holds what it is sorted by, in the words of the file."""

    line: int
    values: dict[str, str] = field(default_factory=dict)
    authors: list[Author] = field(default_factory=list)
    words: dict[str, list[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    # The key that the file itself gives, known once the record is read.
    given_key: str = ""

    def record(self) -> Record:
        """Return the document, what cannot be left out of it, and note each fault."""
        texts = {name: one_line(value) for name, value in self.values.items()}
        title = texts.pop("title", "")
        if not title:
            self.faults.append(Fault(_("The title is missing."), "title"))
        texts["year"] = self._number(texts.get("year", ""), self._year)
        texts["month"] = self._number(texts.get("month", ""), self._month)
        texts["doi"] = self._doi(texts.get("doi", ""))
        texts["isbn"] = self._isbn(texts.get("isbn", ""))
        texts["url"] = self._url(texts.get("url", ""))
        texts["language"] = self._language(texts.get("language", ""))
        self.given_key = texts.get("key", "")
        texts["key"] = self.given_key or self._key(title, texts)
        if texts.get("kind") == ARTICLE and not texts.get("journal"):
            texts["journal"] = texts.pop("series", "")
        return Record(title=title, authors=tuple(self.authors), **texts)

    def _number(self, value, read):
        return read(value) if value else None

    def _year(self, value):
        if YEAR.fullmatch(value):
            return int(value)
        return self._wrong(
            "year", _("“%s” is no year. Write it like 2019."), value, None
        )

    def _month(self, value):
        if value.isdecimal() and 1 <= int(value) <= 12:
            return int(value)
        message = _("“%s” is no month. Write a number from 1 to 12.")
        return self._wrong("month", message, value, None)

    def _doi(self, value):
        bare = bare_doi(value)
        if not bare or is_doi(bare):
            return bare
        return self._wrong(
            "doi", _("“%s” is no DOI. Write it like 10.1000/182."), value
        )

    def _isbn(self, value):
        if not value or is_isbn(value):
            return value
        message = _("“%s” is no ISBN. Compare its figures with the document.")
        return self._wrong("isbn", message, value)

    def _url(self, value):
        try:
            if value:
                is_address(value)
        except ValidationError:
            message = _("“%s” is no address. Write it whole, with https:// before it.")
            return self._wrong("url", message, value)
        return value

    def _language(self, value):
        code = value.lower().replace("_", "-")
        if not code or LANGUAGE.fullmatch(code):
            return code
        message = _("“%s” is no code of a language. Write two or three letters.")
        return self._wrong("language", message, value)

    def _wrong(self, name, message, value, instead=""):
        self.faults.append(Fault(message % value[:SHOWN_LENGTH], name))
        return instead

    def _key(self, title, texts):
        """Return a key that the same document gets in every file."""
        if texts["doi"]:
            return slugify(texts["doi"].replace("/", "-").replace(".", "-"))
        first = self.authors[0] if self.authors else Author()
        words = f"{first.family or first.name} {texts['year'] or ''} {title}"
        key = slugify(words) or slugify(words, allow_unicode=True)
        if len(key) <= LONGEST_KEY:
            return key
        # Long titles often differ in their last words alone.
        digest = hashlib.sha256(key.encode()).hexdigest()[:8]
        return f"{key[: LONGEST_KEY - 9].strip('-')}-{digest}"


def author_of(name: str, **role) -> Author | None:
    """Return whom `Family, Given` names; a name without a comma is a body."""
    name = one_line(name)
    if not name:
        return None
    family, comma, given = name.partition(",")
    if not comma:
        return Author(name=name, **role)
    return Author(family.strip(), given.strip(), **role)
