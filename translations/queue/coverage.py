"""Finds what the queue does not know yet, as after a new language was added, and takes it in."""

import logging
from collections.abc import Callable

from django.db import models
from django.db.models import Count, F, QuerySet

from core.languages import content_languages
from core.models import SitePage
from core.registration import edited_models
from translations.drafts import latest_draft
from translations.models import LanguageVersion
from translations.recording import is_translated
from translations.states import refresh

logger = logging.getLogger(__name__)

# What one run of `run_due` takes in at most; the next goes on.
BATCH = 200


def unknown_to_the_queue(model: type[models.Model]) -> QuerySet:
    """Return the objects of `model` that lack a version in some language of the site."""
    versions = LanguageVersion.objects.filter(language__in=content_languages())
    if model is SitePage:
        counted = versions.filter(page__isnull=False).values(key=F("page_id"))
    else:
        kind = {"app_label": model._meta.app_label, "model": model._meta.model_name}
        counted = versions.filter(
            **{f"content_type__{name}": value for name, value in kind.items()}
        ).values(key=F("object_id"))
    whole = counted.order_by().annotate(number=Count("pk"))
    known = whole.filter(number=len(content_languages())).values("key")
    return translated(model).exclude(pk__in=known)


def translated(model: type[models.Model]) -> QuerySet:
    """Return the objects of `model` that have texts to translate."""
    rows = model._default_manager.order_by("pk")
    if model is SitePage:
        return rows.filter(depth__gt=1, alias_of=None)
    return rows


def take_in(
    rows_of: Callable[[type[models.Model]], QuerySet],
    limit: int | None = None,
    on_progress: Callable[[int, int], None] = lambda done, failed: None,
) -> tuple[int, int]:
    """Bring the versions of what `rows_of` returns up to date; return how many it did and how many failed.

    It stops when it did `limit`; those that fail do not count, or they would keep the others waiting.
    """
    done = failed = 0
    for model in edited_models():
        for key in list(rows_of(model).values_list("pk", flat=True)):
            if done == limit:
                break
            succeeded = _refresh(model, key)
            done += succeeded
            failed += not succeeded
            on_progress(done, failed)
    return done, failed


def _refresh(model, key) -> bool:
    """Bring one object up to date; one that cannot be read must not keep the others waiting."""
    try:
        instance = model._default_manager.filter(pk=key).first()
        # It may be gone by now.
        if instance is not None and is_translated(instance):
            refresh(latest_draft(instance))
    except Exception:
        logger.exception("The translations of %s %s cannot be counted.", model, key)
        return False
    return True


def take_in_what_is_new(**kwargs):
    """Let the queue know, a batch at a time, all that it does not know yet."""
    _done, failed = take_in(unknown_to_the_queue, BATCH)
    if failed:
        raise RuntimeError(f"{failed} objects cannot be counted; the log says why.")
