"""The draft that translators work on: who may write it, how it is locked and how it is stored."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import models, transaction
from django.utils import timezone
from wagtail.models import LockableMixin, Revision, RevisionMixin

from core.models import SitePage
from core.permissions import translate
from translations.models import LanguageVersion
from translations.opening import may_open

# Wagtail writes over a revision while its author goes on typing; so does the desk.
SAME_SITTING = timedelta(minutes=10)


def may_translate(user, instance: models.Model, language: str) -> bool:
    """Tell whether `user` may write the texts of `instance` in `language`."""
    return user.has_perm(translate(language)) and may_open(user, instance)


def lock_message(user, instance: models.Model) -> str:
    """Return why nobody but the owner of a lock may write now; empty where anybody may."""
    lock = instance.get_lock() if isinstance(instance, LockableMixin) else None
    return str(lock.get_message(user)) if lock and lock.for_user(user) else ""


def latest_draft(instance: models.Model) -> models.Model:
    """Return `instance` as it was last saved, published or not."""
    if isinstance(instance, SitePage):
        instance = instance.specific
    if isinstance(instance, RevisionMixin):
        return instance.get_latest_revision_as_object()
    return instance


@contextmanager
def locked_draft(version: LanguageVersion) -> Iterator[models.Model]:
    """Yield the latest draft of what `version` is of, while nobody else can save it."""
    with transaction.atomic():
        model = SitePage if version.page_id else version.content_type.model_class()
        rows = model._default_manager.select_for_update().order_by()
        list(rows.filter(pk=version.object_id).values_list("pk"))
        yield latest_draft(model._default_manager.get(pk=version.object_id))


def store(draft: models.Model, user, log_action: str) -> Revision | None:
    """Save `draft`, in which only columns of one language were written, and return its revision.

    The rest of the draft is as it was stored: an editor may have left it half written,
    which is no reason to refuse a translation.
    """
    if not isinstance(draft, RevisionMixin):
        draft.save()
        return None
    if isinstance(draft, SitePage):
        # A title that is written for the first time brings its address along.
        draft._set_core_field_defaults()
    return draft.save_revision(
        user=user,
        clean=False,
        log_action=log_action,
        overwrite_revision=_own_of_this_sitting(draft, user),
    )


def _own_of_this_sitting(draft, user):
    """Return the revision to write over: the latest, if `user` saved it just now and nothing hangs on it."""
    latest = draft.latest_revision
    if latest is None or user is None or latest.user_id != user.pk:
        return None
    is_used = (
        latest.pk == getattr(draft, "live_revision_id", None)
        or latest.approved_go_live_at is not None
        or latest.task_states.exists()
    )
    is_old = latest.created_at < timezone.now() - SAME_SITTING
    return None if is_used or is_old else latest
