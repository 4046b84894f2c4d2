"""Takes a text apart into its blocks and sentences, and finds those of a translation that belong together."""

import re
from dataclasses import dataclass

from translations.readings import BREAK, read

# A sentence ends in a mark, perhaps with a quote or a bracket behind it, before what may
# begin one; not behind a single letter, as in `J. Chen`.
SENTENCE_END = re.compile(
    r"(?<=[.!?…؟。])(?<!\b\w\.)([»”\"’')\]\s]*?\s+)(?=[^\W\d_a-zà-öø-ÿ]|[¿¡«“\"'(\[\d])"
)
SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class SegmentPair:
    """A sentence, or a block of several, and what stands for it in the translation."""

    source: str
    target: str


def blocks(text: str, is_html: bool = False) -> list[str]:
    """Return the paragraphs, headings and list items of `text` as a reader sees them."""
    if is_html:
        parts = read(text, is_html=True).plain.split(BREAK)
    else:
        parts = text.splitlines()
    return [part for part in map(tidy, parts) if part]


def sentences(text: str, is_html: bool = False) -> list[str]:
    """Return the sentences of `text`, without tags."""
    return [
        sentence
        for block in blocks(text, is_html)
        for sentence in sentences_of_block(block)
    ]


def sentences_of_block(block: str) -> list[str]:
    """Return the sentences of one paragraph."""
    found, behind = [], 0
    for end in SENTENCE_END.finditer(block):
        found.append(block[behind : end.end()].strip())
        behind = end.end()
    return [sentence for sentence in [*found, block[behind:].strip()] if sentence]


def plain(text: str, is_html: bool = False) -> str:
    """Return what a reader sees of `text`, a line for each block."""
    return "\n".join(blocks(text, is_html))


def tidy(text: str) -> str:
    """Return `text` with one plain space where there are several, or others."""
    return SPACES.sub(" ", text).strip()


def pair(source: str, target: str, is_html: bool = False) -> list[SegmentPair]:
    """Return the parts of a text with their translations, smaller than the whole.

    Blocks belong together if there are as many on both sides, and so do the sentences
    within two blocks; nothing is guessed.
    """
    from_blocks, to_blocks = blocks(source, is_html), blocks(target, is_html)
    if len(from_blocks) != len(to_blocks):
        return []
    pairs = []
    for from_block, to_block in zip(from_blocks, to_blocks, strict=True):
        pairs += _pairs_of_block(from_block, to_block)
    whole = SegmentPair(plain(source, is_html), plain(target, is_html))
    return [found for found in pairs if found != whole]


def _pairs_of_block(from_block, to_block):
    from_sentences = sentences_of_block(from_block)
    to_sentences = sentences_of_block(to_block)
    if len(from_sentences) != len(to_sentences):
        return [SegmentPair(from_block, to_block)]
    both = zip(from_sentences, to_sentences, strict=True)
    return [SegmentPair(*sentences) for sentences in both]
