"""The light markup of content files, and the rich text that it stands for.

A text is a list of paragraphs. A list among them is a bulleted list, and
`{numbered: […]}` a numbered one. Within a line: `[label](target)`, `**bold**`,
`*italic*`, a line break for a line break, and a backslash before a sign that means itself.
"""

import re
from html import unescape
from html.parser import HTMLParser

import nh3

INLINE_TAGS = {"a", "b", "i", "br"}
BLOCK_TAGS = {"p", "ul", "ol", "li"}
SCHEMES = {"http", "https", "mailto", "tel", "page", "list", "document"}
SAME_AS = {"strong": "b", "em": "i"}

TOKEN = re.compile(
    r"(?P<tag><[^<>]*>)"
    r"|\\(?P<escaped>[\\*\[\]])"
    r"|\[(?P<label>(?:\\.|<[^<>]*>|[^\[\]\\<>])+)\]\((?P<target>[^()\s<>\"]+)\)"
    r"|\*\*(?P<bold>(?=\S)(?:\\.|[^*\\])+(?<=\S))\*\*"
    r"|\*(?P<italic>(?=\S)(?:\\.|[^*\\])+(?<=\S))\*"
    r"|(?P<break>\n)",
    re.DOTALL,
)
MEANINGFUL = re.compile(r"[\\*\[\]]")
BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')


def sanitise(html: str) -> str:
    """Return `html` with only what the editor's rich text keeps, well formed."""
    for foreign, ours in SAME_AS.items():
        html = re.sub(rf"<(/?){foreign}(?=[\s>/])", rf"<\1{ours}", html, flags=re.I)
    clean = nh3.clean(
        html,
        tags=INLINE_TAGS | BLOCK_TAGS,
        attributes={"a": {"href"}},
        url_schemes=SCHEMES,
        link_rel=None,
    )
    # The editor writes the closed form, and comparing texts needs one form.
    return clean.replace("<br>", "<br/>").replace("&nbsp;", "\u00a0")


def html_of(paragraphs) -> str:
    """Return the rich text of a list of paragraphs, or of one paragraph."""
    if isinstance(paragraphs, str):
        paragraphs = [paragraphs]
    return "".join(map(_block, paragraphs))


def _block(paragraph):
    if isinstance(paragraph, list):
        return _list("ul", paragraph)
    if isinstance(paragraph, dict):
        return _list("ol", paragraph["numbered"])
    return f"<p>{_inline(paragraph)}</p>" if paragraph.strip() else ""


def _list(tag, items):
    return f"<{tag}>{''.join(f'<li>{_inline(item)}</li>' for item in items)}</{tag}>"


def _inline(text):
    """Return one line of markup as HTML that cannot leave its paragraph."""
    clean = sanitise(_tags(text.strip()))
    return re.sub(r"</?(?:p|ul|ol|li)>", "", clean)


def _tags(text):
    return TOKEN.sub(_tag, text)


def _tag(match):
    if match["escaped"]:
        return match["escaped"]
    if match["label"]:
        target = match["target"].replace('"', "%22")
        return f'<a href="{target}">{_tags(match["label"])}</a>'
    if match["bold"]:
        return f"<b>{_tags(match['bold'])}</b>"
    if match["italic"]:
        return f"<i>{_tags(match['italic'])}</i>"
    return "<br/>" if match["break"] else match["tag"]


def without_block_keys(html: str) -> str:
    """Return `html` without the marks to which the editor pins comments."""
    return BLOCK_KEY.sub("", html)


def paragraphs_of(html: str):
    """Return the paragraphs that `html_of` turns into `html`; `{"html": …}` where markup cannot say it."""
    html = without_block_keys(html)
    try:
        paragraphs = _Paragraphs(html).found
    except ValueError:
        return {"html": html}
    return paragraphs if html_of(paragraphs) == html else {"html": html}


class _Paragraphs(HTMLParser):
    """Reads canonical rich text back into markup; ValueError for anything else."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.found = []
        self.line = None
        self.target = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag in BLOCK_TAGS and self.line is not None:
            raise ValueError(tag)
        if tag in ("p", "li"):
            self.line = ""
        elif tag == "ul":
            self.found.append([])
        elif tag == "ol":
            self.found.append({"numbered": []})
        elif tag == "a" and self.line is not None:
            self.target.append(dict(attrs).get("href") or "")
            self.line += "["
        elif tag in ("b", "i", "br") and self.line is not None:
            self.line += {"b": "**", "i": "*", "br": "\n"}[tag]
        else:
            raise ValueError(tag)

    def handle_endtag(self, tag):
        if tag == "p":
            self.found.append(self.line)
            self.line = None
        elif tag == "li":
            self.items().append(self.line)
            self.line = None
        elif tag == "a" and self.target:
            self.line += f"]({self.target.pop()})"
        elif tag in ("b", "i") and self.line is not None:
            self.line += {"b": "**", "i": "*"}[tag]

    def handle_data(self, data):
        if self.line is None:
            raise ValueError(data)
        self.line += MEANINGFUL.sub(r"\\\g<0>", data.replace("<", "&lt;"))

    def items(self):
        last = self.found[-1] if self.found else None
        if isinstance(last, dict):
            return last["numbered"]
        if isinstance(last, list):
            return last
        raise ValueError("li")


def plain_text(html: str) -> str:
    """Return the words of `html`."""
    return unescape(re.sub(r"<[^>]*>", "", html))
