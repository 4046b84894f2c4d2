"""Puts names in the order in which readers of a language look for them."""

import re
import unicodedata

from core.languages import current_language

# Letters that Unicode does not take apart, and what readers look for instead.
EXPANSIONS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
)

# Accented letters that an alphabet counts as letters of their own, after the plain one.
OWN_LETTERS = {"es": "ñ"}

AFTER_EVERY_LETTER = "\U0010ffff"
SEPARATORS = re.compile(rf"[^\w{AFTER_EVERY_LETTER}]+|_+")


def sort_key(value: str, language: str | None = None) -> tuple[str, str, str]:
    """Return the key that sorts `value` as a dictionary of `language` would."""
    folded = unicodedata.normalize("NFC", value).casefold()
    own_letters = OWN_LETTERS.get((language or current_language()).split("-")[0], "")
    letters = "".join(
        _letter(character, own_letters) for character in folded.translate(EXPANSIONS)
    )
    return SEPARATORS.sub(" ", letters).strip(), folded, value


def _letter(character, own_letters):
    plain = "".join(
        part
        for part in unicodedata.normalize("NFKD", character)
        if not unicodedata.combining(part)
    )
    return plain + AFTER_EVERY_LETTER if character in own_letters else plain
