"""Tells whether two words are forms of one: singular or plural, feminine, masculine or both at once."""

import re
from functools import lru_cache

from core.inclusive import opened
from core.stems import folded, stem

# Stemmers bring together what differs in meaning: `informal` and `information`, a
# `trabajadora` and her `trabajo`. Words whose endings differ so are not one word.
FAMILIES = {
    "en": r"(?P<agent>ers?|ors?)|(?P<act>ations?)|(?P<state>it(?:y|ies)|ness)|(?P<kind>als?)"
    r"|(?P<doctrine>isms?)|(?P<follower>ists?)|(?P<doing>ings?)|(?P<thing>ments?)"
    r"|(?P<manner>ly)|(?P<making>i[sz]e[sd]?)",
    "fr": r"(?P<agent>eures?|eurs?|euses?|rices?)|(?P<act>ations?|itions?)|(?P<thing>ements?)"
    r"|(?P<state>ités?)|(?P<kind>iques?)|(?P<doctrine>ismes?)|(?P<follower>istes?)"
    r"|(?P<doing>ages?)|(?P<field>ies?)",
    "es": r"(?P<agent>dor(?:a|es|as)?)|(?P<act>aci[oó]n(?:es)?)|(?P<thing>mientos?)"
    r"|(?P<state>idad(?:es)?)|(?P<kind>ic[oa]s?)|(?P<doctrine>ismos?)"
    r"|(?P<follower>istas?)|(?P<doing>ajes?)|(?P<field>[ií]as?)",
}
# Where a stemmer sees two words in the two genders of one.
SAME_WORD = {"fr": (r"euse(s?)$", r"eur\1")}

# Words that may come, go and change within a term: `vendeuse de rue`, `vendeuses des rues`.
SMALL_WORDS = {
    "en": {"a", "an", "the", "of", "in", "at"},
    "fr": {"à", "au", "aux", "d", "de", "des", "du", "en", "l", "la", "le", "les"},
    "es": {"a", "al", "de", "del", "el", "en", "la", "las", "los"},
}
# Between the two words of a doublet: `travailleuses et travailleurs`.
CONJUNCTIONS = {
    "en": {"and", "or"},
    "fr": {"et", "ou"},
    "es": {"e", "o", "u", "y"},
}


def small_words(language: str) -> set[str]:
    """Return the words that carry no meaning of their own within a term."""
    return SMALL_WORDS.get(_base(language), set())


def conjunctions(language: str) -> set[str]:
    """Return the words that join two forms of one word."""
    return CONJUNCTIONS.get(_base(language), set())


@lru_cache(maxsize=65536)
def keys(word: str, language: str) -> frozenset[str]:
    """Return short names of `word`; two forms of one word have at least one in common."""
    language = _base(language)
    return frozenset(_key(form, language) for form in opened(word.casefold(), language))


def is_acronym(word: str) -> bool:
    """Tell whether `word` is one only in capitals: WHO is not who."""
    return len(word) > 1 and word.isupper()


def _base(language):
    return language.split("-")[0]


def _key(form, language):
    family = _family(form, language)
    if language in SAME_WORD:
        form = re.sub(*SAME_WORD[language], form)
    return f"{folded(stem(form, language))} {family}".strip()


def _family(form, language):
    found = re.search(rf"(?:{FAMILIES.get(language, '$^')})$", form)
    return found.lastgroup if found else ""
