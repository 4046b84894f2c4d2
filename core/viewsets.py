"""The admin's views of the site settings, of which there is one row."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.mixins import RevisionsRevertMixin
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import (
    EditView,
    IndexView,
    PreviewOnEditView,
    SnippetViewSet,
)

from core.edit_views import MergingMixin, ShowsWhatWasTyped, one_at_a_time
from core.models import SiteSettings
from core.permissions import languages_for_user


class SiteSettingsPermissionPolicy(ModelPermissionPolicy):
    """Lets whoever writes a language open the settings, and nobody add a second row or delete the only one.

    What they may write there is for each field of the form to say.
    """

    FORBIDDEN = {"add", "delete"}

    def user_has_permission(self, user, action):
        if action in self.FORBIDDEN:
            return False
        return super().user_has_permission(user, action) or (
            action == "change" and bool(languages_for_user(user))
        )

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


class OnlyRowView(IndexView):
    """Goes straight to the form, as there is nothing to list."""

    any_permission_required = ["change", "publish", "view"]

    def get(self, request, *args, **kwargs):
        row = SiteSettings.objects.first() or SiteSettings.load()
        if row.pk is None:
            row.save()
        return redirect(reverse(self.edit_url_name, args=[row.pk]))


class MergingSettingsView(MergingMixin, EditView):
    """Edits the settings together with others."""

    def leave_as_draft(self):
        # The draft is saved before it would be published.
        return redirect(self.get_edit_url())


class MergingSettingsRevertView(RevisionsRevertMixin, MergingSettingsView):
    """Brings back older settings; all that differs from the latest counts as one's own change."""

    view_name = "revisions_revert"

    def get_object(self, queryset=None):
        older = super().get_object(queryset)
        latest = self.live_object.get_latest_revision_as_object()
        if self.request.method == "POST":
            return latest
        older.stored_version = latest
        return older


class MergingSettingsPreviewView(ShowsWhatWasTyped, PreviewOnEditView):
    """Previews settings that others edit too."""


class SiteSettingsViewSet(SnippetViewSet):
    """Edits the name, the menus and the footer of the site, with drafts and previews."""

    model = SiteSettings
    icon = "globe"
    menu_label = _("Menus and footer")
    menu_name = "site-settings"
    menu_order = 250
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = OnlyRowView
    edit_view_class = MergingSettingsView
    revisions_revert_view_class = MergingSettingsRevertView
    preview_on_edit_view_class = MergingSettingsPreviewView

    @property
    def edit_view(self):
        return one_at_a_time(super().edit_view, self.model)

    @property
    def revisions_revert_view(self):
        return one_at_a_time(super().revisions_revert_view, self.model)

    @property
    def unpublish_view(self):
        return one_at_a_time(super().unpublish_view, self.model)
