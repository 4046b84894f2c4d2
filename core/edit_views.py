"""The admin's views that write pages: one at a time for each page, and merging what they save."""

from functools import wraps

from django.db import transaction
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.ui.side_panels import PageStatusSidePanel
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.preview import PreviewOnEditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.viewsets.pages import PageViewSet

from core.addresses import lock_tree
from core.models import SitePage
from core.moving import CarefulMoveView
from core.page_listing import PageExplorerView, PageSearchView, PageTypesView

# The views that read a page and write what they made of it.
WRITING_VIEWS = {
    "confirm_workflow_cancellation",
    "convert_alias",
    "delete",
    "edit",
    "lock",
    "move_confirm",
    "revisions_revert",
    "revisions_unschedule",
    "set_page_position",
    "unlock",
    "unpublish",
    "workflow_action",
}

# The arguments by which those views know the row.
ROW_ARGUMENTS = ("page_id", "page_to_move_id", "image_id", "pk")


def one_at_a_time(view, model=SitePage):
    """Let a POST to a row of `model` wait until the one before it has written."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if request.method != "POST":
            return view(request, *args, **kwargs)
        keys = [kwargs[name] for name in ROW_ARGUMENTS if name in kwargs]
        with transaction.atomic():
            # SQLite locks the database when the transaction starts; see DATABASES.
            if issubclass(model, SitePage) and not is_draft(request):
                lock_tree(model)
            rows = model.objects.select_for_update(no_key=True).order_by()
            list(rows.filter(pk__in=keys).values_list("pk"))
            return view(request, *args, **kwargs)

    return wrapper


def is_draft(request) -> bool:
    """Tell whether the form is saved as a draft, which changes no address and no place."""
    return "loaded_revision_id" in request.POST and not any(
        name.startswith("action-") for name in request.POST
    )


class MergingMixin:
    """Merges instead of refusing what was begun on an older revision."""

    # Wagtail would refuse to save such a form in the background.
    is_out_of_date = False

    def post(self, request, *args, **kwargs):
        self._forget_outdated_revision()
        return super().post(request, *args, **kwargs)

    def _forget_outdated_revision(self):
        """Make a new revision where the one to overwrite is not the latest, or not one's own."""
        overwritten = self.request.POST.get("overwrite_revision_id")
        latest = self.latest_revision
        if not overwritten:
            return
        is_own = latest is not None and latest.user_id == self.request.user.pk
        if not is_own or overwritten != str(latest.pk):
            posted = self.request.POST.copy()
            del posted["overwrite_revision_id"]
            self.request.POST = posted

    def form_invalid(self, form):
        if self.expects_json_response and form.has_conflicts and not self.lock:
            # The code that lets the browser go on saving in the background.
            return self.json_error_response(
                "validation_error",
                _(
                    "Somebody else changed the same text. Your text is not saved yet: "
                    "save the page to see both."
                ),
            )
        return super().form_invalid(form)

    def publish_action(self):
        unseen = self.form.unseen_changes()
        if not unseen:
            return super().publish_action()
        response = self.leave_as_draft()
        messages.warning(
            self.request,
            _(
                "Your text is saved, and nothing is published yet, because somebody else "
                "changed this page meanwhile: %(changes)s. Look at it, then publish again."
            )
            % {"changes": get_text_list(unseen, _("and"))},
        )
        return response

    def leave_as_draft(self):
        """Save what a publish would have published, and stay with the form."""
        return self.save_action()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if self.form.has_conflicts:
            # Which of two texts to keep is for a person to decide, not for a timer.
            context["autosave_enabled"] = False
        return context

    def get_side_panels(self):
        # Stock shows the button that sets the schedule to whoever opens the form.
        panels = super().get_side_panels()
        for panel in panels:
            if isinstance(panel, PageStatusSidePanel):
                panel.show_schedule_publishing_toggle = "go_live_at" in self.form.fields
        return panels

    def get_editing_sessions(self):
        # Without a revision to compare with, Wagtail does not warn that saving overwrites
        # what others saved: here it does not.
        sessions = super().get_editing_sessions()
        sessions.revision_id = sessions.revision_created_at = None
        return sessions


class MergingEditView(MergingMixin, EditView):
    """Edits a page together with others."""


class ShowsWhatWasTyped:
    """Previews what somebody typed, also where somebody else typed too."""

    def get_form(self, query_dict):
        form = super().get_form(query_dict)
        form.show_typed()
        return form


class MergingPreviewView(ShowsWhatWasTyped, PreviewOnEditView):
    """Previews a page that others edit too."""


class MergingRevertView(MergingMixin, RevisionsRevertView):
    """Brings back an older revision; all that differs from the latest one counts as one's own change."""

    def get_object(self):
        latest = self.real_page_record.get_latest_revision_as_object()
        if self.request.method == "POST":
            return latest
        page = super().get_object()
        page.stored_version = latest
        return page


class SitePageViewSet(PageViewSet):
    """The admin's views of every page."""

    model = SitePage
    index_view_class = PageExplorerView
    search_view_class = PageSearchView
    add_subpage_view_class = PageTypesView
    move_confirm_view_class = CarefulMoveView
    edit_view_class = MergingEditView
    preview_on_edit_view_class = MergingPreviewView
    revisions_revert_view_class = MergingRevertView

    def get_view_by_name(self, name):
        view = super().get_view_by_name(name)
        return one_at_a_time(view) if name in WRITING_VIEWS else view
