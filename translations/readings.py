"""The words of a text with the places where they stand, through the tags of HTML."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from core.inclusive import ENDINGS
from core.typography import INLINE_ELEMENTS, VERBATIM_ELEMENTS

# No phrase goes on behind it.
BREAK = "\x1e"
# The limits keep the work small on a text that only looks like HTML.
TAG = (
    r"<!--.{0,2000}?-->"
    r"|</?[a-zA-Z](?:\"[^\"]{0,2000}\"|'[^']{0,2000}'|[^<>\"'])*>"
)
PIECE = re.compile(rf"(?P<tag>{TAG})|(?P<entity>&#?\w+;)|[^<&]+|[<&]", re.DOTALL)
NAME = re.compile(r"</?(?P<name>[a-zA-Z][\w-]*)")

# What may stand behind a word in which several genders are written: `trabajadoras/es`,
# `employé(e)`, `travailleur-euse-s`. Behind a middle dot, any ending may.
WORD = re.compile(
    rf"[^\W_]+(?:[·•‧∙][^\W\d_]+|[/.‑-](?:{ENDINGS})(?![^\W_])|\((?:{ENDINGS})\))*"
)
INNER_MARK = re.compile(r"[·•‧∙/.‑()-]+")


@dataclass(frozen=True)
class Word:
    """A word, where it stands in the text as written, and what stands between it and the one before."""

    text: str
    start: int
    end: int
    gap: str = ""


@dataclass(frozen=True)
class Reading:
    """What a reader sees of a text, and for each letter where it is written."""

    plain: str
    starts: Sequence[int]
    ends: Sequence[int]

    def words(self) -> list[Word]:
        """Return the words in their order."""
        words, behind = [], 0
        for found in WORD.finditer(self.plain):
            start, end = self.starts[found.start()], self.ends[found.end() - 1]
            gap = self.plain[behind : found.start()]
            words.append(Word(found.group(), start, end, gap))
            behind = found.end()
        return words

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Return where the letters from `start` to `end` of the plain text are written."""
        return self.starts[start], self.ends[end - 1]


def read(text: str, is_html: bool = False) -> Reading:
    """Return what a reader sees of `text`; code is left out, and blocks are kept apart."""
    if not is_html:
        return Reading(text, range(len(text)), range(1, len(text) + 1))
    return _HtmlReader().read(text)


def words_of(text: str, is_html: bool = False) -> list[Word]:
    """Return the words of `text` with the places where they stand in it."""
    return read(text, is_html).words()


class _HtmlReader:
    def __init__(self):
        self.letters: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.verbatim = 0

    def read(self, html):
        for piece in PIECE.finditer(html):
            if piece["tag"]:
                self.tag(piece)
            elif not self.verbatim:
                self.text(piece)
        return Reading("".join(self.letters), self.starts, self.ends)

    def tag(self, piece):
        name = NAME.match(piece["tag"])
        name = name["name"].lower() if name else ""
        if name in VERBATIM_ELEMENTS:
            step = -1 if piece["tag"].startswith("</") else 1
            self.verbatim = max(0, self.verbatim + step)
        if name and name not in INLINE_ELEMENTS:
            self.letter(BREAK, piece.start(), piece.end())

    def text(self, piece):
        if piece["entity"]:
            for letter in unescape(piece["entity"]):
                self.letter(letter, piece.start(), piece.end())
        else:
            for position, letter in enumerate(piece.group(), start=piece.start()):
                self.letter(letter, position, position + 1)

    def letter(self, letter, start, end):
        self.letters.append(letter)
        self.starts.append(start)
        self.ends.append(end)
