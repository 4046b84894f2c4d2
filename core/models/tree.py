"""A tree of pages that one person changes at a time."""

from django.db import transaction

from core.addresses import lock_tree
from core.languages import columns

PLACE = ["path", "depth", "numchild", "url_path", *columns("url_path")]


class TreePage:
    """A page that waits for others who change the tree before it changes it.

    Whoever adds, moves, renames or deletes pages locks the tree first and pages
    afterwards: two who lock in another order could each wait for the other.
    """

    @transaction.atomic
    def add_child(self, **kwargs):
        self.wait_for_tree()
        return super().add_child(**kwargs)

    @transaction.atomic
    def add_sibling(self, *args, **kwargs):
        self.wait_for_tree()
        return super().add_sibling(*args, **kwargs)

    @transaction.atomic
    def move(self, target, *args, **kwargs):
        self.wait_for_tree()
        target.refresh_from_db(fields=PLACE)
        return super().move(target, *args, **kwargs)

    @transaction.atomic
    def delete(self, *args, **kwargs):
        self.wait_for_tree()
        return super().delete(*args, **kwargs)

    def wait_for_tree(self):
        """Keep others from changing the tree until this transaction ends, and see where this page is now."""
        lock_tree(type(self).base_page_model)
        # Where the page was read may not be where it is now.
        self.refresh_from_db(fields=PLACE)
