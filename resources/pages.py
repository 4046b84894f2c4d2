"""What a document shows its readers, and the programs that keep references."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.countries import country_name
from core.languages import columns, current_language
from core.models import SiteDocument
from core.structured_data import json_ld
from core.texts import Text, text
from core.visibility import visible
from resources import sample_sheets
from resources.citations import metadata
from resources.citations.record import DOCUMENT, Author, Record
from resources.citations.styles import STYLES, Citation
from resources.document_languages import language_name
from resources.exports import FORMATS, exported
from resources.labels import Label, label_from_row, label_of, label_part
from resources.together import Part, instance, together

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
        if wanted == sample_sheets.FORMAT and self.is_sample:
            return sample_sheets.sample_sheet(self, request)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        found, others = self.labels_and_translations()
        way = context["breadcrumbs"]
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
            "translations": self.shown_translations(others, request),
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
        return self._rows_beside({})[0]

    def labels_and_translations(self) -> tuple[dict[str, list[Label]], list]:
        """Return its labels, and the documents that say the same in other languages, with one query."""
        others = self._others()
        if others is None:
            return self.labels(), []
        labels, rows = self._rows_beside({"others": Part(others, _other_fields())})
        others = [instance(type(self), _other_fields(), row) for row in rows["others"]]
        others.sort(key=lambda page: (page.original_language, page.pk))
        return labels, others

    def _others(self):
        """Return the translations that anybody may read, of this document or of its source."""
        source = self.translation_of_id or self.pk
        if source is None:
            return None
        others = type(self).objects.exclude(pk=self.pk)
        return visible(others.filter(pk=source) | others.filter(translation_of=source))

    def _rows_beside(self, parts):
        """Return the labels, and the rows of `parts`; what a draft has at hand costs no query."""
        entries = {
            "type": self._entries_of("type"),
            "region": self._entries_of("region"),
            "sector": self.sectors.all(),
            "theme": self.themes.all(),
        }
        stored = {n: e for n, e in entries.items() if isinstance(e, QuerySet)}
        parts = {**{n: label_part(e) for n, e in stored.items()}, **parts}
        rows = together(parts)
        labels = {
            name: [label_from_row(found.model, row) for row in rows[name]]
            if name in stored
            else [label_of(entry) for entry in found]
            for name, found in entries.items()
        }
        return labels, rows

    def _entries_of(self, name):
        model = self._meta.get_field(name).related_model
        return model.objects.filter(pk=getattr(self, f"{name}_id"))

    def shown_translations(self, others, request) -> list[Translated]:
        """Return the translations as links."""
        return [
            Translated(
                Text(other.original_title, other.original_language, current_language()),
                other.get_url(request),
                other.original_language,
                language_name(other.original_language),
            )
            for other in others
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


def _other_fields():
    return (
        "sitepage_ptr_id",
        "id",
        "original_title",
        "original_language",
        *columns("url_path"),
    )


def cited(record: Record) -> list[CitedAs]:
    """Return the citations of `record` in the reader's language."""
    language = current_language()
    return [
        CitedAs(str(STYLE_NAMES[name]), style(record, language))
        for name, style in STYLES.items()
    ]
