"""Addresses in every language on one tree: each page knows its whole path in each language."""

from django.db.models import F, Value
from django.db.models.functions import Concat, Substr

from core.languages import column, columns, content_languages, default_language
from core.redirects import leave_redirects


def set_url_paths(page, parent):
    """Fill the path of `page` in each language, below `parent`."""
    for language in content_languages():
        setattr(page, column("url_path", language), path_below(parent, page, language))


def path_below(parent, page, language: str) -> str:
    """Return the path that `page` has in `language` as a child of `parent`."""
    if parent is None:
        return "/"
    # The home page is the root of the site, whose own slug no visitor sees.
    slug = page.slug if parent.depth == 1 else page.slug_in(language)
    return f"{parent.url_path_in(language)}{slug}/"


def paths_of(page) -> dict[str, str]:
    """Return the path of `page` by language, as it is in memory."""
    return {language: page.url_path_in(language) for language in content_languages()}


def stored_paths(page) -> dict[str, str]:
    """Return the path of `page` by language, as it is stored; empty for a new page."""
    stored = _pages(page).filter(pk=page.pk).only("url_path", *columns("url_path"))
    return {
        language: path for row in stored for language, path in paths_of(row).items()
    }


def lock_tree(page):
    """Make others who add, move or rename pages wait until this transaction ends.

    Without it a page added to a section while that section is renamed keeps the old path.
    SQLite needs no lock: its transactions follow one another.
    """
    roots = _pages(page).filter(depth=1).select_for_update()
    list(roots.values_list("pk"))


def follow_change(page, before: dict[str, str]):
    """Bring the paths of `page` and its subtree in line with its slug and place, and leave redirects.

    `before` holds the stored paths by language; it is empty for a new page.
    """
    written = paths_of(page)
    page.set_url_path(page.get_parent(update=True))
    after = paths_of(page)
    if after != written:
        _pages(page).filter(pk=page.pk).update(
            url_path=page.url_path,
            **{column("url_path", language): path for language, path in after.items()},
        )
    moved = {
        language: (before[language], path)
        for language, path in after.items()
        if before and path != before[language]
    }
    if moved:
        below = _pages(page).filter(path__startswith=page.path).exclude(pk=page.pk)
        below.update(**_moved_columns(moved))
        leave_redirects(page, moved)


def _moved_columns(moved):
    changes = {}
    for language, (old, new) in moved.items():
        names = [column("url_path", language)]
        if language == default_language():
            names.append("url_path")
        for name in names:
            changes[name] = Concat(Value(new), Substr(name, len(old) + 1))
    return changes


def fill_missing_paths_on_post_migrate(sender, **kwargs):
    """Give pages their path in a language that was added after they were made."""
    page_model = sender.get_model("SitePage")
    for name in columns("url_path"):
        missing = page_model.objects.filter(**{f"{name}__isnull": True})
        missing.update(**{name: F("url_path")})


def _pages(page):
    return page.base_page_model.objects
