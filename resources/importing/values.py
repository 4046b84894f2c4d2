"""What a document of a file gives the fields of its page."""

from dataclasses import dataclass, field

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from core.languages import column, columns, content_languages, default_language
from resources.citations.record import Author
from resources.document_languages import language_codes
from resources.importing.files import Found
from resources.importing.rows import Fault
from resources.models import ResourcePage

# Fields of the page that a record names otherwise, and those it names alike.
NAMES = {"page_range": "pages", "link": "url"}
ALIKE = (
    "year",
    "month",
    "series",
    "journal",
    "volume",
    "number",
    "publisher",
    "place",
    "isbn",
    "doi",
)
LONGEST_TITLE = 250


@dataclass
class Values:
    """What a file gives a page; what it does not give is not here, and stays as it is."""

    fields: dict = field(default_factory=dict)
    lists: dict[str, list] = field(default_factory=dict)
    # Only for a page that is new: its titles, which editors may have bettered.
    new: dict = field(default_factory=dict)
    authors: list[Author] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def write(self, page: ResourcePage):
        for name, value in {**self.fields, **self.lists}.items():
            setattr(page, name, value)

    def changes(self, page: ResourcePage) -> bool:
        """Tell whether writing would change anything of `page`."""
        if any(getattr(page, name) != value for name, value in self.fields.items()):
            return True
        return any(
            {entry.pk for entry in getattr(page, name).all()}
            != {entry.pk for entry in entries}
            for name, entries in self.lists.items()
        )


def values_of(found: Found, vocabulary, options) -> Values:
    """Return what `found` gives a page, with every fault of it."""
    record, words = found.record, found.words
    values = Values(authors=list(record.authors), faults=list(found.faults))
    given = {name: getattr(record, name) for name in ALIKE}
    given |= {name: getattr(record, other) for name, other in NAMES.items()}
    given["original_title"] = record.title
    given["original_language"] = _language(record, options, values.faults)
    given["catalogue_key"] = found.given_key
    given["type"] = _type(found, vocabulary, options, values.faults)
    regions = vocabulary.find("region", words.get("region", []), values.faults)
    given["region"] = regions[0] if regions else None
    given["countries"] = vocabulary.find_countries(
        words.get("countries", []), values.faults
    )
    given |= _abstracts(record, words, given["original_language"])
    values.fields = {name: value for name, value in given.items() if value}
    for name in ("sectors", "themes"):
        entries = vocabulary.find(name, words.get(name, []), values.faults)
        entries = entries or vocabulary.meant_by(words.get("keywords", []), name)
        if entries:
            values.lists[name] = entries
    values.new = _titles(record, words, given["original_language"])
    return values


def _language(record, options, faults):
    code = record.language or options.default_language
    if not code:
        message = _(
            "The language is missing. Add it, or choose one for all that have none."
        )
        faults.append(Fault(message, "language"))
    elif code.split("-")[0] not in language_codes():
        message = _(
            "“%(value)s” is no code of a language. Write two or three letters, such as fr."
        )
        faults.append(Fault(message % {"value": code[:60]}, "language"))
    return code


def _type(found, vocabulary, options, faults):
    named = vocabulary.find("type", found.words.get("type", [])[:1], faults)
    if named or found.words.get("type"):
        return named[0] if named else None
    if known := vocabulary.type_cited_as(found.record.kind):
        return known
    if options.default_type:
        return next(iter(vocabulary.find("type", [options.default_type], faults)), None)
    message = _("The type is missing. Add it, or choose one for all that have none.")
    faults.append(Fault(message, "type"))
    return None


def _abstracts(record, words, language):
    told = {name: words[name][0] for name in columns("abstract") if words.get(name)}
    if record.abstract:
        known = language if language in content_languages() else default_language()
        told.setdefault(column("abstract", known), record.abstract)
    return told


def _titles(record, words, language):
    """Return the titles of a new page: those of the file, else the document's own."""
    titles = {name: words[name][0] for name in columns("title") if words.get(name)}
    own = {default_language()} | ({language} & set(content_languages()))
    for code in own:
        titles.setdefault(column("title", code), record.title)
    return {
        name: Truncator(title).chars(LONGEST_TITLE) for name, title in titles.items()
    }
