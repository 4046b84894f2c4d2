"""Remembers what was searched in vain, and nothing of who searched.

Words are counted by language. What may tell who somebody is, such as an address, a number
or a long sentence, is not kept at all, and what nobody searches any more is forgotten.
"""

import re
from contextlib import suppress
from datetime import timedelta

from django.db import DatabaseError, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from search.engine import Results
from search.models import FruitlessSearch

MOST_WORDS = 6
LONGEST = 80
# An address of mail or of a site, a telephone number, a date of birth.
PERSONAL = re.compile(r"@|://|www\.|\d(?:[\s./()+-]*\d){4}", re.IGNORECASE)
# Nobody fills the table by typing at random.
MOST_ROWS = 5_000
# What one person searched once may say who they are; staff see what came up again.
SHOWN_FROM = 2
KEPT_FOR = timedelta(days=180)


def remember(results: Results) -> None:
    """Count a search that found nothing in its language; that it cannot be counted troubles no visitor."""
    words = " ".join(results.text.lower().split())
    if not may_be_kept(words):
        return
    found_in = " ".join(
        code
        for code, count in results.counts_by_language.items()
        if count and not results.has_some_words
    )
    with suppress(DatabaseError), transaction.atomic():
        _count(results.language, words, found_in)


def may_be_kept(words: str) -> bool:
    """Tell whether `words` are a search for a subject, and say nothing of a person."""
    return (
        1 < len(words) <= LONGEST
        and len(words.split()) <= MOST_WORDS
        and any(sign.isalpha() for sign in words)
        and not PERSONAL.search(words)
    )


def _count(language, words, found_in):
    today = timezone.localdate()
    row = FruitlessSearch.objects.filter(language=language, words=words)
    if row.update(count=F("count") + 1, found_in=found_in, last_on=today):
        return
    if FruitlessSearch.objects.count() < MOST_ROWS:
        FruitlessSearch.objects.create(
            language=language, words=words, found_in=found_in, last_on=today
        )


def demand(languages: list[str]) -> QuerySet[FruitlessSearch]:
    """Return what readers of `languages` search in vain again and again, the most wanted first."""
    rows = FruitlessSearch.objects.filter(language__in=languages, count__gte=SHOWN_FROM)
    return rows.order_by("-count", "words")


def forget_old_searches(now, **kwargs):
    """Delete what nobody has searched for a long time; runs with all that falls due."""
    FruitlessSearch.objects.filter(last_on__lt=(now - KEPT_FOR).date()).delete()
