"""Tells by mail that a page which waited for its languages is published."""

from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.models import Revision

from translations.models import LanguageVersion, ReleaseGate, ReviewStatus
from translations.queue.mails import in_language_of, preference_of, send


def tell_of_release(gate: ReleaseGate, revision: Revision, user) -> None:
    """Tell who published the page and who wrote its languages, but not `user`, who opened the gate."""
    people = [person for person in concerned(gate) if person != user]
    transaction.on_commit(lambda: _tell(people, revision), robust=True)


def concerned(gate: ReleaseGate) -> list:
    """Return who asked for the publication, and who wrote the languages that it waited for, each once."""
    versions = LanguageVersion.objects.filter(
        page_id=gate.page_id, language__in=gate.known_languages
    )
    people = [gate.asked_by]
    for version in versions.select_related("assignee"):
        approved = version.reviews.filter(status=ReviewStatus.APPROVED).first()
        people += [approved and approved.requested_by, version.assignee]
    return [
        person
        for person in dict.fromkeys(people)
        if person and person.is_active and person.email
    ]


def _tell(people, revision):
    page = revision.content_object
    for person in people:
        if preference_of(person).wants_notices:
            with in_language_of(person):
                heading = _subject(page, revision)
                context = {"heading": heading, "url": page.full_url}
                send(person, heading, "release", context)


def _subject(page, revision) -> str:
    later = revision.approved_go_live_at
    if not later:
        return _("“%(title)s” is published: its languages are approved") % {
            "title": page
        }
    day = date_format(localtime(later), "DATETIME_FORMAT")
    return _(
        "The languages of “%(title)s” are approved: it is published on %(day)s"
    ) % {"title": page, "day": day}
