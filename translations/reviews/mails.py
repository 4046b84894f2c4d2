"""Tells by mail that a language waits to be read, and what was said of it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from core.languages import name_in_sentence
from translations.models import LanguageReview, ReviewStatus
from translations.queue.access import writers_of
from translations.queue.mails import absolute, in_language_of, preference_of, send
from translations.reviews.rights import may_decide


def tell(sender, review: LanguageReview, user, **kwargs):
    """Tell those who may do something about `review`, but not `user`, who just did."""
    if review.status == ReviewStatus.OPEN:
        people = [
            person
            for person in writers_of([review.version.language])
            if may_decide(person, review)
        ]
    elif review.status == ReviewStatus.WITHDRAWN:
        people = []
    else:
        people = [review.requested_by, review.version.assignee]
    for person in dict.fromkeys(people):
        if person and person != user and person.is_active and person.email:
            _tell(person, review, user)


def _tell(person, review, user):
    if not preference_of(person).wants_notices:
        return
    with in_language_of(person):
        heading = _subject(review, user)
        address = reverse("translation_review", args=[review.version_id])
        context = {"heading": heading, "review": review, "url": absolute(address)}
        send(person, heading, "review", context)


def _subject(review, user):
    sentence = {
        ReviewStatus.OPEN: _("%(by)s hands in “%(title)s” in %(language)s"),
        ReviewStatus.APPROVED: _("%(by)s approved “%(title)s” in %(language)s"),
        ReviewStatus.RETURNED: _(
            "%(by)s asks for changes in “%(title)s” in %(language)s"
        ),
    }[review.status]
    version = review.version
    name = name_in_sentence(version.language)
    return sentence % {"by": user or "", "title": version.title, "language": name}
