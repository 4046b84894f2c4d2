"""All pages at a glance: a row for each, a column for each language."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import BaseListingView
from wagtail.permissions import policy_registry

from core.languages import content_languages, native_name
from core.models import SitePage
from translations.queue.access import edit_url
from translations.queue.overview_rows import read_rows
from translations.queue.views import CountedPagesMixin, TranslatorsMixin


class LanguageStateColumn(Column):
    """How far a page is in one language, in words, with the way to translate it."""

    cell_template_name = "translations/queue/overview_cell.html"

    def __init__(self, language, user):
        super().__init__(language, label=native_name(language))
        self.language = language
        self.user = user

    def get_value(self, page):
        versions = {version.language: version for version in page.shown_versions}
        return versions.get(self.language)

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        version = self.get_value(instance)
        url = edit_url(version, self.user) if version else ""
        return {**context, "version": version, "url": url, "page": instance}


class OverviewView(CountedPagesMixin, TranslatorsMixin, BaseListingView):
    """Lists the pages in the order of the tree, and how far each is in every language."""

    template_name = "translations/queue/overview.html"
    page_title = _("Translations")
    header_icon = "clipboard-list"
    index_url_name = "translations_overview"
    index_results_url_name = "translations_overview_results"
    paginate_by = 50
    is_searchable = True
    search_backend_name = None
    verbose_name_plural = SitePage._meta.verbose_name_plural

    @cached_property
    def columns(self):
        user = self.request.user
        return [
            TitleColumn("title", label=_("Title"), url_name="wagtailadmin_pages:edit"),
            *(LanguageStateColumn(code, user) for code in content_languages()),
        ]

    def get_base_queryset(self):
        policy = policy_registry.get_by_type(SitePage)
        pages = policy.instances_user_has_permission_for(self.request.user, "change")
        return pages.filter(depth__gt=1).order_by("path")

    def read_page(self, queryset, start, stop):
        return read_rows(queryset, start, stop)

    def search_queryset(self, queryset):
        return queryset.filter(title__icontains=self.search_query)
