"""Keeps the reviews: one is open at most for each language of an object, and a decision is recorded once."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import TaskState

from core.languages import name_in_sentence
from translations.drafts import latest_draft, locked_draft
from translations.models import LanguageReview, LanguageVersion, ReviewStatus, State
from translations.publishing import locked_tree
from translations.reviews.approvals import approval_of, fingerprint_of, words_of
from translations.saving import save_texts
from translations.states import ensure_versions

# Sent after the transaction, with the `review` and the `user` who did something about it.
reviewed = Signal()
# Sent within it when a language was approved, with its `version` and the `user`.
approved = Signal()

LOG_ACTIONS = {
    ReviewStatus.OPEN: "translations.hand_in",
    ReviewStatus.APPROVED: "translations.approve",
    ReviewStatus.RETURNED: "translations.return",
    ReviewStatus.WITHDRAWN: "translations.withdraw",
}
# What a version tells the queue; the rest is history.
TOLD = (ReviewStatus.OPEN, ReviewStatus.RETURNED)


class CannotReview(PermissionDenied):
    """Nothing was handed in or decided, and the message says why and what to do."""


def open_review(version: LanguageVersion) -> LanguageReview | None:
    """Return the review of `version` that waits for somebody."""
    return version.reviews.filter(status=ReviewStatus.OPEN).first()


def put_in_review(
    version: LanguageVersion, draft: models.Model, user, task_state=None
) -> LanguageReview:
    """Return the open review of `version`, which is made where there is none."""
    review = open_review(version) or LanguageReview(version=version, requested_by=user)
    is_new = review.pk is None
    review.task_state = task_state or review.task_state
    review.save()
    _tell_version(version, ReviewStatus.OPEN)
    if is_new:
        _note(review, draft, user)
    return review


def open_for_step(task_state: TaskState, language: str, user) -> bool:
    """Put a language in review for a step of a workflow, unless it is approved as it reads."""
    draft = latest_draft(task_state.workflow_state.content_object)
    [version] = [v for v in ensure_versions(draft) if v.language == language]
    if approval_of(version, draft) and not version.todo:
        return False
    put_in_review(version, draft, user, task_state)
    return True


@contextmanager
def recorded(
    review: LanguageReview, user, status: ReviewStatus, comment="", shown=""
) -> Iterator[None]:
    """Record what `user`, who may do so, decided about `review`, around whatever else that entails.

    `shown` is what they read, by its fingerprint; CannotReview is raised where a text was
    changed since, or somebody else was faster.
    """
    version = review.version
    with locked_tree(version), locked_draft(version) as draft:
        review.refresh_from_db()
        _refuse_if_late(review, draft, shown)
        if status == ReviewStatus.APPROVED:
            _confirm(version, user)
            review.words = words_of(version, draft)
        review.status, review.comment = status, comment
        review.decided_by, review.decided_at = user, timezone.now()
        review.save()
        _tell_version(version, status)
        _note(review, draft, user)
        yield
        if status == ReviewStatus.APPROVED:
            approved.send(LanguageReview, version=version, user=user)


def _refuse_if_late(review, draft, shown):
    if review.status != ReviewStatus.OPEN:
        raise CannotReview(
            _("Somebody decided about this meanwhile: %(status)s.")
            % {"status": review.get_status_display()}
        )
    if shown and shown != fingerprint_of(review.version, draft):
        raise CannotReview(
            _(
                "A text in %(language)s, or its source, was changed since you opened this "
                "page. Read it again below, then decide."
            )
            % {"language": name_in_sentence(review.version.language)}
        )


def _confirm(version, user):
    """Let the texts that were to be reviewed be done; what is missing or outdated stays so."""
    unreviewed = version.texts.filter(state=State.UNREVIEWED, is_present=True)
    places = set(unreviewed.values_list("place", flat=True))
    if places:
        save_texts(version, user, {}, {}, confirmed=places)


def _tell_version(version, status):
    version.review = status if status in TOLD else ""
    version.save(update_fields=["review"])


def _note(review, draft, user):
    """Write into the history who did what, and tell whoever listens once it is stored."""
    log(
        instance=draft,
        action=LOG_ACTIONS[review.status],
        user=user,
        data={"language": review.version.language, "comment": review.comment},
    )
    transaction.on_commit(
        lambda: reviewed.send(LanguageReview, review=review, user=user), robust=True
    )


def close_with_step(sender, instance, user=None, **kwargs):
    """Withdraw the review of a step whose workflow was cancelled."""
    reviews = LanguageReview.objects.filter(status=ReviewStatus.OPEN)
    for review in reviews.filter(task_state=instance).select_related("version"):
        review.status, review.decided_at = ReviewStatus.WITHDRAWN, timezone.now()
        review.decided_by = user
        review.save()
        _tell_version(review.version, review.status)
