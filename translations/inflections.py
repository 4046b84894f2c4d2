"""Tells whether two words are forms of one: singular or plural, feminine, masculine or both at once."""

import re
import threading
import unicodedata
from functools import lru_cache

import snowballstemmer
from django.utils.translation import get_language_info

from translations.readings import INNER_MARK

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
# How much of a word its ending may replace: `récupérat(rice)·eur`.
LONGEST_ENDING = 5
SHORTEST_BASE = 3
# What is longer may also be a whole word.
LONGEST_SUFFIX = 3
# The word, the other gender and the plural, and one to spare.
MOST_PARTS = 4

# A stemmer keeps the word it works on in itself.
ONE_AT_A_TIME = threading.Lock()


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
    return frozenset(_key(form, language) for form in _forms(word.casefold()))


def is_acronym(word: str) -> bool:
    """Tell whether `word` is one only in capitals: WHO is not who."""
    return len(word) > 1 and word.isupper()


def _base(language):
    return language.split("-")[0]


def _forms(word):
    """Return `word`, and each word it may stand for if several genders are written in it."""
    parts = [part for part in INNER_MARK.split(word) if part]
    base, *endings = parts[:MOST_PARTS]
    forms = {base}
    for ending in endings:
        if ending == "s":
            continue
        shortest = max(len(base) - LONGEST_ENDING, SHORTEST_BASE)
        forms.update(base[:cut] + ending for cut in range(shortest, len(base)))
        forms.add(base + ending)
        if len(ending) > LONGEST_SUFFIX:
            # A word of its own: `marchande·marchand`.
            forms.add(ending)
    return forms


def _key(form, language):
    stemmer = _stemmer(language)
    if stemmer is None:
        return _without_accents(form)
    family = _family(form, language)
    if language in SAME_WORD:
        form = re.sub(*SAME_WORD[language], form)
    with ONE_AT_A_TIME:
        stem = stemmer.stemWord(form)
    return f"{_without_accents(stem)} {family}".strip()


def _family(form, language):
    found = re.search(rf"(?:{FAMILIES.get(language, '$^')})$", form)
    return found.lastgroup if found else ""


@lru_cache
def _stemmer(language):
    """Return the stemmer of `language`; a language without one knows words only as written."""
    try:
        name = get_language_info(language)["name"].lower()
    except KeyError:
        return None
    known = name in snowballstemmer.algorithms()
    return snowballstemmer.stemmer(name) if known else None


def _without_accents(word):
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(part for part in decomposed if not unicodedata.combining(part))
