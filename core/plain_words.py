"""Takes the words out of HTML, for whoever reads texts without showing them."""

from html.parser import HTMLParser

from core.typography import INLINE_ELEMENTS, VERBATIM_ELEMENTS

# Stands for code, so that the words around it are not joined.
OBJECT = "\ufffc"


class WordsParser(HTMLParser):
    """Gathers text, a line for each block of it."""

    def __init__(self):
        super().__init__()
        self.words: list[str] = []
        self.verbatim = 0

    def handle_starttag(self, tag, attrs):
        if tag in VERBATIM_ELEMENTS:
            self.verbatim += 1
            self.words.append(OBJECT)
        elif tag not in INLINE_ELEMENTS:
            self.words.append("\n")

    def handle_endtag(self, tag):
        if tag in VERBATIM_ELEMENTS:
            self.verbatim = max(0, self.verbatim - 1)
        elif tag not in INLINE_ELEMENTS:
            self.words.append("\n")

    def handle_data(self, data):
        if not self.verbatim:
            self.words.append(data)


def plain_words(html: str) -> str:
    """Return the text of `html`: no tags, no code, a line for each block."""
    parser = WordsParser()
    parser.feed(html)
    parser.close()
    return "".join(parser.words)
