"""The fields of documents, of their authors and of their files, as content files name them."""

from home.content.kinds import Choices, Flag, LibraryFile, PageLink, Plain, Shared
from home.content.list_kinds import Entries, Entry, Number

AUTHOR = {name: Shared(name) for name in ("family", "given", "name", "role")}

FILE = {
    "document": LibraryFile("document"),
    "language": Shared("language"),
    "pages": Number("pages"),
}

RESOURCE = {
    "abstract": Plain("abstract"),
    **{name: Shared(name) for name in ("original_title", "original_language")},
    "type": Entry("type"),
    "sectors": Entries("sectors"),
    "themes": Entries("themes"),
    "region": Entry("region"),
    "countries": Choices("countries"),
    "year": Number("year"),
    "month": Number("month"),
    **{name: Shared(name) for name in ("series", "number", "journal", "volume")},
    **{name: Shared(name) for name in ("page_range", "publisher", "place")},
    **{name: Shared(name) for name in ("isbn", "doi", "link", "catalogue_key")},
    "translation_of": PageLink("translation_of"),
    "is_sample": Flag("is_sample"),
}
