"""Takes apart a text as it is stored, once for all checks: its words, links and elements."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from html.parser import HTMLParser

from core.plain_words import plain_words
from core.typography import ADDRESS, VOID_ELEMENTS

# Every part has an end, so that a text of a thousand letters costs no more than its length.
EMAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
BARE_DOMAIN = r"(?<![\w@.-])(?:[\w-]+\.)+(?:com|edu|gov|info|int|net|org)\b(?!@)"
WEB_ADDRESS = rf"(?:{ADDRESS}|{BARE_DOMAIN})"
PLACEHOLDER = r"%\(\w*\)[#0+-]?\d*[a-zA-Z]?|(?<![\d%])%[sd]\b|\{\{?[ \w.:!]*\}\}?"
# Where a title in another language may stand.
OTHER_VOICE = r"«[^»\n]{0,300}»|“[^”\n]{0,300}”|\"[^\"\n]{0,300}\""
# What is no tag: the parser stumbles over odd declarations, and over tags without an end.
NO_TAG = re.compile(r"<(?=[!?])|<(?![^<>]*>)")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
TITLE_ELEMENTS = {"cite", "em", "i", "q"}


@dataclass(frozen=True)
class Link:
    """Where a link leads, or which image or video stands there."""

    kind: str
    target: str
    # The words that lead there; two links to one target are the same link.
    words: str = field(default="", compare=False)

    @property
    def page_id(self) -> int | None:
        """Return the page that the link leads to, where it is one of the site."""
        if self.kind != "page":
            return None
        number = self.target.partition("?")[0]
        return int(number) if re.fullmatch(r"[0-9]{1,18}", number) else None

    @property
    def name(self) -> str:
        """Return what a translator sees of the link."""
        return self.words or str(self)

    def __str__(self):
        return self.target if self.kind == "address" else f"{self.kind} {self.target}"


class _Parts(HTMLParser):
    """Gathers links and elements, and the tags that do not pair."""

    def __init__(self):
        super().__init__()
        self.links: list[Link] = []
        self.elements: Counter[str] = Counter()
        self.open: list[str] = []
        self.unpaired: list[str] = []
        # The words of the link that is being read.
        self.link_words: list[str] | None = None
        self.link_place = 0

    def handle_starttag(self, tag, attrs):
        self.elements[tag] += 1
        link = _link(tag, dict(attrs))
        if link:
            self.links.append(link)
        if link and tag == "a":
            self.link_words, self.link_place = [], len(self.links) - 1
        if tag not in VOID_ELEMENTS:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID_ELEMENTS:
            self.open.pop()

    def handle_data(self, data):
        if self.link_words is not None:
            self.link_words.append(data)

    def handle_endtag(self, tag):
        if tag == "a" and self.link_words is not None:
            words = "".join(self.link_words).strip()
            link = self.links[self.link_place]
            self.links[self.link_place] = replace(link, words=words)
            self.link_words = None
        if self.open and self.open[-1] == tag:
            self.open.pop()
        elif tag in self.open:
            position = len(self.open) - 1 - self.open[::-1].index(tag)
            self.unpaired += self.open[position + 1 :]
            del self.open[position:]
        elif tag not in VOID_ELEMENTS:
            self.unpaired.append(f"/{tag}")

    def close(self):
        super().close()
        self.unpaired += self.open
        self.open = []


def _link(tag, attributes) -> Link | None:
    if tag == "a" and attributes.get("linktype"):
        query = attributes.get("query")
        target = attributes.get("id") or ""
        return Link(attributes["linktype"], f"{target}?{query}" if query else target)
    if tag == "a" and attributes.get("href") is not None:
        return _address(attributes["href"])
    if tag == "embed":
        target = attributes.get("id") or attributes.get("url") or ""
        return Link(attributes.get("embedtype") or tag, target)
    if tag in ("img", "iframe"):
        return Link("image", attributes.get("src") or "")
    return None


def _address(href) -> Link:
    scheme, colon, name = href.strip().partition(":")
    if colon and scheme.lower() in ("mailto", "tel"):
        number = re.sub(r"[\s().-]", "", name) if scheme.lower() == "tel" else name
        return Link(scheme.lower(), number.lower())
    return Link("address", href.strip())


class Written:
    """One of the two texts of a pair."""

    def __init__(self, stored: str, language: str, is_rich: bool):
        self.stored = stored
        self.language = language
        self.base_language = language.split("-")[0].split("_")[0].lower()
        self.is_rich = is_rich

    @cached_property
    def _html(self) -> str:
        return NO_TAG.sub("&lt;", self.stored)

    @cached_property
    def _parts(self) -> _Parts:
        parts = _Parts()
        if self.is_rich:
            parts.feed(self._html)
            parts.close()
        return parts

    @property
    def links(self) -> list[Link]:
        return self._parts.links

    @property
    def elements(self) -> Counter[str]:
        """Return how often each element occurs; in a plain text, each tag typed there."""
        if self.is_rich:
            return self._parts.elements
        return Counter(TAG.findall(self.stored))

    @property
    def unpaired(self) -> list[str]:
        return self._parts.unpaired

    @cached_property
    def words(self) -> str:
        """Return the text that a reader sees, a line for each block."""
        return plain_words(self._html) if self.is_rich else self.stored

    @property
    def is_empty(self) -> bool:
        return not self.words.strip() and not self.links

    @cached_property
    def lines(self) -> list[str]:
        return [line.strip() for line in self.words.splitlines() if line.strip()]

    @cached_property
    def own_lines(self) -> list[str]:
        """Return the lines without what may be in another language: titles and quotations."""
        stored = self._html if self.is_rich else self.stored
        if self.is_rich:
            names = "|".join(TITLE_ELEMENTS)
            stored = re.sub(rf"(?s)<({names})\b[^>]*>.*?</\1>", " ", stored)
        words = plain_words(stored) if self.is_rich else stored
        words = re.sub(OTHER_VOICE, " ", words)
        return [line.strip() for line in words.splitlines() if line.strip()]

    @cached_property
    def prose(self) -> str:
        """Return the words with addresses and placeholders blanked out, at the same places."""
        pattern = rf"{EMAIL}|{WEB_ADDRESS}|{PLACEHOLDER}"
        return re.sub(pattern, lambda match: " " * len(match[0]), self.words)

    @cached_property
    def emails(self) -> Counter[str]:
        return Counter(found.rstrip(".") for found in re.findall(EMAIL, self.words))

    @cached_property
    def web_addresses(self) -> list[str]:
        without_emails = re.sub(EMAIL, " ", self.words)
        found = re.finditer(WEB_ADDRESS, without_emails)
        return [match[0].rstrip(".,;:!?)»”") for match in found]

    @cached_property
    def placeholders(self) -> Counter[str]:
        return Counter(re.findall(PLACEHOLDER, self.words))
