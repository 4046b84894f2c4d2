"""The admin's views of the glossary."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView

from core.languages import column, columns, content_languages, native_name
from core.snippet_views import MergingSnippetViewSet, WritersPermissionPolicy
from translations.models import GlossaryTerm


class GlossaryPermissionPolicy(WritersPermissionPolicy):
    """Lets whoever writes a language open a term."""


class GlossaryView(IndexView):
    """Lists the terms, a column for each language under its own name."""

    @cached_property
    def columns(self):
        found = super().columns
        for shown in found:
            if shown.name == column("term", content_languages()[0]):
                shown.label = native_name(content_languages()[0])
        return found


def other_languages():
    """Return a column of the list for each language but the first, which leads to the form."""
    return [language_column(language) for language in content_languages()[1:]]


def language_column(language):
    def written(term):
        # A name that stays is the same here.
        return next(iter(term.as_term().forms_in(language)), "")

    name = column("term", language)
    return Column(name, native_name(language), accessor=written, sort_key=name)


class GlossaryTermViewSet(MergingSnippetViewSet):
    """Keeps the glossary: a list of all languages side by side, and a form of panels."""

    model = GlossaryTerm
    icon = "openquote"
    menu_label = _("Glossary")
    menu_name = "glossary"
    menu_order = 260
    add_to_admin_menu = True
    list_display = [
        column("term", content_languages()[0]),
        *other_languages(),
    ]
    list_filter = ["is_kept"]
    search_fields = [*columns("term"), *columns("variants"), *columns("forbidden")]
    index_view_class = GlossaryView
