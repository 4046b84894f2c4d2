"""Offers what a visitor may have meant where what was typed is found nowhere."""

from search.analysis import tokens
from search.matching import matches
from search.queries import Query, read
from search.spelling import near_words


def correction(text: str, queries: list[Query], generation: int) -> str:
    """Return `text` with each word that is found nowhere replaced by one that is; empty where there is none."""
    languages = [query.language for query in queries]
    corrected = text
    # From the end, so that the places of the words before stay.
    for token in reversed(list(tokens(text, languages[0]))):
        if _is_found(token.text, languages, generation):
            continue
        near = near_words(token.text, languages[0], generation)
        better = (word for word in near if _is_found(word, languages[:1], generation))
        word = next(better, "")
        if word:
            corrected = corrected[: token.start] + word + corrected[token.end :]
    return corrected if corrected != text else ""


def _is_found(word, languages, generation):
    return bool(matches([read(word, code) for code in languages], generation))
