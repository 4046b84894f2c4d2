"""Addresses in every language on one tree: each page knows its whole path in each language."""

from django.db.models import Value
from django.db.models.functions import Concat, Substr
from django.http import Http404
from django.urls import reverse
from wagtail.models import Site

from core.languages import column, columns, content_languages, current_language


def set_url_paths(page, parent):
    """Fill the path of `page` in each language, below `parent`."""
    for language in content_languages():
        setattr(page, column("url_path", language), _url_path(page, parent, language))


def _url_path(page, parent, language):
    if parent is None:
        return "/"
    # The home page is the root of the site, whose own slug no visitor sees.
    slug = page.slug if parent.depth == 1 else page.slug_in(language)
    return f"{parent.url_path_in(language)}{slug}/"


def slug_conflicts(page, parent) -> dict[str, str]:
    """Return, by language, the slugs of `page` that another child of `parent` already has there."""
    if parent is None:
        return {}
    siblings = list(
        parent.get_children().exclude(pk=page.pk).values("slug", *columns("slug"))
    )
    conflicts = {}
    for language in content_languages():
        slug = page.slug_in(language)
        taken = {row[column("slug", language)] or row["slug"] for row in siblings}
        if slug in taken:
            conflicts[language] = slug
    return conflicts


def stored_paths(page) -> dict[str, str]:
    """Return the stored path of `page` by language; empty when it is not stored yet."""
    row = (
        page.base_page_model.objects.filter(pk=page.pk)
        .values(*columns("url_path"))
        .first()
    )
    if row is None:
        return {}
    return {
        language: row[column("url_path", language)] for language in content_languages()
    }


def follow_change(page, before: dict[str, str]):
    """Bring the paths of `page` and its subtree in line after a change of slug or place."""
    page.set_url_path(page.get_parent())
    after = {language: page.url_path_in(language) for language in content_languages()}
    if before == after:
        return
    pages = page.base_page_model.objects
    pages.filter(pk=page.pk).update(
        url_path=page.url_path,
        **{column("url_path", language): path for language, path in after.items()},
    )
    descendants = pages.filter(path__startswith=page.path).exclude(pk=page.pk)
    for language in content_languages():
        old, new = before[language], after[language]
        if old and old != new:
            _replace_prefix(descendants, column("url_path", language), old, new)
    if before[content_languages()[0]] != page.url_path:
        _replace_prefix(
            descendants, "url_path", before[content_languages()[0]], page.url_path
        )


def _replace_prefix(pages, field_name, old, new):
    rest = Substr(field_name, len(old) + 1)
    pages.update(**{field_name: Concat(Value(new), rest)})


def route(page_model, request, path):
    """Return the route to the live page at `path` in the active language, or None; one query at any depth."""
    if not hasattr(request, "_wagtail_route_for_request"):
        request._wagtail_route_for_request = _find_route(page_model, request, path)
    return request._wagtail_route_for_request


def _find_route(page_model, request, path):
    site = Site.find_for_request(request)
    if site is None:
        return None
    root_path = site.root_page.url_path
    parts = [part for part in path.split("/") if part]
    url_path = root_path + "".join(f"{part}/" for part in parts)
    page = page_model.objects.filter(
        **{column("url_path", current_language()): url_path}
    ).first()
    if page is None:
        return None
    try:
        return page.specific.route(request, [])
    except Http404:
        return None


def url_parts(page, request):
    """Return the site, its root address and the path of `page` in the active language."""
    sites = page._get_relevant_site_root_paths(request)
    if not sites:
        return None
    site_id, root_path, root_url, _language = sites[0]
    path = page.url_path_in(current_language())[len(root_path) :]
    return site_id, root_url, reverse("wagtail_serve", args=(path,))
