"""What a demonstration opens in place of a document that it does not have."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from core.languages import current_language
from core.texts import text
from resources.citations.styles import STYLES
from resources.exports import cached

FORMAT = "sample"


def sample_sheet(page, request) -> HttpResponse:
    """Return what is known of `page` as a plain text, which says that it is not the document."""
    citation = STYLES["house"](page.record(request), current_language())
    parts = [
        _("Sample data").upper(),
        _(
            "This sheet was made by this site for its demonstration. It stands in the place of "
            "the document, which is not here itself."
        ),
        page.original_title,
        page.byline,
        str(text(page, "abstract")),
        str(citation),
    ]
    response = HttpResponse(
        "\n\n".join(filter(None, parts)) + "\n",
        content_type="text/plain; charset=utf-8",
        headers={
            "Content-Disposition": f'inline; filename="{page.slug}-{FORMAT}.txt"',
            "X-Robots-Tag": "noindex",
        },
    )
    return cached(request, response, page.last_published_at, page)
