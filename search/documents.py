"""What a page says to the search: a document for itself, and one for each part with a link.

Any page type and row is read through its translated fields; nothing need be registered.
A model may say more: `search_kind`, under which its pages are grouped instead of with all
others; `search_names()`, names and titles that are the same in every language and found as
its title is; `search_subjects(language)`, what it is about in words of other models; and on a row `is_shown`, whether visitors see it at all.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import get_page_models

from core.anchored_rows import AnchoredChild
from core.languages import column
from core.models import SitePage
from core.plain_words import OBJECT
from core.text_places import Place, places
from core.texts import Text, text

PAGE_KIND = "page"
# What is longer is not read to its end.
LONGEST_TEXT = 200_000
# Where a text ends otherwise, such as a title, a dot keeps it apart from the next in a quotation.
SENTENCE_ENDS = tuple(".!?…:;,»”")


@dataclass(frozen=True)
class Document:
    """The words of a page, or of a part of it, in one language."""

    page_id: int
    part: str
    language: str
    kind: str
    # What it is called, maybe in another language where it has no title in this one.
    title: Text
    # Titles and labels, which weigh more; and all else, from which a result quotes.
    labels: list[str]
    texts: list[str]
    changed_at: datetime | None

    @property
    def text(self) -> str:
        """Return all texts from which a result quotes, one after the other."""
        *before, last = self.texts or [""]
        ended = (
            text + ("\n" if text.endswith(SENTENCE_ENDS) else " · ")
            for text in before
            if text
        )
        return "".join([*ended, last])


def documents(page: SitePage) -> Iterator[Document]:
    """Yield what `page` says in each language that it offers; nothing that is there only as a fallback."""
    for language in page.languages_offered():
        found: dict[int, list[Place]] = {}
        owners = {}
        for place in places(page, [language]):
            owner = _owner(place.instance, page)
            owners[id(owner)] = owner
            found.setdefault(id(owner), []).append(place)
        for key, owner in owners.items():
            if getattr(owner, "is_shown", True):
                yield _document(page, owner, language, found[key])


@cache
def kinds() -> frozenset[str]:
    """Return all kinds of things that can be found."""
    pages = {getattr(model, "search_kind", PAGE_KIND) for model in get_page_models()}
    models = apps.get_models()
    parts = {m._meta.label_lower for m in models if issubclass(m, AnchoredChild)}
    return frozenset(pages | parts)


def kind_name(kind: str) -> str:
    """Return what visitors call things of `kind`, in the plural."""
    if kind == PAGE_KIND:
        return _("Pages")
    return capfirst(apps.get_model(kind)._meta.verbose_name_plural)


def kind_name_of_one(kind: str) -> str:
    """Return what visitors call one thing of `kind`."""
    if kind == PAGE_KIND:
        return _("Page")
    return capfirst(apps.get_model(kind)._meta.verbose_name)


def _owner(instance, page):
    """Return what a text belongs to for a reader: the part with a link that it stands in, or the page."""
    return instance if isinstance(instance, AnchoredChild) else page


def _document(page, owner, language, found):
    if owner is page:
        part, kind = "", getattr(type(page), "search_kind", PAGE_KIND)
        title = page.heading(language)
    else:
        part, kind = owner.anchor, owner._meta.label_lower
        title = text(owner, owner.anchor_source, language)
    found = sorted(found, key=_order)
    return Document(
        page_id=page.pk,
        part=part,
        language=language,
        kind=kind,
        title=title,
        labels=[
            *(_tidy(place.part.words) for place in found if _is_label(place)),
            *_words_of_address(owner, language),
            *map(_tidy, _names(owner)),
        ],
        texts=[
            *(_tidy(place.part.words) for place in found if not _is_label(place)),
            *map(_tidy, _subjects(owner, language)),
        ],
        changed_at=page.last_published_at,
    )


def _words_of_address(owner, language):
    """Return the words of the address, which say what a page is about too."""
    slug = getattr(owner, column("slug", language), None)
    return [slug.replace("-", " ")] if slug else []


def _names(owner):
    """Return what `owner` is known by in every language, where its model says so."""
    names = getattr(owner, "search_names", None)
    return names() if names else []


def _subjects(owner, language):
    subjects = getattr(owner, "search_subjects", None)
    return subjects(language) if subjects else []


def _order(place):
    """Put the texts of a page in the order of its model; those of rows follow as they stand."""
    field = place.instance._meta.get_field(place.field_name)
    return (1, 0) if place.row else (0, field.creation_counter)


def _is_label(place):
    return place.part.is_label and not place.part.block


def _tidy(words):
    words = unicodedata.normalize("NFC", words.replace(OBJECT, " "))
    lines = (" ".join(line.split()) for line in words.splitlines())
    return "\n".join(line for line in lines if line)[:LONGEST_TEXT]
