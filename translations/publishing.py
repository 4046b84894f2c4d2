"""Publishes one language of a page, and leaves all others as visitors know them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.log_actions import log
from wagtail.models import Revision
from wagtail.permissions import policy_registry
from wagtail.signals import published

from core.addresses import lock_tree
from core.languages import column, name_in_sentence
from core.models import SitePage
from translations.drafts import lock_message, locked_draft, may_translate
from translations.live_texts import is_ahead, languages_to_publish, take_over
from translations.models import LanguageVersion
from translations.releases.asking import hold_language
from translations.states import pairs_of

LOG_ACTION = "translations.publish"


class NothingToPublish(Exception):
    """There is nothing that publishing this language would change, and the message says why."""


def may_publish(user, instance: models.Model, language: str) -> bool:
    """Tell whether `user` may show the texts of `language` to visitors."""
    policy = policy_registry.get(instance)
    return may_translate(
        user, instance, language
    ) and policy.user_has_permission_for_instance(user, "publish", instance)


def publish_language(version: LanguageVersion, user) -> Revision | None:
    """Show visitors what the latest draft says in the language of `version`, and return that revision.

    Returns nothing where it is held back: the languages of the page are released together.

    Every other column of the live page stays byte for byte; the draft stays the latest
    revision, with all that is not published yet. Raises NothingToPublish, PermissionDenied,
    or ValidationError where the page cannot be shown like that.
    """
    with locked_tree(version), locked_draft(version) as draft:
        _demand_rights(version, user, draft)
        live = _live(draft)
        if version.language not in languages_to_publish(draft):
            raise NothingToPublish(
                _("Visitors already read all that is saved in %(language)s.")
                % {"language": name_in_sentence(version.language)}
            )
        _refuse_unfinished_bodies(version, draft)
        take_over(live, draft, version.language)
        live.full_clean()
        if hold_language(draft, version.language, user):
            return None
        return show_visitors(live, draft, user)


@contextmanager
def locked_tree(version: LanguageVersion) -> Iterator[None]:
    """Lock the tree before the page, as whoever moves and renames pages does.

    Publishing may change an address; who locked the page first and the tree afterwards
    would wait for a person who waits for them.
    """
    with transaction.atomic():
        if version.page_id:
            lock_tree(SitePage)
        yield


def _demand_rights(version, user, draft):
    if not may_publish(user, draft, version.language):
        raise PermissionDenied
    if message := lock_message(user, draft):
        raise PermissionDenied(message)


def _live(draft):
    live = type(draft)._default_manager.filter(pk=draft.pk, live=True).first()
    if live is None:
        raise NothingToPublish(
            _(
                "“%(title)s” is not published in any language yet. Publish the page "
                "first; each language can be published by itself afterwards."
            )
            % {"title": draft}
        )
    return live


def _refuse_unfinished_bodies(version, draft):
    """Refuse a body that would show visitors empty blocks: it falls back as a whole or not at all."""
    empty, written = {}, set()
    for pair in pairs_of(version, draft):
        if isinstance(pair.field, StreamField):
            field = pair.field.name
            if pair.target:
                written.add(field)
            else:
                empty.setdefault(field, []).append(pair.label)
    unfinished = {
        column(name, version.language): _(
            "Not translated yet: %(texts)s. Translate it, then publish."
        )
        % {"texts": ", ".join(labels)}
        for name, labels in empty.items()
        if name in written
    }
    if unfinished:
        raise ValidationError(unfinished)


def show_visitors(live: models.Model, draft: models.Model, user) -> Revision:
    """Store `live` as what visitors read from now on; `draft` stays the latest revision."""
    latest = draft.latest_revision
    revision = revision_before(latest, live, user)
    live.live_revision = revision
    live.last_published_at = timezone.now()
    live.latest_revision = latest or revision
    live.has_unpublished_changes = is_ahead(draft, live)
    live.save()
    published.send(sender=type(live), instance=live, revision=revision)
    log(instance=live, action=LOG_ACTION, user=user, revision=revision)
    return revision


def revision_before(latest: Revision | None, shown: models.Model, user) -> Revision:
    """Store what visitors are to read as the revision before `latest`.

    That one stays the latest, also for the workflow that it may be in.
    """
    return Revision.objects.create(
        content_object=shown,
        base_content_type=shown.get_base_content_type(),
        user=user,
        content=shown.serializable_data(),
        object_str=str(shown),
        created_at=latest and latest.created_at - timedelta(microseconds=1),
    )
