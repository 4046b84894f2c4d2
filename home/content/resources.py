"""Documents of the knowledge base in content files.

A dump tells them as pages, like any other. A section `resources` may hold them more
briefly, by `id`, with words that catalogues use: it is turned into pages before anything
is checked. What is sample data is published only where the site shows samples.
"""

from django.conf import settings
from django.utils.text import slugify

from core.languages import content_languages, default_language
from home.content.entries import rows_of
from home.content.source import Located

SECTION = "resources"
PARENT = "resources"
TYPE = "ResourcePage"
# Words of the section, and the fields of the page that they give.
NAMES = {
    "title": "original_title",
    "title_language": "original_language",
    "sector": "sectors",
    "theme": "themes",
    "url": "link",
}
# Notes about where an entry comes from, and the titles of its page.
LEFT_OUT = {
    "id",
    "basis",
    "title_note",
    "year_note",
    "authors_note",
    "language",
    "display_title",
    "authors_role",
}


def expand(content: Located, faults) -> Located:
    """Return `content` with the rows of its section among its pages."""
    section = content.get(SECTION)
    if section is None:
        return content
    rows = rows_of(section, "id", faults)
    sections = {name: part for name, part in content.items() if name != SECTION}
    tree = sections.get("tree") or Located([], section.place)
    pages = sections.get("pages") or Located({}, section.place)
    if tree.is_list and pages.is_map:
        named = {item.get("key").value for item in tree.value if item.get("key")}
        new = [(key, row) for key, row in rows.items() if key not in named]
        entries = [_entry(key, row) for key, row in new]
        texts = {key: _texts(row) for key, row in new}
        sections["tree"] = Located([*tree.value, *entries], tree.place)
        sections["pages"] = Located({**pages.value, **texts}, pages.place)
    return Located(sections, content.place)


def _entry(key, row):
    """Return the place of a document in the tree."""
    titles = row.get("display_title") or _same_in_all(row.get("title"), row)
    first = titles.get(default_language()) or titles
    slug = slugify(str(first.value))[:80].strip("-") or key
    entry = {
        "key": row.get("id"),
        "parent": Located(PARENT, row.place),
        "type": Located(TYPE, row.place),
        "title": titles,
        "slug": _slugs(titles, slug, row),
    }
    is_sample = row.get("is_sample")
    if is_sample and is_sample.value is True and not settings.SHOW_SAMPLE_DATA:
        entry["published"] = Located(False, row.place)
    return Located(entry, row.place)


def _same_in_all(title, row):
    title = title or Located("", row.place)
    return Located(dict.fromkeys(content_languages(), title), title.place)


def _slugs(titles, first, row):
    slugs = {
        language: slugify(str(title.value))[:80].strip("-") or first
        for language, title in titles.items()
        if language in content_languages()
    }
    slugs.setdefault(default_language(), first)
    return Located({c: Located(s, row.place) for c, s in slugs.items()}, row.place)


def _texts(row):
    """Return the fields of the page that `row` gives."""
    texts = {
        NAMES.get(name, name): item
        for name, item in row.items()
        if name not in LEFT_OUT and item.value not in (None, [], "")
    }
    if "authors" in texts:
        texts["authors"] = _authors(texts["authors"], row.get("authors_role"))
    texts.setdefault("original_language", row.get("language") or Located("", row.place))
    return Located(texts, row.place)


def _authors(authors, role):
    """Return the authors without the word for what they are, which their names tell."""
    if not authors.is_list:
        return authors
    told = []
    for author in authors.value:
        names = {n: item for n, item in author.items() if n != "kind" and item.value}
        if role is not None:
            names.setdefault("role", role)
        told.append(Located(names, author.place) if author.is_map else author)
    return Located(told, authors.place)
