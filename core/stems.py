"""Stems of words, and words without accents, for all that finds words in texts."""

import threading
import unicodedata
from functools import lru_cache

import snowballstemmer
from django.utils.translation import get_language_info

LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "ı": "i"}
)
# A stemmer keeps the word it works on in itself.
ONE_AT_A_TIME = threading.Lock()


def stem(word: str, language: str) -> str:
    """Return the stem of `word`, in small letters; the word itself in a language without a stemmer."""
    stemmer = _stemmer(language)
    if stemmer is None:
        return word
    with ONE_AT_A_TIME:
        return stemmer.stemWord(word)


def folded(text: str) -> str:
    """Return `text` in small letters, without accents, ligatures or compatibility forms."""
    text = unicodedata.normalize("NFKD", text.casefold().translate(LIGATURES))
    return "".join(sign for sign in text if not unicodedata.combining(sign))


@lru_cache
def _stemmer(language):
    try:
        name = get_language_info(language)["name"].lower()
    except KeyError:
        return None
    if name not in snowballstemmer.algorithms():
        return None
    return snowballstemmer.stemmer(name)
