"""What a document shows its readers, and the programs that keep references."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from core.countries import country_name
from core.languages import current_language
from core.models import SiteDocument
from core.structured_data import json_ld
from core.texts import Text, text
from core.visibility import visible
from resources.citations import metadata
from resources.citations.record import DOCUMENT, Author, Record
from resources.citations.styles import STYLES, Citation
from resources.document_languages import language_name
from resources.exports import FORMATS, exported
from resources.labels import Label, labels

STYLE_NAMES = {
    "house": _("House style"),
    "apa": "APA 7",
    "chicago": _("Chicago (author-date)"),
}


@dataclass(frozen=True)
class CitedAs:
    """A citation, and the name of its style."""

    style: str
    citation: Citation

    @property
    def html(self) -> str:
        # Templates take the text of what is no string.
        return self.citation.__html__()


@dataclass(frozen=True)
class ShownFile:
    """A file to download, with the language it is in."""

    document: SiteDocument
    language: str
    language_name: str
    pages: int | None


@dataclass(frozen=True)
class Translated:
    """Another document with the same content, in another language."""

    title: Text
    url: str
    language: str
    language_name: str


class ShownResource:
    """A document as visitors and programs read it."""

    def serve(self, request, *args, **kwargs):
        wanted = request.GET.get("format")
        if wanted in FORMATS:
            return exported(self, wanted, request)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        found, way = self.labels(), context["breadcrumbs"]
        record = self.record(request, found["type"])
        files = self.shown_files()
        pdf = next((f for f in files if f.document.file_extension == "pdf"), None)
        pdf_url = request.build_absolute_uri(pdf.document.url) if pdf else ""
        return {
            **context,
            "record": record,
            "labels": found,
            "files": files,
            "shown_title": self.shown_title,
            "original": self.original,
            "citations": cited(record),
            "formats": FORMATS,
            "translations": self.shown_translations(request),
            "index_url": way[-2].url if len(way) > 1 else "",
            "meta": [
                *metadata.highwire(record, pdf_url),
                *metadata.dublin_core(record),
            ],
            "json_ld": json_ld(metadata.structured(record)),
        }

    # Its texts

    @property
    def shown_title(self) -> Text:
        """Return the heading; marked with the document's language where it is the original title."""
        heading = self.heading()
        if str(heading) != self.original_title:
            return heading
        return Text(heading, self.original_language, current_language())

    @property
    def original(self) -> Text:
        """Return the original title where the heading is another one."""
        value = (
            self.original_title if str(self.heading()) != self.original_title else ""
        )
        return Text(value, self.original_language, current_language())

    @property
    def original_language_name(self) -> str:
        return language_name(self.original_language)

    @property
    def country_names(self) -> list[str]:
        return [country_name(code) for code in self.countries]

    # Its rows

    def author_list(self) -> list[Author]:
        """Return who wrote and edited it, in order."""
        return [row.author for row in self.authors.all()]

    def search_names(self) -> list[str]:
        """Return what the document is known by in any language, for the search: its own title, and who made it."""
        return [self.original_title, *(a.natural for a in self.author_list())]

    def search_subjects(self, language: str) -> list[str]:
        """Return what lists sort the document by, in `language`, for the search."""
        entries = [self.type, *self.sectors.all(), *self.themes.all(), self.region]
        return [str(text(e, "label", language)) for e in entries if e is not None]

    def languages_of_files(self) -> list[str]:
        """Return the language it was written in, then those of its files."""
        codes = [self.original_language, *(row.language for row in self.files.all())]
        return list(dict.fromkeys(filter(None, codes)))

    def shown_files(self) -> list[ShownFile]:
        rows = self.files.select_related("document")
        return [
            ShownFile(
                row.document, row.language, language_name(row.language), row.pages
            )
            for row in rows
        ]

    def labels(self) -> dict[str, list[Label]]:
        """Return the names of its type, region, sectors and themes."""
        models = {
            name: self._meta.get_field(name).related_model
            for name in ("type", "region")
        }
        return labels(
            {
                "type": models["type"].objects.filter(pk=self.type_id),
                "region": models["region"].objects.filter(pk=self.region_id),
                "sector": self.sectors.all(),
                "theme": self.themes.all(),
            }
        )

    def shown_translations(self, request) -> list[Translated]:
        """Return the documents that say the same in other languages, if anybody may read them."""
        source = self.translation_of_id or self.pk
        if source is None:
            return []
        others = type(self).objects.exclude(pk=self.pk)
        others = others.filter(pk=source) | others.filter(translation_of=source)
        return [
            Translated(
                Text(other.original_title, other.original_language, current_language()),
                other.get_url(request),
                other.original_language,
                language_name(other.original_language),
            )
            for other in visible(others).order_by("original_language", "pk")
        ]

    # For programs

    def record(self, request=None, types: list[Label] | None = None) -> Record:
        """Return the document as citations know it, with the address in the reader's language.

        `types` is its type, where that is at hand.
        """
        types = self.labels()["type"] if types is None else types
        return Record(
            key=self.slug or f"document-{self.pk}",
            title=self.original_title,
            kind=types[0].cited_as if types else DOCUMENT,
            language=self.original_language,
            authors=tuple(self.author_list()),
            year=self.year,
            month=self.month,
            series=self.series,
            journal=self.journal,
            volume=self.volume,
            number=self.number,
            pages=self.page_range,
            publisher=self.publisher,
            place=self.place,
            isbn=self.isbn,
            doi=self.doi,
            url=(self.get_full_url(request) or "") if self.path else "",
            abstract=str(text(self, "abstract")),
        )


def cited(record: Record) -> list[CitedAs]:
    """Return the citations of `record` in the reader's language."""
    language = current_language()
    return [
        CitedAs(str(STYLE_NAMES[name]), style(record, language))
        for name, style in STYLES.items()
    ]
