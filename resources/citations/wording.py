"""The words and marks that citations use in each language."""

import re
from dataclasses import dataclass

# `Hierro` and `Yáñez` begin with a consonant.
SOUNDS_LIKE_Y = re.compile("(?:h?[ií](?![aeoáéó])|y(?![aeiouáéíóú]))")
NARROW, FIXED = "\u202f", "\u00a0"


@dataclass(frozen=True)
class Wording:
    """What the styles write in one language."""

    conjunction: str = "and"
    apa_conjunction: str = "&"
    # Whether a comma stands before the last name, too.
    apa_comma: bool = True
    chicago_comma: bool = True
    no_date: str = "n.d."
    number: str = f"No.{FIXED}"
    colon: str = ": "
    quotes: tuple[str, str] = ("“", "”")
    # English closes a sentence inside the quotation marks.
    is_stop_inside: bool = True
    editors: tuple[str, str] = ("Ed.", "Eds.")
    chicago_editors: tuple[str, str] = ("ed.", "eds.")
    and_others: str = "et al."

    def conjunction_before(self, name: str) -> str:
        """Return the word for “and” that stands before `name`."""
        return self.conjunction

    def apa_conjunction_before(self, name: str) -> str:
        return self.apa_conjunction


class SpanishWording(Wording):
    """Spanish writes `e` for `y` before a name that begins with its sound."""

    def conjunction_before(self, name: str) -> str:
        return "e" if SOUNDS_LIKE_Y.match(name.lower()) else self.conjunction

    def apa_conjunction_before(self, name: str) -> str:
        return self.conjunction_before(name)


ENGLISH = Wording()
WORDINGS = {
    "en": ENGLISH,
    "fr": Wording(
        conjunction="et",
        apa_conjunction="et",
        apa_comma=False,
        chicago_comma=False,
        no_date=f"s.{FIXED}d.",
        number=f"n°{FIXED}",
        colon=f"{FIXED}: ",
        quotes=(f"«{NARROW}", f"{NARROW}»"),
        is_stop_inside=False,
        editors=("dir.", "dir."),
        chicago_editors=("dir.", "dir."),
    ),
    "es": SpanishWording(
        conjunction="y",
        chicago_comma=False,
        no_date=f"s.{FIXED}f.",
        number=f"N.º{FIXED}",
        quotes=("«", "»"),
        is_stop_inside=False,
    ),
}


def wording(language: str) -> Wording:
    """Return the words of `language`; those of English where we know none."""
    return WORDINGS.get(language.split("-")[0].lower(), ENGLISH)
