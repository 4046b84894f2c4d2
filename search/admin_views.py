"""What people of the admin see of searches: the report on those without results, and the demand in their languages."""

from django.core.cache import cache
from django.core.paginator import Paginator
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from core.languages import native_name
from core.permissions import languages_for_user
from core.spreadsheets import csv_response
from search.fruitless import demand
from search.templatetags.search_tags import language_names

ROWS_A_PAGE = 50
SHOWN_AT_HOME = 5
# Seconds: what is counted over months is not read anew for every page of the queue.
KEPT_FOR = 300


class FruitlessSearchesView(WagtailAdminTemplateMixin, TemplateView):
    """Shows each person what is searched in vain in the languages that they write."""

    template_name = "search/reports/fruitless.html"
    page_title = _("Searches without results")
    header_icon = "search"

    @cached_property
    def languages(self) -> list[str]:
        return languages_for_user(self.request.user)

    @property
    def language(self) -> str:
        """Return the language asked for, or nothing where it is none of the person's."""
        asked = self.request.GET.get("language", "")
        return asked if asked in self.languages else ""

    def get(self, request, *args, **kwargs):
        if request.GET.get("export") == "csv":
            return self.as_file()
        return super().get(request, *args, **kwargs)

    def as_file(self):
        """Return all of them as a file for a spreadsheet."""
        heading = [
            _("Searched words"),
            _("Language"),
            _("Times"),
            _("Found in"),
            _("Last searched"),
        ]
        rows = (
            [
                row.words,
                native_name(row.language),
                row.count,
                language_names(row.found_in),
                row.last_on.isoformat(),
            ]
            for row in self.rows()
        )
        return csv_response("searches.csv", heading, rows)

    def rows(self):
        return demand([self.language] if self.language else self.languages)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        paginator = Paginator(self.rows(), ROWS_A_PAGE)
        rows = paginator.get_page(self.request.GET.get("p"))
        return {
            **super().get_context_data(**kwargs),
            "language": self.language,
            "languages": [(code, native_name(code)) for code in self.languages],
            "rows": rows,
            "elided_page_range": paginator.get_elided_page_range(rows.number),
        }


class DemandPanel(Component):
    """Tells translators what readers look for in their language and find only in another."""

    name = "search_demand"
    template_name = "search/reports/demand.html"
    # Behind the work on translations.
    order = 55

    def __init__(self, user):
        languages = languages_for_user(user)
        key = f"search-demand-{'-'.join(languages)}"
        self.rows = cache.get_or_set(key, lambda: _most_wanted(languages), KEPT_FOR)

    def get_context_data(self, parent_context):
        return {"rows": self.rows}


def _most_wanted(languages):
    rows = demand(languages).exclude(found_in="")
    return list(rows[:SHOWN_AT_HOME])
