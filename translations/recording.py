"""Refreshes the records of translations in the same transaction as whatever is saved."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.signals import post_delete, post_save
from wagtail.models import DraftStateMixin, Revision
from wagtail.signals import published, unpublished

from core.many_pages import pages_added
from core.models import SitePage
from core.registration import edited_models
from translations.models import LanguageVersion
from translations.states import begin, refresh


def connect():
    """Listen to the saves of all that is translated."""
    post_save.connect(after_revision, sender=Revision)
    published.connect(after_publishing)
    unpublished.connect(after_publishing)
    post_save.connect(after_save)
    pages_added.connect(after_adding)
    post_delete.connect(after_delete)


def after_revision(sender, instance, raw=False, update_fields=None, **kwargs):
    """Take in a new draft, or one that was written over."""
    if raw or update_fields is not None or not instance.is_latest_revision():
        return
    draft = instance.as_object()
    if is_translated(draft):
        refresh(draft, instance.user)


def after_publishing(sender, instance, **kwargs):
    """Take in that the live version says something else now."""
    if is_translated(instance):
        refresh(specific(instance).get_latest_revision_as_object())


def after_save(sender, instance, raw=False, **kwargs):
    """Take in what is saved without a revision."""
    if raw or not is_translated(instance):
        return
    has_drafts = isinstance(instance, DraftStateMixin)
    if not has_drafts or instance.latest_revision_id is None:
        refresh(specific(instance))


def after_adding(sender, pages, user=None, **kwargs):
    """Take in new pages, which nobody else can have seen."""
    begin([page for page in pages if is_translated(page)], user)


def after_delete(sender, instance, **kwargs):
    if isinstance(instance, tuple(edited_models())):
        content_type = ContentType.objects.get_for_model(instance)
        LanguageVersion.objects.filter(
            content_type=content_type, object_id=instance.pk
        ).delete()


def is_translated(instance: models.Model) -> bool:
    """Tell whether `instance` is edited by itself and has texts in several languages.

    An alias shows the texts of its page, and nobody reads the root of the tree.
    """
    if isinstance(instance, SitePage):
        return (
            instance.depth is not None
            and instance.depth > 1
            and not instance.alias_of_id
        )
    return isinstance(instance, tuple(edited_models()))


def specific(instance: models.Model) -> models.Model:
    return instance.specific if isinstance(instance, SitePage) else instance
