"""The map of the site for search engines: an index, and for each language its pages."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from core.languages import column, columns, content_languages, default_language
from core.models import SitePage
from core.reading import source_language
from core.routing import site_address, site_root
from core.visibility import visible

# A file may hold 50,000 addresses and 50 MB; with its translations one takes about 1 kB.
PAGES_IN_A_FILE = 10_000
# As many as an index may hold.
MOST_FILES = 50_000
CONTENT_TYPE = "application/xml"
HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
)


@require_safe
def sitemap(request):
    """List the files of each language that has pages."""
    root = _root(request)
    lines = [HEADER, f"<sitemapindex {NAMESPACES}>\n"]
    for language in content_languages():
        count = _pages(root, language).count()
        for number in range(1, -(-count // PAGES_IN_A_FILE) + 1):
            path = reverse("sitemap_of_language", args=(language, number))
            address = escape(site_address(root) + path)
            lines.append(f"<sitemap><loc>{address}</loc></sitemap>\n")
    lines.append("</sitemapindex>\n")
    return HttpResponse(lines, content_type=CONTENT_TYPE)


@require_safe
def sitemap_of_language(request, language, number):
    """List the pages that are offered in `language`, each with its translations."""
    root = _root(request)
    if language not in content_languages() or not 1 <= number <= MOST_FILES:
        raise Http404
    start = (number - 1) * PAGES_IN_A_FILE
    pages = _pages(root, language)[start : start + PAGES_IN_A_FILE]
    if number > 1 and not pages.exists():
        raise Http404
    return StreamingHttpResponse(
        _write(pages, language, root), content_type=CONTENT_TYPE
    )


def _root(request):
    root = site_root(request)
    if root is None:
        raise Http404
    return root


def _pages(root, language):
    """Return what a search engine needs of the pages that anybody may read in `language`."""
    offered = {column("is_offered", language): True}
    pages = SitePage.objects.filter(url_path__startswith=root.root_path, **offered)
    return visible(pages).values(
        "last_published_at", *columns("url_path"), *columns("is_offered")
    )


def _write(pages, language, root) -> Iterator[str]:
    beginnings = {code: _beginning(code, root) for code in content_languages()}
    yield f"{HEADER}<urlset {NAMESPACES}>\n"
    for page in pages.iterator(chunk_size=1000):
        addresses = {
            code: escape(start + page[column("url_path", code)][len(root.root_path) :])
            for code, start in beginnings.items()
            if page[column("is_offered", code)]
        }
        yield _entry(addresses, language, page["last_published_at"])
    yield "</urlset>\n"


def _beginning(language, root):
    with translation.override(language):
        return site_address(root) + reverse("wagtail_serve", args=("",))


def _entry(addresses, language, changed_at):
    default = addresses[source_language(default_language(), list(addresses))]
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{address}"/>'
        for code, address in [*addresses.items(), ("x-default", default)]
    )
    changed = f"<lastmod>{changed_at.isoformat()}</lastmod>" if changed_at else ""
    return f"<url><loc>{addresses[language]}</loc>{changed}{links}</url>\n"
