"""The admin's views of snippets that several people write at once, each in their languages."""

from wagtail.admin.views.generic.mixins import RevisionsRevertMixin
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import EditView, SnippetViewSet

from core.edit_views import MergingMixin, one_at_a_time
from core.permissions import languages_for_user


class WritersPermissionPolicy(ModelPermissionPolicy):
    """Lets whoever writes a language open a snippet; which texts they may write there, each field says."""

    def user_has_permission(self, user, action):
        return super().user_has_permission(user, action) or (
            action == "change" and bool(languages_for_user(user))
        )

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


class MergingSnippetView(MergingMixin, EditView):
    """Edits a snippet together with others; one half written is not saved by itself, as it counts at once."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.autosave_enabled = False


class MergingSnippetRevertView(RevisionsRevertMixin, MergingSnippetView):
    """Brings back an older version; all that differs from the present one counts as one's own change."""

    view_name = "revisions_revert"

    def get_object(self, queryset=None):
        older = super().get_object(queryset)
        if self.request.method == "POST":
            return self.live_object
        older.stored_version = self.live_object
        return older


class MergingSnippetViewSet(SnippetViewSet):
    """Has snippets edited by several people at once, and loses none of their texts."""

    copy_view_enabled = False
    edit_view_class = MergingSnippetView
    revisions_revert_view_class = MergingSnippetRevertView

    @property
    def edit_view(self):
        return one_at_a_time(super().edit_view, self.model)

    @property
    def revisions_revert_view(self):
        return one_at_a_time(super().revisions_revert_view, self.model)
