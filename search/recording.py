"""Keeps the index in line with the pages, in the transaction that changes them."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction
from wagtail.signals import post_page_move

from core.many_pages import pages_added
from core.models import SitePage
from search.indexing import index_branch, index_page, index_pages

# What is saved alone when a draft is: nothing of it is for visitors.
OF_DRAFTS = {
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
}


def connect():
    """Listen to all that changes what visitors may read; publishing is a save, and so is its end."""
    post_save.connect(after_save)
    pages_added.connect(after_adding)
    post_page_move.connect(after_move)
    post_save.connect(after_restriction, sender=PageViewRestriction)
    post_delete.connect(after_restriction, sender=PageViewRestriction)


def after_save(sender, instance, raw=False, update_fields=None, **kwargs):
    """Take in a page as it is saved with its rows; after a partial save, as it is stored.

    The instance of a partial save may have the texts of a draft.
    """
    if raw or not isinstance(instance, SitePage):
        return
    if update_fields is None and type(instance) is instance.specific_class:
        index_page(instance)
    elif update_fields is None or set(update_fields) - OF_DRAFTS:
        index_page(SitePage.objects.get(pk=instance.pk).specific)


def after_adding(sender, pages, **kwargs):
    """Take in new pages, all at once."""
    index_pages(pages)


def after_move(sender, instance, **kwargs):
    """Take in that the pages are in another section, which may be private."""
    index_branch(SitePage.objects.get(pk=instance.pk))


def after_restriction(sender, instance, **kwargs):
    page = SitePage.objects.filter(pk=instance.page_id).first()
    if page is not None:
        index_branch(page)
