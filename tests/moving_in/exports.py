"""Writes export files as WordPress does, with the marks of Polylang or of WPML."""

from io import StringIO
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from django.core.management import call_command

from home.models import ContentPage

OLD_SITE = "https://old.example.org"
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Old site</title><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>{site}</wp:base_site_url><wp:base_blog_url>{site}</wp:base_blog_url>"""


def write_export(folder: Path, *items: str) -> Path:
    """Return a new file that holds `items`."""
    path = folder / "export.xml"
    path.write_text(f"{HEAD.format(site=OLD_SITE)}{''.join(items)}</channel></rss>")
    return path


def item(number, title, content="", plugin="polylang", **fields) -> str:
    """Return one item; `language` and `group` stand in it as `plugin` writes them."""
    told = {
        "post_name": fields.pop("slug", ""),
        "status": "publish",
        "post_type": "page",
        "post_parent": 0,
        "menu_order": number,
        **fields,
    }
    marks = MARKS[plugin](told.pop("language", ""), told.pop("group", ""))
    link = told.pop("link", f"{OLD_SITE}/?page_id={number}")
    alt = told.pop("alt", "")
    elements = "".join(
        f"<wp:{name}>{cdata(value)}</wp:{name}>" for name, value in told.items()
    )
    if alt:
        marks += _meta("_wp_attachment_image_alt", alt)
    return (
        f"<item><title>{cdata(title)}</title><link>{escape(link)}</link>"
        f"<content:encoded>{cdata(content)}</content:encoded>"
        f"<wp:post_id>{number}</wp:post_id>{elements}{marks}</item>"
    )


def cdata(text) -> str:
    return f"<![CDATA[{text}]]>"


def _polylang(language, group):
    marks = ""
    for domain, name in (("language", language), ("post_translations", group)):
        if name:
            attributes = f"domain={quoteattr(domain)} nicename={quoteattr(name)}"
            marks += f"<category {attributes}>{cdata(name)}</category>"
    return marks


def _wpml(language, group):
    return _meta("_wpml_import_language_code", language) + _meta(
        "_wpml_import_translation_group", group
    )


def _meta(name, value):
    return (
        f"<wp:postmeta><wp:meta_key>{cdata(name)}</wp:meta_key>"
        f"<wp:meta_value>{cdata(value)}</wp:meta_value></wp:postmeta>"
    )


MARKS = {"polylang": _polylang, "wpml": _wpml}


def run(path, **options) -> str:
    """Move the pages of the file in, and return what the command says."""
    told = StringIO()
    call_command("import_wordpress", path, stdout=told, **options)
    return told.getvalue()


def moved() -> ContentPage:
    """Return the draft of the only page that moved in."""
    return ContentPage.objects.get().get_latest_revision_as_object()
