"""The last part of an address in each language: free, allowed, and made from the title once."""

import re

from django.conf import settings
from django.db.models import Q
from django.urls import URLPattern, get_resolver
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Site

from core.addresses import longest_paths
from core.languages import column, columns, content_languages, native_name

LONGEST_PATH = 240
LONGEST_SLUG_FROM_TITLE = 80


def slug_errors(page, parent) -> dict[str, str]:
    """Return what is wrong with the slugs of `page` below `parent`, by column."""
    if parent is None:
        return {}
    taken = _taken_slugs(page, parent)
    is_below_home = _is_home(parent)
    lengths = longest_paths(page, parent)
    errors = {}
    for language in content_languages():
        slug = page.slug_in(language)
        if slug in taken[language]:
            errors[column("slug", language)] = _taken_message(page, language, slug)
        elif is_below_home and slug in reserved_slugs(language):
            errors[column("slug", language)] = _(
                "“%(slug)s” is an address of the site itself. Choose a different slug."
            ) % {"slug": slug}
        elif lengths[language] > LONGEST_PATH:
            errors[column("slug", language)] = _(
                "With “%(slug)s” the address of this page, or of one below it, has "
                "%(length)s characters in this language (%(language)s); the limit is "
                "%(limit)s. Choose a shorter slug."
            ) % {
                "slug": slug,
                "length": lengths[language],
                "language": native_name(language),
                "limit": LONGEST_PATH,
            }
    return errors


def _taken_message(page, language, slug):
    if getattr(page, column("slug", language)):
        message = _(
            "“%(slug)s” already belongs to another page of this section in this "
            "language (%(language)s). Choose a different slug."
        )
    else:
        message = _(
            "Without a slug of its own the page would be found under “%(slug)s”, which "
            "belongs to another page of this section in this language (%(language)s). "
            "Type a slug."
        )
    return message % {"slug": slug, "language": native_name(language)}


def are_free(slugs: dict[str, str], page, parent) -> bool:
    """Tell whether no other child of `parent` uses the slug of its language."""
    taken = _taken_slugs(page, parent, set(slugs.values()))
    return not any(slug in taken[language] for language, slug in slugs.items())


def fill_slugs(page, parent):
    """Give a slug to each title that is written for the first time; afterwards slugs stay.

    See docs/decisions/0020-a-translated-title-gets-its-slug-once.md.
    """
    if parent is None:
        return
    untitled = _languages_without_title(page)
    for language in content_languages():
        title = getattr(page, column("title", language))
        if (
            title
            and language in untitled
            and not getattr(page, column("slug", language))
        ):
            base = slug_from_title(title)
            setattr(
                page, column("slug", language), _free_slug(base, page, parent, language)
            )


def settle_slugs(page, parent):
    """Give a new `page` a free slug where it would take that of a sibling without having asked for it.

    That is where it has none and falls back to one, and in an alias, which brings along
    those of its source.
    """
    if parent is None:
        return
    taken = _taken_slugs(page, parent)
    for language in content_languages():
        slug = page.slug_in(language)
        is_own = getattr(page, column("slug", language))
        if slug in taken[language] and (page.alias_of_id or not is_own):
            free_slug = _free_slug(slug, page, parent, language)
            setattr(page, column("slug", language), free_slug)


def slug_from_title(title: str) -> str:
    """Return `title` as a slug; elided words stay apart: `l’accueil` gives `l-accueil`."""
    allow_unicode = getattr(settings, "WAGTAIL_ALLOW_UNICODE_SLUGS", True)
    words = slugify(re.sub(r"['’·./]", "-", title), allow_unicode=allow_unicode)
    if len(words) <= LONGEST_SLUG_FROM_TITLE:
        return words
    return (
        words[:LONGEST_SLUG_FROM_TITLE].rpartition("-")[0]
        or words[:LONGEST_SLUG_FROM_TITLE]
    )


def reserved_slugs(language: str) -> set[str]:
    """Return what no page right below the home page may be called in `language`: languages and fixed addresses."""
    fixed = [settings.STATIC_URL, settings.MEDIA_URL]
    with translation.override(language):
        # Some are translated, as that of the search.
        fixed += map(str, _routes(get_resolver().url_patterns))
    first_parts = {route.strip("/").partition("/")[0] for route in fixed}
    return first_parts | set(content_languages())


def _routes(patterns):
    for pattern in patterns:
        route = getattr(pattern.pattern, "_route", "")
        if route:
            yield route
        elif not isinstance(pattern, URLPattern):
            # Included without a route of its own, such as those below a language.
            yield from _routes(pattern.url_patterns)


def _languages_without_title(page):
    """Return the languages in which the stored page has no title: for a new page, all."""
    stored = page.base_page_model.objects.filter(pk=page.pk) if page.pk else []
    for row in stored and stored.values(*columns("title")):
        return {
            language
            for language in content_languages()
            if not row[column("title", language)]
        }
    return set(content_languages())


def _free_slug(base, page, parent, language):
    """Return `base`, or `base` with the first number that no sibling has in `language`."""
    if not base:
        return None
    slug, number = base, 1
    while slug in _taken_slugs(page, parent, {slug})[language]:
        number += 1
        slug = f"{base}-{number}"
    return slug


def _taken_slugs(page, parent, slugs=None) -> dict[str, set[str]]:
    """Return, by language, which of `slugs`, or of those of `page`, its siblings use."""
    if slugs is None:
        slugs = {page.slug_in(language) for language in content_languages()}
    known = getattr(parent, "slugs_below", None)
    if known is not None:
        return {language: known[language] & slugs for language in known}
    names = ["slug", *columns("slug")]
    uses_one = Q()
    for name in names:
        uses_one |= Q(**{f"{name}__in": slugs})
    siblings = parent.base_page_model.objects.child_of(parent).filter(uses_one)
    if page is not None:
        siblings = siblings.exclude(pk=page.pk)
    return _slugs_of(siblings)


def slugs_below(parent) -> dict[str, set[str]]:
    """Return all that pages below `parent` are called, by language.

    Whoever adds many pages there keeps it as `parent.slugs_below`, and it is not asked for
    each of them again.
    """
    return _slugs_of(parent.base_page_model.objects.child_of(parent))


def _slugs_of(pages):
    rows = list(pages.values("slug", *columns("slug")))
    return {
        language: {row[column("slug", language)] or row["slug"] for row in rows}
        for language in content_languages()
    }


def _is_home(page):
    return any(root.root_path == page.url_path for root in Site.get_site_root_paths())
