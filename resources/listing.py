"""What a visitor sees of the knowledge base: the documents that all filters leave, page by page."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from core.languages import current_language
from core.texts import Text, text
from core.word_search import pages_with
from resources.document_languages import language_name
from resources.facets import FacetFilter, filters_for
from resources.labels import Label, labels
from resources.models.facets import REGION, SECTOR, THEME, TYPE
from resources.models.resource_page import ResourcePage
from resources.models.taxonomies import Region, ResourceType, Sector, Theme
from resources.queries import NEWEST, SORTS, WORDS, Counts, Selected, count, documents

ON_A_PAGE = 15
WORDS_OF_SUMMARY = 40
LONGEST_NUMBER = 6
LONGEST_WORDS = 300
LISTS = {TYPE: ResourceType, SECTOR: Sector, THEME: Theme, REGION: Region}


@dataclass(frozen=True)
class ResourceEntry:
    """A document in the reader's language, as a list shows it."""

    title: Text
    url: str
    type_name: Text | None
    byline: str
    year: int | None
    languages: list[str]
    summary: Text
    is_sample: bool


@dataclass(frozen=True)
class SortChoice:
    """An order of the list, and the link to it."""

    name: str
    label: str
    url: str
    is_current: bool


class ResourceList:
    """The list for one request: what was asked for, how many there are, and one page of them."""

    def __init__(self, query, path):
        self.path = path
        self.labels = labels({name: m.objects.all() for name, m in LISTS.items()})
        self.facets = filters_for(query, self.labels)
        self.words = _words(query.get("q", ""))
        self.pages_with_words = pages_with(self.words, ResourcePage.search_kind)
        self.sort = query.get("sort", "")
        self.sort = self.sort if self.sort in SORTS else NEWEST
        self.opened = query.get("all", "")
        self.counts: Counts = count(self.selected, current_language())
        self.number = _page_number(query.get("page", ""), self.page_count)
        for facet in self.facets:
            facet.offer(self.counts.values[facet.name], self.url, self.opened)

    @property
    def selected(self) -> dict[str, Selected]:
        """Return the stored value of each filter that is set, and what has the words that are asked for."""
        found = {facet.name: facet.stored for facet in self.facets if facet.stored}
        if self.pages_with_words is not None:
            found[WORDS] = self.pages_with_words
        return found

    @property
    def active(self) -> list[FacetFilter]:
        """Return the filters that are set, each with the link that takes it away."""
        return [facet for facet in self.facets if facet.value]

    @property
    def is_filtered(self) -> bool:
        return bool(self.active or self.words)

    @property
    def number_chosen(self) -> int:
        """Return how many things can be taken away one by one."""
        return len(self.active) + bool(self.words)

    @property
    def without_words_url(self) -> str:
        return self.url(q="")

    @property
    def kept(self) -> dict[str, str]:
        """Return what a search for words keeps of the address."""
        kept = {facet.name: facet.value for facet in self.active}
        return kept if self.sort == NEWEST else {**kept, "sort": self.sort}

    @property
    def problems(self) -> list[str]:
        """Return what was asked for in the address but does not exist."""
        return [facet.problem for facet in self.facets if facet.problem]

    @property
    def total(self) -> int:
        return self.counts.total

    @property
    def page_count(self) -> int:
        return max(1, -(-self.counts.total // ON_A_PAGE))

    @cached_property
    def entries(self) -> list[ResourceEntry]:
        """Return the documents of the page that was asked for."""
        if not self.total:
            return []
        start = (self.number - 1) * ON_A_PAGE
        found = documents(self.selected, current_language(), self.sort)
        types = {label.pk: label for label in self.labels[TYPE]}
        return [entry(page, types) for page in found[start : start + ON_A_PAGE].rows()]

    @property
    def sorts(self) -> list[SortChoice]:
        names = {"newest": _("Newest"), "oldest": _("Oldest"), "title": _("By title")}
        return [
            SortChoice(name, label, self.url(sort=name), name == self.sort)
            for name, label in names.items()
        ]

    @property
    def previous_url(self) -> str:
        return self.url(page=self.number - 1) if self.number > 1 else ""

    @property
    def next_url(self) -> str:
        return self.url(page=self.number + 1) if self.number < self.page_count else ""

    @property
    def feed_url(self) -> str:
        """Return the feed of what the filters leave."""
        return self.url(format="atom", sort=NEWEST)

    @property
    def is_plain(self) -> bool:
        """Tell whether this is the list as search engines should know it: nothing chosen."""
        return not self.is_filtered and self.sort == NEWEST

    def url(self, **changes) -> str:
        """Return the address of this list with something else chosen; another choice starts at its first page."""
        values = {facet.name: facet.value for facet in self.facets}
        values = {"q": self.words, **values, "sort": self.sort, **changes}
        if values["sort"] == NEWEST:
            del values["sort"]
        if values.get("page") == 1:
            del values["page"]
        query = urlencode({name: value for name, value in values.items() if value})
        return f"{self.path}?{query}" if query else self.path


def _words(given: str) -> str:
    """Return the words that are asked for, as an address can repeat them."""
    printable = "".join(sign if sign.isprintable() else " " for sign in given)
    return " ".join(printable[:LONGEST_WORDS].split())


def _page_number(given: str, last: int) -> int:
    is_number = given.isascii() and given.isdecimal() and len(given) <= LONGEST_NUMBER
    return min(max(int(given), 1), last) if is_number else 1


def entry(page, types: dict[int, Label]) -> ResourceEntry:
    """Return `page` as a list shows it."""
    abstract = text(page, "abstract")
    summary = Truncator(str(abstract)).words(WORDS_OF_SUMMARY, truncate="…")
    known = types.get(page.type_id)
    return ResourceEntry(
        title=page.shown_title,
        url=page.get_url(),
        type_name=known and known.name,
        byline=page.byline,
        year=page.year,
        languages=[language_name(code) for code in page.file_languages.split(",")],
        summary=abstract.part(summary),
        is_sample=page.is_sample,
    )
