"""The admin's views of the glossary."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.mixins import RevisionsRevertMixin
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import EditView, IndexView, SnippetViewSet

from core.edit_views import MergingMixin, one_at_a_time
from core.languages import column, columns, content_languages, native_name
from core.permissions import languages_for_user
from translations.models import GlossaryTerm


class GlossaryPermissionPolicy(ModelPermissionPolicy):
    """Lets whoever writes a language open a term; which texts they may write there, each field says."""

    def user_has_permission(self, user, action):
        return super().user_has_permission(user, action) or (
            action == "change" and bool(languages_for_user(user))
        )

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


class MergingTermView(MergingMixin, EditView):
    """Edits a term together with others; a term half written is not saved by itself, as it counts at once."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.autosave_enabled = False


class MergingTermRevertView(RevisionsRevertMixin, MergingTermView):
    """Brings back an older term; all that differs from the present one counts as one's own change."""

    view_name = "revisions_revert"

    def get_object(self, queryset=None):
        older = super().get_object(queryset)
        if self.request.method == "POST":
            return self.live_object
        older.stored_version = self.live_object
        return older


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


class GlossaryTermViewSet(SnippetViewSet):
    """Keeps the glossary: a list of all languages side by side, and a form of panels."""

    model = GlossaryTerm
    icon = "openquote"
    menu_label = _("Glossary")
    menu_name = "glossary"
    menu_order = 260
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = [
        column("term", content_languages()[0]),
        *other_languages(),
    ]
    list_filter = ["is_kept"]
    search_fields = [*columns("term"), *columns("variants"), *columns("forbidden")]
    index_view_class = GlossaryView
    edit_view_class = MergingTermView
    revisions_revert_view_class = MergingTermRevertView

    @property
    def edit_view(self):
        return one_at_a_time(super().edit_view, self.model)

    @property
    def revisions_revert_view(self):
        return one_at_a_time(super().revisions_revert_view, self.model)
