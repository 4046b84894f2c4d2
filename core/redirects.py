"""Permanent redirects from the addresses that pages had before, in each language."""

from django.urls import reverse
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from core.languages import column, content_languages

# Two addresses a page: stays below the 999 parameters that an old SQLite takes.
PAGES_AT_ONCE = 450
LONGEST_ADDRESS = Redirect._meta.get_field("old_path").max_length


def leave_redirects(page, moved: dict[str, tuple[str, str]]):
    """Redirect the old addresses of the live pages from `page` down, and free their new ones.

    `moved` holds the path of `page` before and after, for each language in which it changed.
    """
    for site in Site.objects.select_related("root_page"):
        root = site.root_page
        # A home page that is renamed takes its site along: no address changes.
        if page.path.startswith(root.path) and page.path != root.path:
            addresses = list(_old_and_new_addresses(page, moved, root))
            for start in range(0, len(addresses), PAGES_AT_ONCE):
                _replace_redirects(site, addresses[start : start + PAGES_AT_ONCE])


def _old_and_new_addresses(page, moved, root):
    live_pages = page.base_page_model.objects.filter(
        path__startswith=page.path, live=True
    )
    for language, (old, new) in moved.items():
        prefix = _prefix(language)
        paths = live_pages.values_list("pk", column("url_path", language))
        for page_id, path in paths.order_by("path"):
            old_path = old + path[len(new) :]
            yield (
                page_id,
                _address(prefix, root, language, old_path),
                _address(prefix, root, language, path),
            )


def _prefix(language):
    with translation.override(language):
        return reverse("wagtail_serve", args=("",))


def _address(prefix, root, language, path):
    """Return the address as Wagtail's redirects store it, without the last slash."""
    return (prefix + path[len(root.url_path_in(language)) :]).rstrip("/")


def _replace_redirects(site, addresses):
    """Write the redirects of some pages; those that an editor made stay as they are."""
    in_the_way = {path for _page, old, new in addresses for path in (old, new)}
    stale = Redirect.objects.filter(
        site=site, automatically_created=True, old_path__in=in_the_way
    )
    # Nothing refers to a redirect, so there is no need to load them in order to delete them.
    stale._raw_delete(stale.db)
    Redirect.objects.bulk_create(
        [
            Redirect(
                site=site,
                old_path=old,
                redirect_page_id=page_id,
                is_permanent=True,
                automatically_created=True,
            )
            for page_id, old, _new in addresses
            if len(old) <= LONGEST_ADDRESS
        ],
        ignore_conflicts=True,
    )


def lead_to(redirect: Redirect, page, language: str | None) -> None:
    """Let `redirect` lead to `page` in `language`.

    Wagtail sends a visitor to the page in the language of the old path. Where that names no
    language, or another one, only the address itself can say which is meant.
    """
    if language in (None, language_of(redirect.old_path)):
        redirect.redirect_page_id = page.pk
    else:
        redirect.redirect_link = address_in(page, language)


def language_of(path: str) -> str | None:
    """Return the language that `path` starts with, if any."""
    for language in content_languages():
        prefix = _prefix(language)
        if path == prefix.rstrip("/") or path.startswith(prefix):
            return language
    return None


def address_in(page, language: str) -> str:
    """Return the path of `page` in `language`, without the site's name."""
    with translation.override(language):
        parts = page.get_url_parts()
    return parts[2] if parts else ""
