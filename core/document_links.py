"""Shows the links of rich texts to documents with what a download costs: its format and size."""

from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html
from wagtail.documents.rich_text import DocumentLinkHandler


class MeasuredDocumentLinkHandler(DocumentLinkHandler):
    """Leads to a document; styles show its format and size behind the link."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        return [_opening_tag(document) for document in cls.get_many(attrs_list)]


def measures(document) -> str:
    """Return the format and size of `document` as readers of this language write them: `PDF, 1.2 MB`."""
    known = [document.file_extension.upper()]
    if document.file_size:
        known.append(filesizeformat(document.file_size))
    return ", ".join(filter(None, known))


def _opening_tag(document):
    if document is None:
        return "<a>"
    return format_html(
        '<a class="download__link" href="{}" data-file="{}">',
        document.url,
        measures(document),
    )


def measure_links_to_documents(features):
    """Teach the public site to say what a download costs."""
    features.register_link_type(MeasuredDocumentLinkHandler)
