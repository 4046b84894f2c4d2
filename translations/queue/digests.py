"""Tells each person by mail what is new to do and what is due, and nothing twice."""

import logging
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from core.languages import content_languages
from core.models import User
from core.permissions import languages_for_user
from translations.comments.mails import line as message_line
from translations.comments.mails import note as note_told
from translations.comments.mails import untold_messages
from translations.models import (
    LanguageVersion,
    MailPreference,
    Recipient,
    ToldWork,
)
from translations.queue.access import (
    may_assign,
    visible_to,
    works_on_translations,
    writers_of,
)
from translations.queue.filters import by_urgency
from translations.queue.mails import MOST_LINES, in_language_of, lines, send

logger = logging.getLogger(__name__)

# Nobody is written to before this hour of the site's time zone.
FIRST_HOUR = 6
OVERDUE, SOON, COMING = 0, 2, 7
PERIODS = {
    MailPreference.Digest.DAILY: timedelta(hours=23),
    MailPreference.Digest.WEEKLY: timedelta(days=7, hours=-1),
}


def send_digests(now: datetime, **kwargs):
    """Send each person what they were not told yet; one mail that fails keeps back no other."""
    if timezone.localtime(now).hour < FIRST_HOUR:
        return
    failed = 0
    for person in people():
        try:
            send_digest(person, now)
        except Exception:
            logger.exception("The digest for person %s was not sent.", person.pk)
            failed += 1
    if failed:
        raise RuntimeError(f"{failed} digests were not sent; the log says why.")


def people() -> Iterator[User]:
    """Yield who writes any language, and has an address."""
    seen = set()
    for language in content_languages():
        for person in writers_of([language]).exclude(email=""):
            if person.pk not in seen and works_on_translations(person):
                seen.add(person.pk)
                yield person


def send_digest(person, now: datetime) -> bool:
    """Send `person` a mail if there is something to tell, note what it told, and return whether it did."""
    preference, _created = MailPreference.objects.get_or_create(user=person)
    if preference.digest == MailPreference.Digest.NONE:
        return False
    forget_what_is_over(person)
    with_new = _is_time(preference, now)
    untold = untold_work(person, timezone.localdate(now), with_new)
    said = untold_to(person) if with_new else []
    if not any(untold.values()) and not said:
        return False
    # In no transaction: nobody else could write to SQLite while the mail server answers.
    write(person, untold, said)
    with transaction.atomic():
        note(person, untold)
        note_told(said)
        if "new" in untold:
            preference.digest_sent_at = now
            preference.save(update_fields=["digest_sent_at"])
    return True


def _is_time(preference, now) -> bool:
    sent = preference.digest_sent_at
    return sent is None or now - sent >= PERIODS[preference.digest]


def concerning(person) -> QuerySet[LanguageVersion]:
    """Return the unfinished work that `person` has in hand, and that of their languages which nobody has.

    Staff own no language: of what nobody has, they are told what has a due date.
    """
    nobodys = Q(assignee=None, language__in=languages_for_user(person))
    if may_assign(person):
        nobodys &= Q(due_on__isnull=False)
    unfinished = visible_to(person).unfinished()
    return unfinished.filter(Q(assignee=person) | nobodys)


def untold_to(person) -> list[Recipient]:
    """Return what was said to `person` and no mail told, while the conversation goes on and they may read it."""
    return list(
        untold_messages().filter(
            person=person,
            message__thread__resolved_at=None,
            message__thread__version__in=visible_to(person),
        )[:MOST_LINES]
    )


def forget_what_is_over(person) -> None:
    """Forget what was told of finished work: what comes up in it later is new."""
    told = ToldWork.objects.filter(user=person)
    told.exclude(version__in=LanguageVersion.objects.unfinished()).delete()


def untold_work(person, today: date, with_new: bool) -> dict[str, list]:
    """Return what `person` was not told yet, by what there is to say of it."""
    told = {told.version_id: told for told in ToldWork.objects.filter(user=person)}
    untold = {"overdue": [], "soon": [], "coming": []}
    names = {OVERDUE: "overdue", SOON: "soon", COMING: "coming"}
    if with_new:
        untold["new"] = []
    for version in by_urgency(concerning(person).select_related("content_type")):
        known = told.get(version.pk)
        stage = stage_of(version, today)
        if stage is not None and not _was_told(known, version, stage):
            untold[names[stage]].append(version)
        elif known is None and with_new:
            untold["new"].append(version)
    return untold


def stage_of(version: LanguageVersion, today: date) -> int | None:
    """Return how near the due date is: overdue, soon or coming; nothing while it is far."""
    if version.due_on is None:
        return None
    left = (version.due_on - today).days
    if left < 0:
        return OVERDUE
    return next((stage for stage in (SOON, COMING) if left <= stage), None)


def _was_told(known, version, stage) -> bool:
    return (
        known is not None
        and known.due_on == version.due_on
        and known.stage is not None
        and known.stage <= stage
    )


def note(person, untold: dict[str, list]) -> None:
    """Remember that `person` was told this."""
    stages = {"overdue": OVERDUE, "soon": SOON, "coming": COMING, "new": None}
    ToldWork.objects.bulk_create(
        (
            ToldWork(
                user=person,
                version=version,
                due_on=version.due_on if stages[name] is not None else None,
                stage=stages[name],
            )
            for name, versions in untold.items()
            for version in versions
        ),
        batch_size=500,
        update_conflicts=True,
        unique_fields=["user", "version"],
        update_fields=["due_on", "stage"],
    )


def write(person, untold: dict[str, list], said: list[Recipient] = ()) -> None:
    """Send `person` the mail, what is most urgent first."""
    with in_language_of(person):
        headings = {
            "overdue": _("Overdue"),
            "soon": _("Due within 2 days"),
            "coming": _("Due within 7 days"),
            "new": _("New to translate"),
        }
        parts = [
            part(heading, untold.get(name, []), person)
            for name, heading in headings.items()
        ]
        heading = _("What there is to translate")
        send(
            person,
            heading,
            "digest",
            {
                "heading": heading,
                "parts": [one for one in parts if one["lines"]],
                "messages_heading": _("Said to you about texts"),
                "messages": [message_line(recipient) for recipient in said],
            },
        )


def part(heading, versions, person) -> dict:
    shown = lines(versions, person)
    return {"heading": heading, "lines": shown, "rest": len(versions) - len(shown)}
