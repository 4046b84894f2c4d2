"""What a step of a workflow does to the review of a language."""

from contextlib import AbstractContextManager

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone
from wagtail.models import TaskState

from translations.drafts import may_translate
from translations.models import LanguageReview, LanguageReviewTask, ReviewStatus
from translations.reviews.records import open_for_step, recorded

# Wagtail's words for what one may decide, and ours.
DECISIONS = {"approve": ReviewStatus.APPROVED, "reject": ReviewStatus.RETURNED}
ACTIONS = {status: action for action, status in DECISIONS.items()}


def begin(task: LanguageReviewTask, state: TaskState, user) -> TaskState:
    """Hand in the language; what was approved already, and reads the same, is not asked again."""
    if not open_for_step(state, task.language, user):
        state.status = TaskState.STATUS_SKIPPED
        state.finished_at = timezone.now()
        state.save()
    return state


def may_end(task: LanguageReviewTask, user, instance: models.Model) -> bool:
    """Tell whether `task` leaves it to `user` to judge `instance`."""
    return task.has_reviewer(user) and may_translate(user, instance, task.language)


def ending(
    task: LanguageReviewTask, state: TaskState, user, action: str, comment, shown
) -> AbstractContextManager[None]:
    """Record a decision before its step ends, because the publication of the page may follow from that."""
    reviews = LanguageReview.objects.filter(status=ReviewStatus.OPEN)
    review = reviews.filter(task_state=state).first()
    status = DECISIONS.get(action)
    if not (review and status and may_end(task, user, review.version.instance)):
        raise PermissionDenied
    return recorded(review, user, status, comment, shown)
