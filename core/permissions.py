"""The rights this site adds to Wagtail's: who may write which language, addresses and shared fields."""

from wagtail.models import PagePermissionTester

from core.languages import content_languages

EDIT_SHARED_FIELDS = "core.edit_shared_fields"


def translate(language: str) -> str:
    """Return the permission to write the texts of `language`."""
    return f"core.translate_{language}"


def edit_slug(language: str) -> str:
    """Return the permission to change addresses in `language`."""
    return f"core.edit_slug_{language}"


def languages_for_user(user) -> list[str]:
    """Return the languages whose texts `user` may write."""
    return [code for code in content_languages() if user.has_perm(translate(code))]


def user_can_arrange_rows(user) -> bool:
    """Tell whether `user` may add, delete and reorder the rows of a page; a translator only writes in them."""
    return user.has_perm(EDIT_SHARED_FIELDS)


class SitePagePermissionTester(PagePermissionTester):
    """Tells what a person may do with a page, where the right to edit texts is no right to the tree.

    Wagtail lets whoever may change a page also copy it, and delete or move it while it is
    a draft. A translator has that right for the sake of one language, so here all that
    changes the tree asks for the right to add pages as well.
    """

    def can_change_tree(self):
        if not self.user.is_active:
            return False
        return self.user.is_superuser or "add" in self.permissions

    def can_delete(self, ignore_bulk=False):
        return self.can_change_tree() and super().can_delete(ignore_bulk=ignore_bulk)

    def can_copy(self):
        return self.can_change_tree() and super().can_copy()
