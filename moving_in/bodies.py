"""Turns the HTML of a WordPress page into blocks, and says what has no place among them."""

import re
from dataclasses import dataclass, field
from uuid import NAMESPACE_URL, uuid5

import nh3
from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from django.utils.translation import gettext as _

from core.blocks import HeadingBlock, QuoteBlock

KEPT_TAGS = {"a", "b", "i", "br", "p", "ul", "ol", "li"}
SAME_AS = {"strong": "b", "em": "i"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
WRAPPERS = {"div", "section", "article", "main", "header", "footer", "center", "span"}
SILENT = {"script", "style", "noscript", "hr"}
BLOCKS = {"p", "ul", "ol", "table", "blockquote", "figure", "img", *HEADINGS}
LONGEST_HEADING = HeadingBlock().child_blocks["text"].field.max_length
LONGEST_SOURCE = QuoteBlock().child_blocks["source"].field.max_length
CAPTION = re.compile(
    r"\[caption[^\]]*\](?P<image>.*?<img[^>]*>(?:\s*</a>)?)(?P<text>.*?)\[/caption\]",
    re.S,
)
SHORTCODE = re.compile(r"\[/?[a-z][a-z0-9_-]*(?:\s[^\]]*)?\]")
BLANK_LINE = re.compile(r"\n\s*\n")


@dataclass
class Body:
    """The blocks of a page in one language, as a stream stores them, and what to look at."""

    blocks: list[dict] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def body_of(html: str, library, key: str, title: str) -> Body:
    """Return the blocks of `html`; `library` knows the files and pages that it leads to.

    Blocks have the same ids in each language, so that translations stand side by side.
    """
    return _Builder(library, key, title).build(html)


class _Builder:
    def __init__(self, library, key, title):
        self.library = library
        self.key = key
        self.title = title
        self.body = Body()
        self.paragraphs = []

    def build(self, html):
        soup = BeautifulSoup(prepared(html), "html.parser")
        for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
            comment.extract()
        for name, ours in SAME_AS.items():
            for tag in soup.find_all(name):
                tag.name = ours
        self._remark_on_shortcodes(soup)
        self._walk(soup)
        self._end_text()
        return self.body

    def _remark_on_shortcodes(self, soup):
        found = dict.fromkeys(SHORTCODE.findall(soup.get_text()))
        for code in found:
            self._remark(_("The shortcode “%s” stands in the text: replace it."), code)

    def _walk(self, parent):
        for node in parent.children:
            if isinstance(node, NavigableString):
                if node.strip():
                    self.paragraphs.append(f"<p>{node.output_ready()}</p>")
            elif node.name in SILENT:
                continue
            elif node.name in HEADINGS:
                self._heading(node)
            elif node.name in ("figure", "img"):
                self._picture(node)
            elif node.name == "blockquote":
                self._quote(node)
            elif node.name == "table":
                self._table(node)
            elif node.name in WRAPPERS and node.find(BLOCKS):
                self._walk(node)
            else:
                self._text(node)

    def _text(self, node: Tag):
        """Take a paragraph or a list; the pictures in it follow it."""
        pictures = [picture.extract() for picture in node.find_all("img")]
        for foreign in node.find_all(
            ["iframe", "video", "audio", "embed", "object", "form"]
        ):
            self._leave_out(foreign.extract())
        if node.name in ("iframe", "video", "audio", "embed", "object", "form"):
            self._leave_out(node)
        elif node.get_text(strip=True):
            self._lead_links(node)
            html = (
                str(node)
                if node.name in KEPT_TAGS - {"a", "b", "i"}
                else f"<p>{node}</p>"
            )
            self.paragraphs.append(html)
        for picture in pictures:
            self._picture(picture)

    def _lead_links(self, node):
        for link in node.find_all("a"):
            target = link.get("href", "")
            attributes = self.library.link(target)
            if attributes is None:
                self._remark(
                    _("“%s” leads to nothing that moved in: check the link."), target
                )
                attributes = {"href": self.library.absolute(target)}
            link.attrs = attributes

    def _heading(self, node):
        text = node.get_text(" ", strip=True)
        if not text:
            return
        if len(text) > LONGEST_HEADING:
            self._remark(_("The heading “%s” is long and became a paragraph."), text)
            self.paragraphs.append(f"<p><b>{node.decode_contents()}</b></p>")
            return
        self._add("heading", {"text": text, "anchor": ""})

    def _picture(self, node):
        image = node if node.name == "img" else node.find("img")
        if image is None:
            self._walk(node)
            return
        caption = node.find("figcaption") if node.name == "figure" else None
        source = image.get("src", "")
        found = self.library.image(source)
        if found is None:
            self._remark(
                _("The image “%s” is not in the folder of files: add it."), source
            )
            return
        value = {
            "image": found,
            "caption": caption.get_text(" ", strip=True)[:255] if caption else "",
            "is_decorative": not image.get("alt", "").strip(),
        }
        self._add("image", value)

    def _quote(self, node):
        cite = node.find("cite")
        source = cite.extract().get_text(" ", strip=True) if cite else ""
        text = "\n".join(node.stripped_strings)
        if text:
            self._add("quote", {"text": text, "source": source[:LONGEST_SOURCE]})

    def _table(self, node):
        rows = [
            [cell.get_text(" ", strip=True) for cell in row.find_all(["td", "th"])]
            for row in node.find_all("tr")
        ]
        rows = [row for row in rows if any(row)]
        if not rows:
            return
        width = max(map(len, rows))
        head, *rest = [[*row, *[""] * (width - len(row))] for row in rows]
        caption = node.find("caption")
        words = caption.get_text(" ", strip=True) if caption else self.title
        table = {
            "columns": [{"type": "text", "heading": text or "–"} for text in head],
            "rows": [{"values": row} for row in rest],
            "caption": "",
        }
        self._remark(_("Check the caption and the headings of the table “%s”."), words)
        self._add("table", {"caption": words[:200], "table": table})

    def _leave_out(self, node):
        source = node.get("src") or node.get("data") or node.name
        self._remark(
            _("“%s” was left out: nothing of it is shown on this site."), source
        )

    def _end_text(self):
        html = clean("".join(self.paragraphs))
        self.paragraphs = []
        if html.strip():
            self._append("text", html)

    def _add(self, kind, value):
        self._end_text()
        self._append(kind, value)

    def _append(self, kind, value):
        place = sum(block["type"] == kind for block in self.body.blocks)
        number = uuid5(NAMESPACE_URL, f"{self.key}/{kind}/{place}")
        self.body.blocks.append({"type": kind, "value": value, "id": str(number)})

    def _remark(self, message, value):
        self.body.remarks.append(message % str(value)[:120])


def prepared(html: str) -> str:
    """Return `html` with the paragraphs that WordPress makes only when it shows a page."""
    html = CAPTION.sub(_figure, html)
    if re.search(r"<(p|div|ul|ol|table|figure|h[1-6])[\s>]", html):
        return html
    parts = [part.strip() for part in BLANK_LINE.split(html) if part.strip()]
    return "".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in parts)


def _figure(match):
    return f"<figure>{match['image']}<figcaption>{match['text']}</figcaption></figure>"


def clean(html: str) -> str:
    """Return `html` with only what a text of this site may hold."""
    cleaned = nh3.clean(
        html,
        tags=KEPT_TAGS,
        attributes={"a": {"href", "linktype", "id"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    return cleaned.replace("<br>", "<br/>").replace("&nbsp;", "\u00a0")
