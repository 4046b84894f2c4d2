"""Writes the site as one content file, from which `load_content` builds the same site again."""

import re
from dataclasses import dataclass, field

import yaml

from core.languages import columns, content_languages, default_language
from core.models import SitePage, SiteSettings
from home.content import formats
from home.content.body import Body
from home.content.kinds import Kind
from home.content.links import Names
from home.content.loading_site import menu_items, social_links
from home.content.redirects import told_redirects
from home.content.side_by_side import combined
from home.content.vocabularies import told_vocabularies

EMPTY = ("", [], {}, None)


@dataclass
class Dump:
    """The site as a content file, and what could not be written into it."""

    text: str = ""
    private: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)


def dump() -> Dump:
    """Return the site as visitors see it; pages never published are told from their draft."""
    result = Dump()
    pages = _pages(result)
    names = Names(_keys(pages))
    told = {
        "taxonomies": told_vocabularies(names, tell),
        "site": _site(names),
        "tree": [_entry(page, names) for page in pages],
        "pages": {},
    }
    for page in pages:
        _tell_page(page, names, told)
    told["redirects"] = told_redirects(names)
    content = {name: part for name, part in told.items() if part not in EMPTY}
    result.text = yaml.dump(
        content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000
    )
    return result


class _Dumper(yaml.SafeDumper):
    """Writes every value out: content files have no aliases."""

    def ignore_aliases(self, data):
        return True


def _pages(result):
    """Return the pages to tell, parents first, and note the others with all that is below them."""
    found, left_out = [], []
    for page in SitePage.objects.filter(depth__gt=1).order_by("path").specific():
        if any(page.path.startswith(path) for path in left_out):
            continue
        if page.view_restrictions.exists():
            result.private.append(page.title)
            left_out.append(page.path)
        elif formats.type_of(type(page)) is None:
            result.foreign.append(f"{page.title} ({type(page).__name__})")
            left_out.append(page.path)
        else:
            found.append(_told_version(page, result))
    return found


def _told_version(page, result):
    if page.live and page.has_unpublished_changes:
        result.drafts.append(page.title)
    if page.live or page.latest_revision_id is None:
        return page
    return page.get_latest_revision_as_object()


def _keys(pages):
    """Return a key for every page: its own, or one made of its slug."""
    keys = {page.pk: page.content_key for page in pages if page.content_key}
    for page in pages:
        if page.pk not in keys:
            word = re.sub(r"[^a-z0-9]+", "_", page.slug.lower()).strip("_")[:50]
            key = word = word if word[:1].isalpha() else f"page_{word}"
            number = 2
            while key in keys.values():
                key, number = f"{word}_{number}", number + 1
            keys[page.pk] = key
    return keys


def _entry(page, names):
    """Return the place of `page` in the tree."""
    parent = page.get_parent()
    entry = {
        "key": names.keys[page.pk],
        "parent": names.keys.get(parent.pk),
        "type": formats.type_of(type(page)).name,
    }
    if not page.live:
        entry["published"] = False
    told = tell(formats.TREE_FIELDS, page, names)
    if parent.depth == 1:
        # The slug of the home page is in no address.
        told.pop("slug", None)
    return {**entry, **told}


def _tell_page(page, names, told):
    """Add the texts of `page` and its rows; rows with a section of their own go there."""
    page_type = formats.type_of(type(page))
    key = names.keys[page.pk]
    texts = tell(page_type.fields, page, names)
    for rows_name, rows in page_type.rows.items():
        told_rows = [_row(row, rows, names) for row in _in_order(page, rows)]
        section = _section(key, rows_name)
        if section and told_rows:
            told[section] = told_rows
        elif told_rows:
            texts[rows_name] = told_rows
    if texts:
        told["pages"][key] = texts


def _in_order(page, rows):
    """Return the rows of `page`; those without an order of their own as they were made."""
    stored = list(getattr(page, rows.relation).all())
    if rows.model._meta.ordering:
        return stored
    return sorted(stored, key=lambda row: (row.pk is None, row.pk or 0))


def _section(key, rows_name):
    for section, place in formats.ROW_SECTIONS.items():
        if place == (key, rows_name):
            return section
    return None


def _row(row, rows, names):
    anchor = {"id": getattr(row, rows.anchor)} if rows.anchor else {}
    return {**anchor, **tell(rows.fields, row, names)}


def tell(fields: dict, instance, names: Names) -> dict:
    """Return what `instance` holds in `fields`, empty values left out."""
    told, seen = {}, set()
    for name, kind in fields.items():
        if not isinstance(kind, Kind):
            value = tell(kind, instance, names)
        elif kind.field_name in seen:
            continue
        else:
            seen.add(kind.field_name)
            value = _value(kind, instance, names)
        if value not in EMPTY:
            told[name] = value
    return told


def _value(kind, instance, names):
    if not kind.translated:
        return kind.tell(instance, kind.field_name, names)
    values = {
        language: kind.tell(instance, name, names)
        for language, name in zip(
            content_languages(), columns(kind.field_name), strict=True
        )
    }
    values = {lang: value for lang, value in values.items() if value not in EMPTY}
    if isinstance(kind, Body):
        stream = instance._meta.get_field(kind.field_name).stream_block
        return combined(stream, values)
    is_same = len({str(value) for value in values.values()}) == 1
    if kind.shared_name and is_same and len(values) == len(content_languages()):
        return values[default_language()]
    return values


def _site(names):
    settings = SiteSettings.load()
    told = tell(formats.SITE_FIELDS, settings, names)
    for name, place in formats.MENUS.items():
        items = menu_items(settings, place, names)
        told[name] = [_menu_item(item) for item in items if item["page"]]
    told["social_links"] = social_links(settings)
    return {name: value for name, value in told.items() if value not in EMPTY}


def _menu_item(item):
    labels = {
        language: item[name]
        for language, name in zip(content_languages(), columns("label"), strict=True)
        if name in item
    }
    return {"page": item["page"], "label": labels} if labels else item["page"]
