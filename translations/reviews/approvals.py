"""What exactly was approved, and whether it still reads like that."""

import json

from django.db import models

from translations.models import LanguageReview, LanguageVersion, ReviewStatus
from translations.states import pairs_of
from translations.units import short_name


def words_of(version: LanguageVersion, draft: models.Model) -> dict[str, str]:
    """Return a fingerprint of each text of `draft` in the language of `version`, by place."""
    return {pair.place: pair.target_fingerprint for pair in pairs_of(version, draft)}


def fingerprint_of(version: LanguageVersion, draft: models.Model) -> str:
    """Return a short name for all that somebody reads who judges this language: its texts and their sources."""
    read = [
        [pair.place, pair.source_fingerprint, pair.target_fingerprint]
        for pair in pairs_of(version, draft)
    ]
    return short_name(json.dumps(read))


def approval_of(version: LanguageVersion, draft: models.Model) -> LanguageReview | None:
    """Return the approval that covers every text of `draft` as it reads; nothing where a text changed since.

    A text that is gone needs no new approval; one that is new does.
    """
    latest = version.reviews.filter(status=ReviewStatus.APPROVED).first()
    if latest is None:
        return None
    words = words_of(version, draft)
    is_covered = all(latest.words.get(place) == word for place, word in words.items())
    return latest if is_covered else None
