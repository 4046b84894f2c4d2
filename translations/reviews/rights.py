"""Who may hand in a language, and who may say that it is good."""

from wagtail.models import DraftStateMixin

from translations.drafts import may_translate
from translations.models import (
    LanguageReview,
    LanguageReviewTask,
    LanguageVersion,
    ReviewStatus,
)
from translations.publishing import may_publish
from translations.reviews.steps import may_end


def may_hand_in(user, version: LanguageVersion) -> bool:
    """Tell whether `user` may hand in the language of `version`.

    What has no drafts shows at once what is saved, and nobody reads it before.
    """
    instance = version.instance
    return isinstance(instance, DraftStateMixin) and may_translate(
        user, instance, version.language
    )


def may_decide(user, review: LanguageReview) -> bool:
    """Tell whether `user` may approve `review` or ask for changes.

    In a workflow these are the people whom its step names; otherwise those whom any step
    for this language names, and those who may publish it. Nobody approves what they
    handed in themselves, but for administrators, who may be alone.
    """
    if review.status != ReviewStatus.OPEN:
        return False
    if review.task_state_id:
        task = review.task_state.task.specific
        return may_end(task, user, review.version.instance)
    if review.requested_by_id == user.pk and not user.is_superuser:
        return False
    version = review.version
    tasks = LanguageReviewTask.objects.filter(language=version.language, active=True)
    return may_publish(user, version.instance, version.language) or any(
        may_end(task, user, version.instance) for task in tasks
    )


def may_withdraw(user, review: LanguageReview) -> bool:
    """Tell whether `user` may take back what was handed in; a workflow is cancelled as a whole instead."""
    is_open = review.status == ReviewStatus.OPEN
    return is_open and not review.task_state_id and review.requested_by_id == user.pk
