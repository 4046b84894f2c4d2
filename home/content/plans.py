"""Checks content as a whole, before anything is written, and says what there is to load."""

from dataclasses import dataclass, field

from home.content.faults import Place
from home.content.formats import PageType


@dataclass
class RowPlan:
    """A row of a page, and what a file gives it."""

    anchor: str
    place: Place
    assignments: list = field(default_factory=list)


@dataclass
class PagePlan:
    """A page, and what a file gives it."""

    key: str
    place: Place
    page_type: PageType
    page: object = None
    parent_key: str | None = None
    is_published: bool = True
    assignments: list = field(default_factory=list)
    rows: dict[str, list[RowPlan]] = field(default_factory=dict)

    @property
    def is_new(self) -> bool:
        return self.page is None

    def told(self, column_name: str):
        """Return what the file gives `column_name`, None where it says nothing."""
        for assignment in self.assignments:
            if assignment.column == column_name:
                return assignment.told
        return None


@dataclass
class MenuPlan:
    """The links of a menu: keys of pages, with labels by column."""

    place: str
    items: list[dict] = field(default_factory=list)


@dataclass
class SitePlan:
    """What a file gives the site settings."""

    assignments: list = field(default_factory=list)
    menus: list[MenuPlan] = field(default_factory=list)
    social_links: list[dict] | None = None


@dataclass
class RedirectPlan:
    """An old path, and where it leads: a page in one language, or an address."""

    old_path: str
    key: str | None = None
    language: str | None = None
    url: str = ""
    is_permanent: bool = True
    is_automatic: bool = False


@dataclass
class Plan:
    """Everything there is to load, pages in the order in which they can be made."""

    pages: dict[str, PagePlan] = field(default_factory=dict)
    site: SitePlan = field(default_factory=SitePlan)
    redirects: list[RedirectPlan] = field(default_factory=list)
    vocabularies: dict[str, list] = field(default_factory=dict)
    documents: list = field(default_factory=list)
    waiting: dict[str, int] = field(default_factory=dict)
