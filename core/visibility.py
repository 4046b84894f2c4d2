"""Keeps drafts, private pages and those under embargo out of whatever other pages show."""

from datetime import datetime

from django.db.models import (
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
)
from django.utils import timezone
from wagtail.models import PageViewRestriction


def visible(
    queryset: QuerySet, page: str = "", now: datetime | None = None
) -> QuerySet:
    """Keep the rows whose page anybody may read: live, in no private section, its embargo over.

    `page` names the relation to the page; empty where the rows are pages. Unlike
    Wagtail's `public()`, this asks in the same query. A query that is kept to be asked
    again names the moment by `now`, and puts the present one in its place.
    """
    prefix = f"{page}__" if page else ""
    private = is_private(f"{prefix}path")
    return queryset.filter(
        ~private, _embargo_is_over(prefix, now), **{f"{prefix}live": True}
    )


def _embargo_is_over(prefix, now):
    """Return the condition that no embargo holds at this second; no job need have run."""
    never = Q(**{f"{prefix}embargo_until__isnull": True})
    return never | Q(**{f"{prefix}embargo_until__lte": now or timezone.now()})


def is_private(path: str = "path") -> Exists:
    """Return the condition that the page at the tree's `path`, or one above it, is restricted."""
    path = ExpressionWrapper(OuterRef(path), output_field=CharField())
    restrictions = PageViewRestriction.objects.annotate(of_path=path)
    return Exists(restrictions.filter(of_path__startswith=F("page__path")))


def is_in_aliased_branch(page_model) -> Exists:
    """Return the condition that the page, or one above it, is an alias."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    aliases = page_model.objects.filter(alias_of__isnull=False).annotate(of_path=path)
    return Exists(aliases.filter(of_path__startswith=F("path")))
