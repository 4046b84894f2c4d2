"""Lets a list of pages be narrowed to those with certain words, whatever app it is that searches."""

from django.db.models.expressions import RawSQL
from django.dispatch import Signal

# Sent with `words` and a `kind` of pages. Whoever searches answers with the primary keys of
# the pages, as an expression, or None where the words ask for nothing.
asked_for_words = Signal()


def pages_with(words: str, kind: str) -> RawSQL | None:
    """Return the primary keys of the pages of `kind` that have all of `words`, for `__in`."""
    answers = asked_for_words.send(None, words=words, kind=kind) if words else []
    return next((keys for _receiver, keys in answers if keys is not None), None)
