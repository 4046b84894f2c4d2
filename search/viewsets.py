"""The admin's list of promoted results."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from core.languages import column, columns, content_languages, native_name
from core.snippet_views import MergingSnippetViewSet
from search.models import PromotedResult


def _words_column(language):
    name = column("words", language)
    return Column(name, native_name(language), accessor=name)


class PromotedResultViewSet(MergingSnippetViewSet):
    """Keeps what is promoted, with the words for which it is, a column for each language."""

    model = PromotedResult
    icon = "pick"
    menu_label = _("Promoted results")
    menu_name = "promoted-results"
    menu_order = 260
    add_to_admin_menu = True
    list_display = ["__str__", *map(_words_column, content_languages())]
    search_fields = [*columns("words"), *columns("title")]
