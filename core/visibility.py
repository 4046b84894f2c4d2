"""Keeps drafts and private pages out of whatever other pages show."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from wagtail.models import PageViewRestriction


def visible(queryset: QuerySet, page: str = "") -> QuerySet:
    """Keep the rows whose page anybody may read: live, and in no private section.

    `page` names the relation to the page; empty where the rows are pages. Unlike
    Wagtail's `public()`, this asks in the same query.
    """
    prefix = f"{page}__" if page else ""
    path = ExpressionWrapper(OuterRef(f"{prefix}path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.annotate(of_path=path).filter(
        of_path__startswith=F("page__path")
    )
    return queryset.filter(~Exists(restrictions), **{f"{prefix}live": True})
