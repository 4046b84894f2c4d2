"""What people do about a language: hand it in, take it back, approve it, or ask for changes."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.models import WorkflowMixin, WorkflowState

from core.languages import name_in_sentence
from translations.drafts import locked_draft
from translations.models import (
    LanguageReview,
    LanguageReviewTask,
    LanguageVersion,
    ReviewStatus,
)
from translations.reviews.approvals import approval_of
from translations.reviews.records import (
    CannotReview,
    open_review,
    put_in_review,
    recorded,
)
from translations.reviews.rights import may_decide, may_hand_in, may_withdraw
from translations.reviews.steps import ACTIONS
from translations.states import pairs_of


def hand_in(version: LanguageVersion, user) -> LanguageReview:
    """Ask for the review of one language; a workflow that was waiting for its changes goes on.

    Raises CannotReview where there is nothing to read.
    """
    with locked_draft(version) as draft:
        if not may_hand_in(user, version):
            raise PermissionDenied
        if open_review(version) is None:
            _demand_something_to_read(version, draft)
        if state := _waiting_workflow(draft, version.language):
            state.resume(user)
        return put_in_review(version, draft, user)


def withdraw(review: LanguageReview, user) -> None:
    """Take back what `user` handed in."""
    if not may_withdraw(user, review):
        raise PermissionDenied
    with recorded(review, user, ReviewStatus.WITHDRAWN):
        pass


def decide(
    review: LanguageReview, user, status: ReviewStatus, comment: str, shown: str
) -> None:
    """Approve what `user` read, or give it back with a comment; the step of a workflow ends with it."""
    if not may_decide(user, review):
        raise PermissionDenied
    if status == ReviewStatus.RETURNED and not comment:
        raise CannotReview(_("Write which changes you ask for, then send it back."))
    if not review.task_state_id:
        with recorded(review, user, status, comment, shown):
            return
    state = review.task_state
    state.task.specific.on_action(
        state, user, ACTIONS[status], comment=comment, shown=shown
    )


def _demand_something_to_read(version, draft):
    name = {"language": name_in_sentence(version.language)}
    if not any(pair.target for pair in pairs_of(version, draft)):
        raise CannotReview(
            _("Nothing is written in %(language)s yet. Write it, then hand it in.")
            % name
        )
    if approval_of(version, draft) and not version.todo:
        raise CannotReview(
            _("All that is written in %(language)s is approved already.") % name
        )


def _waiting_workflow(draft, language) -> WorkflowState | None:
    """Return the workflow that asked for changes in `language`."""
    state = isinstance(draft, WorkflowMixin) and draft.current_workflow_state
    if not state or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return None
    task = state.current_task_state.task.specific
    is_ours = isinstance(task, LanguageReviewTask) and task.language == language
    return state if is_ours else None
