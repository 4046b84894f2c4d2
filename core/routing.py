"""From a requested path to its page, and from a page to its address, in the active language."""

from collections.abc import Callable
from functools import cache
from urllib.parse import quote

from django.apps import apps
from django.conf import settings
from django.db.models import Subquery
from django.http import Http404
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site, get_page_models

from core.languages import column, current_language
from core.visibility import is_in_aliased_branch, is_private

# Far more than a tree can have; keeps a hostile path from making a large query.
DEEPEST_PATH = 60


def route(page_model, request, path):
    """Return the route to the live page at `path` in the active language, or None; one query at any depth."""
    if not hasattr(request, "_wagtail_route_for_request"):
        request._wagtail_route_for_request = find_route(page_model, request, path)
    return request._wagtail_route_for_request


def find_route(page_model, request, path):
    """Look for the live page at `path`, whatever was found for `request` before."""
    root = site_root(request)
    parts = [part for part in path.split("/") if part]
    if root is None or len(parts) > DEEPEST_PATH:
        return None
    paths = _paths_down_to(root.root_path, parts)
    page = _deepest_page(page_model, paths)
    if page is None:
        return None
    request._site_settings_changed_at = page.site_settings_changed_at
    rest = parts[paths.index(page.url_path_in(current_language())) :]
    try:
        return page.route(request, rest)
    except Http404:
        return None


def _paths_down_to(root_path, parts):
    paths = [root_path]
    for part in parts:
        paths.append(f"{paths[-1]}{part}/")
    return paths


def _deepest_page(page_model, paths):
    """Return the page with the longest of `paths`, as an instance of its own type."""
    types = specific_relations(page_model)
    pages = page_model.objects.filter(
        **{f"{column('url_path', current_language())}__in": paths}
    )
    page = (
        pages.select_related(*types.values())
        .annotate(
            may_be_restricted=may_be_restricted(page_model),
            site_settings_changed_at=site_settings_changed_at(),
        )
        .order_by("-depth")
        .first()
    )
    if page is None:
        return None
    specific = page
    for name in types.get(page.specific_class, "").split("__"):
        specific = getattr(specific, name) if name else page
    specific.may_be_restricted = page.may_be_restricted
    specific.site_settings_changed_at = page.site_settings_changed_at
    return specific


def site_settings_changed_at() -> Subquery:
    """Return an expression: when the site settings were last changed, which tells whether they are known."""
    site_settings = apps.get_model("core", "SiteSettings").objects.order_by("pk")
    return Subquery(site_settings.values("changed_at")[:1])


def specific_relations(page_model) -> dict[type, str]:
    """Return, by page type, the lookup that leads from the base page to it."""
    return {
        model: "__".join(_steps_down(page_model, model))
        for model in get_page_models()
        if model is not page_model
    }


def _steps_down(page_model, model):
    chain = [model, *model._meta.get_parent_list()]
    below_base = chain[: chain.index(page_model)]
    return [ancestor._meta.model_name for ancestor in reversed(below_base)]


def may_be_restricted(page_model):
    """Return an expression: whether Wagtail must look for view restrictions on the page.

    An alias is restricted as its source is, so a branch with an alias is always looked at.
    """
    return is_private() | is_in_aliased_branch(page_model)


def site_root(request):
    """Return the root path of the site that answers `request`, without a query where there is one site."""
    roots = Site.get_site_root_paths()
    if len(roots) == 1:
        return roots[0]
    site = Site.find_for_request(request)
    return next((root for root in roots if site and root.site_id == site.pk), None)


def site_address(root) -> str:
    """Return the scheme and host that absolute addresses below `root` start with.

    `SITE_URL` says it for the one site; where staff added a second one, each site record does.
    """
    base_url = getattr(settings, "WAGTAILADMIN_BASE_URL", "")
    if base_url and len(Site.get_site_root_paths()) == 1:
        return base_url.rstrip("/")
    return root.root_url


def url_parts(page, request):
    """Return the site, its address and the address of `page` on it, in the active language."""
    roots = page._get_relevant_site_root_paths(request)
    if not roots:
        return None
    root = roots[0]
    rest = page.url_path_in(current_language())[len(root.root_path) :]
    return root.site_id, site_address(root), reverse("wagtail_serve", args=(rest,))


def addresses_of_paths(request=None) -> Callable[[str, str], str]:
    """Return what makes of the whole path of a page, and its language, the address of that page.

    For lists of many pages, of which nothing else is known. Where staff added a second
    site, the address of a page of that one begins with its host.
    """
    here = site_root(request)
    roots = Site.get_site_root_paths()
    roots = sorted(roots, key=lambda root: root != here)
    beginning = cache(url_of_home)

    def address(path, language):
        for root in roots:
            if path.startswith(root.root_path):
                host = "" if root == here else site_address(root)
                rest = quote(path[len(root.root_path) :])
                return f"{host}{beginning(language)}{rest}"
        return ""

    return address


def url_of_home(language: str) -> str:
    """Return the address of the home page in `language`, without scheme and host."""
    with translation.override(language):
        return reverse("wagtail_serve", args=("",))


def url_in(page, language: str, request=None) -> str:
    """Return the address of `page` in `language`, without scheme and host."""
    with translation.override(language):
        return page.get_url(request)


def full_url_in(page, language: str, request=None) -> str:
    """Return the absolute address of `page` in `language`."""
    with translation.override(language):
        return page.get_full_url(request)
