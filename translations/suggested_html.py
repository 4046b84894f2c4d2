"""Fits an earlier translation to the text it is suggested for, without a foreign link or picture."""

import re
from collections import defaultdict
from dataclasses import dataclass
from html import escape

from core.typography import VOID_ELEMENTS
from translations.readings import NAME, TAG
from translations.segments import blocks, plain

LINK = re.compile(r"<a\b[^>]*>", re.IGNORECASE)
END_OF_LINK = re.compile(r"</a\s*>", re.IGNORECASE)
EMBED = re.compile(r"<(?:embed|img|hr|iframe)\b[^>]*/?>", re.IGNORECASE)
PART = re.compile(f"({TAG})", re.DOTALL)
ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)")


@dataclass(frozen=True)
class Texts:
    """The text to translate, and an earlier one with its translation, all as written."""

    source: str
    earlier_source: str
    earlier_target: str


def fitted(texts: Texts, wants_html: bool, earlier_is_html: bool) -> str:
    """Return the earlier translation in the form that the text to translate has.

    A link takes the address that stands at its place in the text to translate; where
    none does, its words stay without a link.
    """
    if not wants_html:
        return plain(texts.earlier_target, earlier_is_html)
    if not earlier_is_html:
        lines = blocks(texts.earlier_target)
        return "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines)
    return _with_links_of(texts)


def _with_links_of(texts):
    links = _links_by_earlier(texts)
    known = {_attributes(tag) for tag in EMBED.findall(texts.source)}
    parts, is_dropped = [], []
    for part in PART.split(texts.earlier_target):
        if LINK.fullmatch(part):
            link = links.get(_attributes(part))
            is_dropped.append(link is None)
            parts.append(link or "")
        elif END_OF_LINK.fullmatch(part):
            if is_dropped and not is_dropped.pop():
                parts.append(part)
        elif not EMBED.fullmatch(part) or _attributes(part) in known:
            parts.append(part)
    return "".join(parts)


def _links_by_earlier(texts):
    """Return the links of the text to translate by what the earlier text had in their places."""
    links, earlier = LINK.findall(texts.source), LINK.findall(texts.earlier_source)
    found = {_attributes(link): link for link in links}
    if len(links) != len(earlier):
        return found
    by_place = dict(zip(map(_attributes, earlier), links, strict=True))
    return {**by_place, **found}


def _attributes(tag):
    """Return what a tag says, in whatever order and quotes."""
    pairs = ATTRIBUTE.findall(tag)
    return frozenset((name.lower(), value.strip("\"'")) for name, value in pairs)


def with_tags_of(source: str, html: str) -> str:
    """Return `html` with only those tags that `source` has too, attributes included.

    For what a machine wrote: it may neither add nor change a link, a picture or a script.
    """
    known = {_tag(tag) for tag in PART.findall(source)}
    parts, is_dropped = [], defaultdict(list)
    for index, part in enumerate(PART.split(html)):
        if index % 2 == 0:
            parts.append(part.replace("<", "&lt;"))
            continue
        name, _attributes_of_tag, is_end = tag = _tag(part)
        if is_end:
            is_kept = bool(is_dropped[name]) and not is_dropped[name].pop()
        else:
            is_kept = tag in known
            if name not in VOID_ELEMENTS:
                is_dropped[name].append(not is_kept)
        if is_kept:
            parts.append(part)
    return "".join(parts)


def _tag(tag):
    name = NAME.match(tag)
    is_end = tag.startswith("</")
    return name and name["name"].lower(), _attributes(tag), is_end
