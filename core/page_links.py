"""Shows the links of rich texts to pages: in the reader's language, and only where anybody may read.

While a page is read, a target that is not known yet is only marked; `fill_links` looks up
all of them in one query when the page is complete.
"""

import re
from html import escape

from core.lookups import is_known_page, is_reading, linked_pages

MARKED_LINK = re.compile(r'<a href="page:(\d+)([^"]*)">(.*?)</a>', re.DOTALL)
DEAD_LINK = re.compile(r"<a>(.*?)</a>", re.DOTALL)


def opening_tags(links: list[dict]) -> list[str]:
    """Return the opening tag of each of `links`, given by the attributes that are stored."""
    ids = [_page_id(link) for link in links]
    known = [key for key in ids if not is_reading() or is_known_page(key)]
    pages = linked_pages(known) if known else {}
    return [
        _opening_tag(key, link.get("query"), pages, key in known)
        for key, link in zip(ids, links, strict=True)
    ]


def _page_id(link) -> int:
    stored = link.get("id", "")
    return int(stored) if stored.isdecimal() else 0


def _opening_tag(page_id, query, pages, is_known):
    ending = f"?{escape(query)}" if query else ""
    if not is_known:
        return f'<a href="page:{page_id}{ending}">'
    if page_id not in pages:
        return "<a>"
    return f'<a href="{escape(pages[page_id].get_url())}{ending}">'


def fill_links(html: str) -> str:
    """Return `html` with its marked links leading to their pages, or plain where nobody may read them."""
    ids = {int(match[1]) for match in MARKED_LINK.finditer(html)}
    pages = linked_pages(ids)

    def fill(match):
        page = pages.get(int(match[1]))
        if page is None:
            return match[3]
        return f'<a href="{escape(page.get_url())}{match[2]}">{match[3]}</a>'

    return without_dead_links(MARKED_LINK.sub(fill, html))


def without_dead_links(html: str) -> str:
    """Return `html` with the words of links that lead nowhere as plain words."""
    return DEAD_LINK.sub(r"\1", html)
