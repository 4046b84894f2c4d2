"""Numbers for the words of a text, by which texts of the same languages and length are found."""

import hashlib
from math import log

from translations.inflections import keys, small_words
from translations.readings import INNER_MARK, words_of

# A text is compared with those that have at most about half as many words more or less.
LENGTH_STEP = 1.5
# Longer texts are told apart by their longest words.
MOST_WORDS = 200


class Indexer:
    """Makes the numbers for one pair of languages."""

    def __init__(self, source_language: str, target_language: str):
        self.language = source_language
        self.pair = f"{source_language}>{target_language}"

    def text_key(self, text: str) -> int:
        """Return the number under which the very same plain text is kept."""
        return _number(f"{self.pair}||{text}")

    def own_keys(self, text: str) -> set[int]:
        """Return the numbers under which a plain text is kept."""
        words = words_of(text)
        band = _band(len(words))
        of_words = {self._key(stem, band) for stem in self.stems(words)}
        return {self.text_key(text), *of_words}

    def near_keys(self, text: str) -> dict[str, list[int]]:
        """Return for each word the numbers under which texts of about this length are kept."""
        words = words_of(text)
        band = _band(len(words))
        bands = range(max(0, band - 1), band + 2)
        return {
            stem: [self._key(stem, near) for near in bands]
            for stem in self.stems(words)
        }

    def all_keys(self, text: str, longest: int) -> dict[str, list[int]]:
        """Return for each word the numbers under which texts of up to `longest` words are kept."""
        bands = range(_band(longest) + 1)
        return {
            stem: [self._key(stem, band) for band in bands]
            for stem in self.stems(words_of(text))
        }

    def stems(self, words) -> set[str]:
        """Return the words that say something, each in one form."""
        texts = {INNER_MARK.split(word.text)[0].casefold() for word in words}
        telling = texts - small_words(self.language)
        chosen = sorted(telling or texts, key=lambda text: (-len(text), text))
        return {min(keys(text, self.language)) for text in chosen[:MOST_WORDS] if text}

    def _key(self, stem, band):
        return _number(f"{self.pair}|{band}|{stem}")


def _band(count):
    return int(log(max(count, 1), LENGTH_STEP))


def _number(text):
    digest = hashlib.blake2b(text.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
