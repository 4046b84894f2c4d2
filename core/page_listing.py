"""Lists of pages in the admin: each with the icon of its type and the languages it is offered in."""

from copy import copy

from django.apps import apps
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.ui.tables.pages import PageTitleColumn
from wagtail.admin.views.pages.create import AddSubpageView
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.views.pages.search import SearchView
from wagtail.models import get_page_models

from core.models import SitePage

# What a telephone has no room for: the icon tells the type, the history of a page the date.
DETAILS = {"latest_revision_created_at", "parent", "type", "updated"}


class TitleWithIconColumn(PageTitleColumn):
    """The title of a page, after the icon of its type."""

    cell_template_name = "core/listing/title_cell.html"


class LanguagesColumn(BaseColumn):
    """How much of a page is written in each language."""

    cell_template_name = "core/listing/languages_cell.html"


def with_languages(columns):
    """Return `columns` with the icon before the title, and the languages after it."""
    return [shown for column in columns for shown in _shown_for(column)]


def without_details(columns):
    """Return `columns` such that a telephone leaves out what it has no room for."""
    return [_marked(column) if column.name in DETAILS else column for column in columns]


def _marked(column):
    column = copy(column)
    column.classname = f"{column.classname or ''} page-listing__detail".strip()
    column.header = Column.Header(column)
    return column


def _shown_for(column):
    if column.name in DETAILS:
        column = _marked(column)
    if column.name != "title":
        return [column]
    title = TitleWithIconColumn(
        column.name,
        label=column.label,
        sort_key=column.sort_key,
        classname=column.classname,
    )
    return [title, LanguagesColumn("languages", label=_("Languages"), width="11%")]


class PageExplorerView(ExplorableIndexView):
    """Lists the pages below a page."""

    base_columns = with_languages(ExplorableIndexView.base_columns)


class PageSearchView(SearchView):
    """Lists the pages that a search found."""

    @classproperty
    def columns(cls):
        return with_languages(super().columns)

    def get_context_data(self, **kwargs):
        names = {
            "verbose_name": SitePage._meta.verbose_name,
            "verbose_name_plural": SitePage._meta.verbose_name_plural,
        }
        # Wagtail counts "6 None" without them.
        return {**super().get_context_data(**kwargs), **names}


class PageTypesView(AddSubpageView):
    """Offers the types of page that may stand below a page, each with its icon."""

    template_name = "core/listing/page_types.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        icons = [apps.get_model(*names[1:3]).icon for names in self.page_types]
        return {**context, "types_with_icons": zip(self.page_types, icons, strict=True)}


def icon_templates() -> list[str]:
    """Return the templates of the icons of the page types, which are all of our own."""
    return [
        f"icons/{model.icon}.svg"
        for model in get_page_models()
        if model is not SitePage
    ]
