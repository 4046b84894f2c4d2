"""Gathers from the site what the checks cannot find in the texts."""

from collections.abc import Iterable, Iterator

from core.languages import column, content_languages
from core.models import SitePage
from core.registration import fields_of_names
from core.visibility import visible
from translations.checks.knowledge import Context, Name
from translations.checks.written import Written
from translations.terms import Glossary
from translations.units import Kind, Unit


def site_context(units: Iterable[Unit], glossary: Glossary | None = None) -> Context:
    """Return what the site knows for the checks of `units`.

    Asks the database once for the pages that they link to, and once for each model that
    holds names to keep, however many units there are.
    """
    linked = _linked_pages(units)
    readable = _readable_languages(linked) if linked else {}

    def is_live(page_id, language):
        return language in readable.get(page_id, ()) if page_id in linked else None

    return Context(
        names=tuple(_names()), glossary=glossary or Glossary([]), is_live=is_live
    )


def _linked_pages(units) -> set[int]:
    return {
        link.page_id
        for unit in units
        if unit.kind == Kind.RICH and 'linktype="page"' in unit.target
        for link in Written(unit.target, unit.target_language, is_rich=True).links
        if link.page_id is not None
    }


def _readable_languages(page_ids) -> dict[int, set[str]]:
    """Return in which languages a visitor can read each of the pages."""
    offered = {column("is_offered", code): code for code in content_languages()}
    pages = visible(SitePage.objects.filter(pk__in=page_ids))
    return {
        page["pk"]: {code for name, code in offered.items() if page[name]}
        for page in pages.values("pk", *offered)
    }


def _names() -> Iterator[Name]:
    for model, field_names in fields_of_names().items():
        places = {
            column(field, code): (field, code)
            for field in field_names
            for code in content_languages()
        }
        for row in model._default_manager.values(*places):
            for field in field_names:
                forms = {
                    code: row[name]
                    for name, (of_field, code) in places.items()
                    if of_field == field and row[name]
                }
                if forms:
                    yield Name(forms)
