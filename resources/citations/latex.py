"""Text as LaTeX writes it, and back."""

import re
import unicodedata
from urllib.parse import quote

from resources.citations.record import one_line

SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    '"': "\u0308",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
    "b": "\u0331",
}
LETTERS = {
    "oe": "œ",
    "OE": "Œ",
    "ae": "æ",
    "AE": "Æ",
    "aa": "å",
    "AA": "Å",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ss": "ß",
    "i": "ı",
    "j": "ȷ",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "guillemotleft": "«",
    "guillemotright": "»",
    "ldots": "…",
    "textquoteright": "’",
}

COMMAND = re.compile(
    r"""
      \\(?P<accent>[`'^~"=.]|[uvHckrdb](?=[\s{\\]))\s*
        (?:\{\s*(?P<braced>\\?[^\W\d_])\s*\}|(?P<bare>\\[ij](?![A-Za-z])|[^\W\d_]))
    | \\(?P<name>[A-Za-z]+)(?:\s*\{\}|\s+)?
    | \\(?P<sign>[^A-Za-z])
    | (?P<dash>---?)
    | (?P<tie>~)
    | [{}]
    """,
    re.VERBOSE,
)
ESCAPED_IN_ADDRESS = re.compile(r"\\([{}$&#%_~])")
SPACES = {"\\": " ", ",": "\u202f", ";": " ", ":": " ", "!": "", "-": "", "/": ""}
DASHES = {"--": "–", "---": "—"}


def escaped(value) -> str:
    """Return `value` so that LaTeX shows it as it is; letters with accents stay letters."""
    return "".join(SPECIAL.get(c, c) for c in one_line(value))


def verbatim(value) -> str:
    """Return an address so that it cannot end its field: braces and backslashes are encoded."""
    return re.sub(r"[{}\\\s]", lambda found: quote(found.group()), one_line(value))


def unescaped(value: str) -> str:
    """Return what LaTeX shows for `value`: `{\\'e}` is é; a command that is not known leaves its argument."""
    return one_line(unicodedata.normalize("NFC", COMMAND.sub(_shown, value)))


def address(value: str) -> str:
    """Return an address as it was before it was escaped."""
    return ESCAPED_IN_ADDRESS.sub(r"\1", value).replace("{", "").replace("}", "")


def _shown(found):
    if mark := found["accent"]:
        letter = (found["braced"] or found["bare"]).removeprefix("\\")
        return letter + ACCENTS[mark]
    if name := found["name"]:
        return LETTERS.get(name, "")
    if sign := found["sign"]:
        return SPACES.get(sign, sign)
    if dash := found["dash"]:
        return DASHES[dash]
    return "\u00a0" if found["tie"] else ""
