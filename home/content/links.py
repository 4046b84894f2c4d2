"""Links of content files: `page:KEY`, `list:KEY` and `document:TITLE`, and what they are in rich text."""

import re
from functools import cached_property
from html import escape, unescape
from urllib.parse import quote, unquote

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model

from core.models import SitePage
from faq.audiences import Audience
from organisations.models import Organisation
from partnerships.models import Funder

LINK = re.compile(r"<a((?:\s[^>]*)?)>")
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')

# A list is a page of lists with one filter set: the key of the page, and its parameter.
LISTS = {
    **{kind: ("members", f"kind={kind}") for kind in Organisation.Kind.values},
    **{kind: ("funders", f"kind={kind}") for kind in Funder.Kind.values},
    **{audience: ("faq", f"audience={audience}") for audience in Audience.values},
}
OTHER_SCHEMES = ("page", "list", "document", "mailto", "tel")
LIST_NAMES = {place: name for name, place in LISTS.items()}


class Names:
    """Knows pages by key and documents by title, in both directions."""

    def __init__(self, keys: dict[int, str] | None = None):
        self._given = keys

    @cached_property
    def keys(self) -> dict[int, str]:
        if self._given is not None:
            return self._given
        keyed = SitePage.objects.exclude(content_key=None)
        return dict(keyed.values_list("pk", "content_key"))

    @cached_property
    def ids(self) -> dict[str, int]:
        return {key: pk for pk, key in self.keys.items()}

    @cached_property
    def documents(self) -> dict[int, str]:
        return dict(get_document_model().objects.values_list("pk", "title"))

    def add(self, key: str, pk: int):
        """Learn a page that was made meanwhile."""
        self.keys[pk] = key
        self.ids[key] = pk

    def forget(self, key: str):
        """Unlearn a page."""
        self.keys.pop(self.ids.pop(key, None), None)


def targets(html: str) -> list[str]:
    """Return where the links of `html`, written as in content files, lead; "" for a refused address."""
    return [_attributes(match).get("href", "") for match in LINK.finditer(html)]


def fault_of(target: str, page_keys, documents) -> str | None:
    """Return what is wrong with a link, or None."""
    scheme, _colon, name = target.partition(":")
    if scheme == "page" and name not in page_keys:
        return _("No page has the key “%s”.") % name
    if scheme == "list" and name not in LISTS:
        return _("“%(name)s” is no list. Choose from: %(choices)s.") % {
            "name": name,
            "choices": ", ".join(LISTS),
        }
    if scheme == "list" and LISTS[name][0] not in page_keys:
        return _("No page has the key “%s”, which this list needs.") % LISTS[name][0]
    if scheme == "document" and unquote(name) not in documents:
        return _("No document is called “%s”. Upload it first.") % unquote(name)
    if scheme in ("http", "https"):
        return _url_fault(target)
    if not _is_local(target) and scheme not in OTHER_SCHEMES:
        return _("A link leads nowhere. Write [label](page:KEY) or [label](https://…).")
    return None


def _is_local(target):
    """Tell whether a link leads to an anchor of its page, or to a path of the site."""
    return target.startswith("#") or (
        target.startswith("/") and not target.startswith("//")
    )


def _url_fault(url):
    try:
        URLValidator(schemes=["http", "https"])(url)
    except ValidationError:
        return _("“%s” is no valid address.") % url
    return None


def to_database(html: str, names: Names) -> str:
    """Return `html` with links to keys as Wagtail stores them; the label alone where the page is gone."""
    return _without_empty_links(LINK.sub(lambda link: _stored(link, names), html))


def _stored(link, names):
    href = _attributes(link).get("href", "")
    scheme, _colon, name = href.partition(":")
    if scheme == "page" and name in names.ids:
        return f'<a linktype="page" id="{names.ids[name]}">'
    if scheme == "list" and LISTS[name][0] in names.ids:
        page_key, query = LISTS[name]
        return f'<a linktype="page" id="{names.ids[page_key]}" query="{query}">'
    if scheme == "document":
        found = [pk for pk, title in names.documents.items() if title == unquote(name)]
        return f'<a linktype="document" id="{found[0]}">' if found else "<a>"
    return "<a>" if scheme in ("page", "list") else link[0]


def from_database(html: str, names: Names) -> str:
    """Return stored `html` with its links as content files write them."""
    return _without_empty_links(LINK.sub(lambda link: _written(link, names), html))


def _written(link, names):
    attributes = _attributes(link)
    linked, kind = attributes.get("id", ""), attributes.get("linktype")
    if kind == "page":
        key = names.keys.get(int(linked)) if linked.isdigit() else None
        if key is None:
            return "<a>"
        name = LIST_NAMES.get((key, attributes.get("query")))
        return f'<a href="list:{name}">' if name else f'<a href="page:{key}">'
    if kind == "document":
        title = names.documents.get(int(linked)) if linked.isdigit() else None
        return f'<a href="document:{quote(title)}">' if title else "<a>"
    href = attributes.get("href")
    return f'<a href="{escape(href)}">' if href else "<a>"


def _attributes(link):
    return {name: unescape(value) for name, value in ATTRIBUTE.findall(link[1])}


def _without_empty_links(html):
    return re.sub(r"<a>(.*?)</a>", r"\1", html, flags=re.DOTALL)
