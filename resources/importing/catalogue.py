"""Knows the documents that the site has, so that no file makes one of them twice."""

import re
import unicodedata

from resources.citations.record import Record
from resources.identifiers import isbn_figures
from resources.importing.files import Found
from resources.models import ResourceAuthor, ResourcePage

NOT_WORDS = re.compile(r"[\W_]+")


class Catalogue:
    """Finds a document by its DOI, its ISBN, the key that files give it, or title, year and first author."""

    def __init__(self):
        self.known: dict[str, int] = {}
        first_authors = {}
        authors = ResourceAuthor.objects.order_by("page", "-sort_order")
        for page, family, name in authors.values_list("page", "family", "name"):
            first_authors[page] = family or name
        names = ("pk", "doi", "isbn", "catalogue_key", "original_title", "year")
        for pk, doi, isbn, key, title, year in ResourcePage.objects.values_list(*names):
            author = first_authors.get(pk, "")
            self._learn(pk, identities(doi, isbn, key, title, year, author))

    def find(self, found: Found) -> int | None:
        """Return the id of the page that is `found`, or None."""
        known = (self.known.get(name) for name in identities_of(found))
        return next(filter(None, known), None)

    def learn(self, found: Found, pk: int):
        """Take in that `found` is the page `pk` now."""
        self._learn(pk, identities_of(found))

    def _learn(self, pk, names):
        for name in names:
            self.known.setdefault(name, pk)


def identities_of(found: Found) -> list[str]:
    """Return what `found` may be known by, the surest first."""
    record: Record = found.record
    creators = record.authors
    author = (creators[0].family or creators[0].name) if creators else ""
    key = found.given_key
    return identities(record.doi, record.isbn, key, record.title, record.year, author)


def identities(doi, isbn, key, title, year, author) -> list[str]:
    names = [
        doi and f"doi:{doi.lower()}",
        isbn and f"isbn:{isbn_figures(isbn)}",
        key and f"key:{key}",
        # What has an identity of its own is no other document because it is called alike.
        not (doi or isbn or key)
        and f"words:{folded(title)}|{year or ''}|{folded(author)}",
    ]
    return [name for name in names if name]


def folded(words: str) -> str:
    """Return `words` without what two catalogues may write differently."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return NOT_WORDS.sub(" ", letters).strip()
