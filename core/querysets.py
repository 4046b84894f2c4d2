"""The words of every page query."""

from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from core.visibility import is_private


class SitePageQuerySet(PageQuerySet):
    """Pages of the site; asking which are public costs no query of its own."""

    def public(self):
        return self.filter(~is_private())

    def not_public(self):
        return self.filter(is_private())

    def private(self):
        return self.not_public()


SitePageManager = PageManager.from_queryset(SitePageQuerySet)
