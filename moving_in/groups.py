"""Brings the translations of each page of the old site together: one page here for all of them."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from core.languages import content_languages, default_language
from moving_in.reports import Report
from moving_in.wxr import Export, Item


@dataclass
class Group:
    """A page in the languages in which it is written."""

    key: str
    items: dict[str, Item] = field(default_factory=dict)

    @property
    def first(self) -> Item:
        """The item in the first of the site's languages that it has."""
        return next(
            self.items[code] for code in content_languages() if code in self.items
        )

    @property
    def numbers(self) -> set[int]:
        return {item.number for item in self.items.values()}


def group_pages(export: Export, kinds: set[str], report: Report) -> list[Group]:
    """Return the pages of `kinds`, parents before their children; `report` tells which items are left out."""
    groups: dict[str, Group] = {}
    for item in export.items:
        if item.kind not in kinds or item.status in ("trash", "auto-draft", "inherit"):
            continue
        language = language_of(item, report)
        if language is None:
            continue
        key = item.group or f"item-{item.number}"
        group = groups.setdefault(key, Group(f"{export.address}#{key}"))
        if language in group.items:
            other = group.items[language].title
            reason = _("Left out: “%s” is already the text in this language.")
            report.leave_out(item.title, item.language, reason % other)
        else:
            group.items[language] = item
    return parents_first(list(groups.values()))


def language_of(item: Item, report: Report) -> str | None:
    """Return the language of the site that `item` is written in; None for one that the site does not have."""
    if not item.language:
        return default_language()
    language = known_language(item.language)
    if language is not None:
        return language
    reason = _("Left out: “%(language)s” is no language of this site (%(languages)s).")
    told = {"language": item.language, "languages": ", ".join(content_languages())}
    report.leave_out(item.title, item.language, reason % told)
    return None


def known_language(code: str) -> str | None:
    """Return the language of the site that `code` means, as `en-us` means English."""
    code = code.lower().replace("_", "-")
    candidates = (code, code.partition("-")[0])
    return next((one for one in candidates if one in content_languages()), None)


def parents_first(groups: list[Group]) -> list[Group]:
    """Return `groups` in an order in which each comes after its parent; a circle is cut open."""
    by_number = {number: group for group in groups for number in group.numbers}
    ordered: dict[str, Group] = {}

    def place(group, below=()):
        parent = by_number.get(group.first.parent)
        if parent is not None and parent.key not in (*below, group.key):
            place(parent, (*below, group.key))
        ordered.setdefault(group.key, group)

    for group in sorted(groups, key=lambda group: group.first.order):
        place(group)
    return list(ordered.values())
