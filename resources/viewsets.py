"""The admin's lists by which documents are sorted."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSetGroup

from core.languages import column, columns, content_languages, native_name
from core.snippet_views import MergingSnippetViewSet
from resources.models import Region, ResourceType, Sector, Theme


class CategoryListView(IndexView):
    """Lists the entries, a column for each language under its own name."""

    @cached_property
    def columns(self):
        found = super().columns
        first = content_languages()[0]
        for shown in found:
            if shown.name == column("label", first):
                shown.label = native_name(first)
        return found


def _language_column(language):
    name = column("label", language)
    return Column(name, native_name(language), accessor=name, sort_key=name)


class CategoryViewSet(MergingSnippetViewSet):
    """Keeps one list: all languages side by side, and a form of panels."""

    icon = "tag"
    list_display = [
        column("label", content_languages()[0]),
        *map(_language_column, content_languages()[1:]),
        "key",
    ]
    search_fields = [*columns("label"), "key"]
    index_view_class = CategoryListView


class ResourceTypeViewSet(CategoryViewSet):
    """Keeps the types of documents."""

    model = ResourceType
    icon = "doc-full"
    menu_label = _("Types")


class SectorViewSet(CategoryViewSet):
    """Keeps the groups of workers."""

    model = Sector
    icon = "group"
    menu_label = _("Sectors")


class ThemeViewSet(CategoryViewSet):
    """Keeps the subjects."""

    model = Theme
    menu_label = _("Themes")


class RegionViewSet(CategoryViewSet):
    """Keeps the parts of the world."""

    model = Region
    icon = "globe"
    menu_label = _("Regions")


class CategoriesGroup(SnippetViewSetGroup):
    """Puts the lists under one entry of the menu."""

    items = (ResourceTypeViewSet, SectorViewSet, ThemeViewSet, RegionViewSet)
    menu_label = _("Knowledge base")
    menu_name = "knowledge-base"
    menu_icon = "folder-open-inverse"
    menu_order = 255
