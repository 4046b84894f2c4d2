"""Reads a WordPress export (WXR): an RSS file with elements of WordPress's own.

Languages stand in it as the plugins write them: Polylang as categories of the domains
`language` and `post_translations`, WPML as the fields `_wpml_import_language_code` and
`_wpml_import_translation_group`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse
from django.utils.translation import gettext as _

WORDPRESS = "http://wordpress.org/export/"
CONTENT = "http://purl.org/rss/1.0/modules/content/"


class WxrError(Exception):
    """Says what is wrong with a file, and what to do."""


@dataclass
class Item:
    """A page, a post or a file of the old site."""

    number: int
    kind: str
    status: str = ""
    parent: int = 0
    order: int = 0
    title: str = ""
    slug: str = ""
    link: str = ""
    content: str = ""
    excerpt: str = ""
    file_url: str = ""
    language: str = ""
    group: str = ""
    fields: dict[str, str] = field(default_factory=dict)


@dataclass
class Export:
    """All that a file holds of the old site."""

    address: str
    items: list[Item]


def read(path: Path) -> Export:
    """Return what the file at `path` holds; raise WxrError for anything but a WordPress export."""
    address, items, is_wordpress = "", [], False
    try:
        for element in _elements(path):
            name = _local(element)
            if name == "item":
                items.append(_item(element))
                element.clear()
            elif name == "wxr_version":
                is_wordpress = True
            elif name == "base_blog_url" or (name == "base_site_url" and not address):
                address = _text(element).rstrip("/")
    except ParseError as error:
        message = _("“%(file)s” is not XML: %(error)s. Export it from WordPress again.")
        raise WxrError(message % {"file": path, "error": error}) from error
    except DefusedXmlException as error:
        message = _(
            "“%s” declares entities, which WordPress never does. Export it again."
        )
        raise WxrError(message % path) from error
    except OSError as error:
        message = _("“%(file)s” cannot be read: %(error)s.")
        raise WxrError(message % {"file": path, "error": error.strerror}) from error
    if not is_wordpress:
        message = _(
            "“%s” is no WordPress export. Make one there under Tools → Export: All content."
        )
        raise WxrError(message % path)
    return Export(address, items)


def _elements(path) -> Iterator:
    with path.open("rb") as file:
        for _event, element in iterparse(file, forbid_dtd=True):
            yield element


def _item(element) -> Item:
    told = {}
    item = Item(0, "")
    for child in element:
        name = _local(child)
        if name == "category":
            _read_category(item, child)
        elif name == "postmeta":
            _read_field(item, child)
        elif name == "encoded":
            is_content = child.tag.startswith(f"{{{CONTENT}}}")
            told["content" if is_content else "excerpt"] = child.text or ""
        else:
            told.setdefault(name, _text(child))
    item.number = _number(told.get("post_id"))
    item.kind = told.get("post_type", "")
    item.status = told.get("status", "")
    item.parent = _number(told.get("post_parent"))
    item.order = _number(told.get("menu_order"))
    item.title = told.get("title", "")
    item.slug = unquote(told.get("post_name", ""))
    item.link = told.get("link", "")
    item.content = told.get("content", "")
    item.excerpt = told.get("excerpt", "")
    item.file_url = told.get("attachment_url", "")
    return item


def _read_category(item, element):
    """Take the language and the group of translations, as Polylang writes them."""
    domain, name = element.get("domain"), element.get("nicename", "")
    if domain == "language":
        item.language = name
    elif domain == "post_translations":
        item.group = name


def _read_field(item, element):
    values = {_local(child): child.text or "" for child in element}
    name, value = values.get("meta_key", ""), values.get("meta_value", "")
    item.fields[name] = value
    if name == "_wpml_import_language_code":
        item.language = value
    elif name == "_wpml_import_translation_group":
        item.group = value


def _local(element) -> str:
    return element.tag.rpartition("}")[2]


def _text(element) -> str:
    return (element.text or "").strip()


def _number(text) -> int:
    return int(text) if text and text.isdecimal() else 0
