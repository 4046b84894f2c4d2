"""Opens inclusive writing: which words `travailleuse·eur·s` or `trabajadoras/es` stands for."""

import re

# How the ending of one gender follows from that of the other, in the singular. The
# longest that fits is taken; where none does, the ending is hung on: `étudiant·e`.
COUNTERPARTS = {
    "fr": {
        "euse": ("eur", "eux"),
        "eure": ("eur",),
        "rice": ("eur",),
        "trice": ("teur",),
        "ère": ("er",),
        "ière": ("ier",),
        "ive": ("if",),
        "enne": ("en",),
        "ienne": ("ien",),
        "onne": ("on",),
        "elle": ("el",),
        "ale": ("al",),
        "se": ("r", "x"),
        "esse": ("e",),
        "ne": ("n",),
        "le": ("l",),
        "eur": ("euse", "rice", "eure"),
        "teur": ("trice",),
        "er": ("ère",),
        "ier": ("ière",),
        "if": ("ive",),
        "en": ("enne",),
        "ien": ("ienne",),
        "on": ("onne",),
        "el": ("elle",),
        "al": ("ale",),
        "aux": ("ale", "al"),
        "eux": ("euse",),
        "x": ("se",),
        "r": ("se",),
    },
    "es": {
        "a": ("o", "e"),
        "o": ("a",),
        "as": ("os", "es"),
        "os": ("as",),
        "es": ("as",),
        "ora": ("or",),
        "oras": ("ores",),
        "or": ("ora",),
        "ores": ("oras",),
    },
}
FRENCH_ENDINGS = (
    "eures?|euses?|rices?|trices?|ières?|ères?|iers?|ers?|ives?|ifs?|iennes?|ennes?"
    "|onnes?|elles?|ales?|aux|eurs?|teurs?|esses?|ne|le|ses?|es?|x|s"
)
SPANISH_ENDINGS = "oras?|ores|or|as?|os?|es"
ENDINGS = f"{FRENCH_ENDINGS}|{SPANISH_ENDINGS}"
SIGNS = re.compile(r"[·•‧∙․./‑()-]+")
# `trabajador@s`, and `todxs` behind a consonant.
BOTH_AT_ONCE = re.compile(r"(?:@|(?<=[bcdfghjklmnñpqrstv])x(?=s$))(s?)$")
# A word that differs from its other gender in more than an ending: `marchande·marchand`.
SHORTEST_WORD = 4

WITHOUT_GENDER = {
    "fr": [
        (re.compile(r"trice(s?)$"), r"teur\1"),
        (re.compile(r"euse(s?)$"), r"eur\1"),
        (re.compile(r"(.{3})ière(s?)$"), r"\1ier\2"),
    ],
}


def has_inclusive_writing(language: str) -> bool:
    """Tell whether words of `language` are written with the endings of both genders."""
    return language.split("-")[0] in COUNTERPARTS


def opened(word: str, language: str) -> set[str]:
    """Return the words that `word`, in small letters, stands for; itself where it is plain."""
    language = language.split("-")[0]
    if language == "es" and (found := BOTH_AT_ONCE.search(word)):
        base = word[: found.start()]
        return {f"{base}{vowel}{found.group(1)}" for vowel in "aoe"}
    parts = [part for part in SIGNS.split(word.replace("@", "")) if part]
    if len(parts) < 2:
        return set(parts) or {word}
    base, *endings = parts
    return _forms(base, endings, COUNTERPARTS.get(language, COUNTERPARTS["fr"]))


def without_gender(form: str, language: str) -> str:
    """Return `form` in the gender that stands for both, where a stemmer would see two words."""
    for ending, other in WITHOUT_GENDER.get(language.split("-")[0], []):
        if ending.search(form):
            return ending.sub(other, form)
    return form


def _forms(base, endings, counterparts):
    plural = endings[-1] == "s" or base.endswith("s") and endings[-1].endswith("s")
    singular = {base.removesuffix("s") if plural else base}
    for ending in endings:
        if ending != "s":
            bare = ending.removesuffix("s") if plural else ending
            singular.add(
                _other(base.removesuffix("s") if plural else base, bare, counterparts)
            )
    written = {base, *singular}
    return written | ({_plural(form) for form in singular} if plural else set())


def _other(base, ending, counterparts):
    """Return `base` in the gender that `ending` shows."""
    for replaced in sorted(counterparts.get(ending, ()), key=len, reverse=True):
        if base.endswith(replaced):
            return base[: -len(replaced)] + ending
    if len(ending) >= SHORTEST_WORD and ending[:2] == base[:2]:
        return ending
    return base + ending


def _plural(form):
    return form if form.endswith(("s", "x")) else f"{form}s"
