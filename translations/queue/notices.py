"""Tells people by mail what was assigned to them."""

from django.utils.translation import ngettext

from translations.models import LanguageVersion, ToldWork
from translations.queue.filters import by_urgency
from translations.queue.mails import in_language_of, lines, preference_of, send


def announce(keys: list[int], person, by) -> None:
    """Tell `person` that `by` gave them these versions, unless they want to hear of none."""
    if not preference_of(person).wants_notices:
        return
    rows = LanguageVersion.objects.filter(pk__in=keys, assignee=person)
    versions = list(by_urgency(rows.select_related("content_type")))
    if not versions:
        return
    note(versions, person)
    with in_language_of(person):
        subject = ngettext(
            "%(by)s assigned %(count)d translation to you",
            "%(by)s assigned %(count)d translations to you",
            len(versions),
        ) % {"by": by, "count": len(versions)}
        send(
            person,
            subject,
            "notice",
            {
                "heading": subject,
                "lines": lines(versions, person),
                "count": len(versions),
                "rest": max(0, len(versions) - len(lines(versions, person))),
            },
        )


def note(versions, person):
    """Remember that `person` knows of `versions`; the next digest need not say it again."""
    ToldWork.objects.bulk_create(
        (ToldWork(user=person, version=version) for version in versions),
        batch_size=500,
        ignore_conflicts=True,
    )
