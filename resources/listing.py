"""What a visitor sees of the knowledge base: the documents that all facets leave, page by page."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from core.facets import FacetedList
from core.languages import current_language
from core.texts import Text, text
from core.word_search import pages_with
from resources.document_languages import language_name
from resources.facets import facets_for
from resources.labels import Label
from resources.models.facets import TYPE
from resources.models.resource_page import ResourcePage
from resources.queries import NEWEST, SORTS, WORDS, Answer, Asked, Selected, ask

ON_A_PAGE = 15
WORDS_OF_SUMMARY = 40
LONGEST_NUMBER = 6
LONGEST_WORDS = 300


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


class ResourceList(FacetedList):
    """The list for one request: what was asked for, how many there are, and one page of them."""

    def __init__(self, query, path):
        self.path = path
        self.facets = facets_for(query)
        self.words = _words(query.get("q", ""))
        self.pages_with_words = pages_with(self.words, ResourcePage.search_kind)
        self.sort = query.get("sort", "")
        self.sort = self.sort if self.sort in SORTS else NEWEST
        self.number = _page_number(query.get("page", ""))
        self.answer: Answer = self._answer()
        for facet in self.facets:
            facet.offer(self.answer.counts[facet.name])

    def _answer(self):
        """Ask once; again only where the address holds what cannot be."""
        answer = self._ask()
        settled = [
            facet.settle(answer.labels[facet.name])
            for facet in self.facets
            if facet.name in answer.labels
        ]
        if any(settled):
            answer = self._ask()
        last = _page_count(answer)
        if self.number > last:
            self.number = last
            answer = self._ask()
        return answer

    def _ask(self):
        start = (self.number - 1) * ON_A_PAGE
        part = slice(start, start + ON_A_PAGE)
        return ask(Asked(self.selected, current_language(), self.sort, part))

    @property
    def selected(self) -> dict[str, Selected]:
        """Return the values of each facet in which some are chosen, and what has the words that are asked for."""
        found = {facet.name: facet.values for facet in self.facets if facet.values}
        if self.pages_with_words is not None:
            found[WORDS] = self.pages_with_words
        return found

    @property
    def kept(self) -> dict[str, str]:
        return {"q": self.words, "sort": "" if self.sort == NEWEST else self.sort}

    @property
    def kept_by_words(self) -> list[tuple[str, str]]:
        """Return what a search for words keeps of the address."""
        chosen = [(f.name, value) for f in self.facets for value in f.values]
        return [*chosen, ("sort", self.sort)] if self.kept["sort"] else chosen

    @property
    def total(self) -> int:
        return self.answer.total

    @property
    def page_count(self) -> int:
        return _page_count(self.answer)

    @cached_property
    def entries(self) -> list[ResourceEntry]:
        """Return the documents of the page that was asked for."""
        types = {label.pk: label for label in self.answer.labels[TYPE]}
        return [entry(page, types) for page in self.answer.pages]

    @property
    def sorts(self) -> list[SortChoice]:
        names = {"newest": _("Newest"), "oldest": _("Oldest"), "title": _("By title")}
        return [
            SortChoice(name, label, self._sorted_url(name), name == self.sort)
            for name, label in names.items()
        ]

    def _sorted_url(self, name):
        return self.url(sort="" if name == NEWEST else name)

    @property
    def previous_url(self) -> str:
        before = self.number - 1
        return self.url(page=before if before > 1 else "") if before else ""

    @property
    def next_url(self) -> str:
        return self.url(page=self.number + 1) if self.number < self.page_count else ""

    @property
    def feed_url(self) -> str:
        """Return the feed of what the filters leave."""
        return self.url(format="atom", sort="")

    @property
    def is_plain(self) -> bool:
        """Tell whether this is the list as search engines should know it: nothing chosen."""
        return not self.is_filtered and self.sort == NEWEST


def _words(given: str) -> str:
    """Return the words that are asked for, as an address can repeat them."""
    printable = "".join(sign if sign.isprintable() else " " for sign in given)
    return " ".join(printable[:LONGEST_WORDS].split())


def _page_number(given: str) -> int:
    is_number = given.isascii() and given.isdecimal() and len(given) <= LONGEST_NUMBER
    return max(int(given), 1) if is_number else 1


def _page_count(answer) -> int:
    return max(1, -(-answer.total // ON_A_PAGE))


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
