"""Plain functions that make work for translators."""

from django.contrib.contenttypes.models import ContentType

from core.languages import content_languages, default_language
from core.models import SitePage
from tests.factories import home_page, make_content_page
from translations.models import LanguageVersion, ReviewStatus


def make_work(title="Gouvernance", language="es", **fields) -> LanguageVersion:
    """Return the version in `language` of a new page, which lacks its translation."""
    page = make_content_page(title_fr=title, lead_fr="Un deux trois.")
    version = LanguageVersion.objects.get(page=page, language=language)
    for name, value in fields.items():
        setattr(version, name, value)
    version.save()
    return version


def make_many_pages(count: int) -> None:
    """Add `count` pages with something to do in each language, without saving each."""
    home = home_page()
    kind = ContentType.objects.get_for_model(type(make_content_page()))
    start = home.numchild + 1
    pages = SitePage.objects.bulk_create(
        _page(home, kind, start + number) for number in range(1, count + 1)
    )
    SitePage.objects.filter(pk=home.pk).update(numchild=start + count)
    LanguageVersion.objects.bulk_create(
        (
            LanguageVersion(
                content_type=kind,
                object_id=page.pk,
                page=page,
                title=page.title,
                language=language,
                done=10,
                open_comments=2 * (number % 5 == 0),
                review=ReviewStatus.OPEN if number % 9 == 0 else "",
                **left_of(language, number % 7),
            )
            for number, page in enumerate(pages)
            for language in content_languages()
        ),
        batch_size=2000,
    )


def _page(home, kind, number):
    return SitePage(
        path=SitePage._get_path(home.path, home.depth + 1, number),
        depth=home.depth + 1,
        title_fr=f"Page {number}",
        draft_title=f"Page {number}",
        slug_fr=f"page-{number}",
        url_path_fr=f"/page-{number}/",
        content_type=kind,
        locale_id=home.locale_id,
    )


def left_of(language: str, count: int) -> dict:
    """Return the counts of a version in which `count` texts are missing."""
    source = default_language()
    if language == source:
        return {"source_language": ""}
    return {
        "source_language": source,
        "missing": count,
        "todo": count,
        "words_todo": count * 40,
    }


def titles(response) -> list[str]:
    """Return the titles that a list of the queue shows, in its order."""
    return [version.title for version in response.context["object_list"]]
