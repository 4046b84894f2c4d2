"""Links to the pages of a long list of results."""

from dataclasses import dataclass

from search.asking import Asked
from search.engine import Results

NEAR = 2


@dataclass(frozen=True)
class PageLink:
    """A link to one page of the list; without a number where some are left out."""

    number: int = 0
    url: str = ""
    is_current: bool = False


def pages(results: Results, asked: Asked) -> list[PageLink]:
    """Return the links to the first and last page and to those near the present one; none to a single page."""
    if results.last_page == 1:
        return []
    near = range(results.page - NEAR, results.page + NEAR + 1)
    numbers = [
        number
        for number in range(1, results.last_page + 1)
        if number in (1, results.last_page) or number in near
    ]
    links, before = [], 0
    for number in numbers:
        if number > before + 1:
            links.append(PageLink())
        links.append(PageLink(number, asked.url(page=number), number == results.page))
        before = number
    return links
