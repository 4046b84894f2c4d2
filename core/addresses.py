"""Addresses in every language on one tree: each page knows its whole path in each language."""

from django.db.models import F, Max, Value
from django.db.models.functions import Concat, Length, Substr

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


def longest_paths(page, parent) -> dict[str, int]:
    """Return how long the longest path from `page` down would be below `parent`, by language."""
    paths = {code: path_below(parent, page, code) for code in content_languages()}
    lengths = {language: len(path) for language, path in paths.items()}
    before = stored_paths(page) if page.pk else {}
    if before and paths != before:
        names = {code: Max(Length(column("url_path", code))) for code in paths}
        longest = _pages(page).filter(path__startswith=page.path).aggregate(**names)
        for language, length in longest.items():
            # What is too long below already does not keep anybody from a shorter slug.
            if lengths[language] > len(before[language]):
                lengths[language] += length - len(before[language])
    return lengths


def lock_tree(page_model):
    """Make others who add, move, rename or delete pages wait until this transaction ends.

    Without it a page added to a section while that section is renamed keeps the old path.
    A transaction locks the tree before any page of it: all wait in the same order then,
    and none for each other. SQLite needs no lock: its transactions follow one another.
    """
    # Not the key, so that rows that refer to a page can be written meanwhile.
    roots = page_model.objects.filter(depth=1).select_for_update(no_key=True)
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
