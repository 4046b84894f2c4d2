"""Which languages a page waits for before it is published, and why."""

from dataclasses import dataclass

from django.db import models
from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.languages import native_name
from translations.models import LanguageVersion, ReleaseGate, ReviewStatus
from translations.reviews.approvals import approval_of

LEFT = {
    "missing": gettext_lazy("missing %(number)d"),
    "outdated": gettext_lazy("outdated %(number)d"),
    "unreviewed": gettext_lazy("to review %(number)d"),
    "waiting": gettext_lazy("waiting for their source %(number)d"),
}
# What an approval leaves as it is.
UNFINISHED = ("missing", "outdated", "waiting")


@dataclass(frozen=True)
class Wait:
    """A language that is not approved as it reads."""

    version: LanguageVersion
    reason: str

    @property
    def name(self) -> str:
        return native_name(self.version.language)

    @property
    def url(self) -> str:
        """Return where one sees what is to be done, and does it."""
        return reverse("translation_review", args=[self.version.pk])

    def __str__(self):
        return _("%(language)s: %(reason)s") % {
            "language": self.name,
            "reason": self.reason,
        }


def gate_of(page: models.Model) -> ReleaseGate | None:
    """Return the gate of `page`, whatever its type."""
    return (
        ReleaseGate.objects.filter(page_id=page.pk).select_related("asked_by").first()
    )


def waits(gate: ReleaseGate, draft: models.Model) -> list[Wait]:
    """Return the languages of `gate` in which `draft` is not approved, in the order of the settings."""
    versions = {
        version.language: version
        for version in LanguageVersion.objects.filter(page_id=gate.page_id)
    }
    found = []
    for language in gate.known_languages:
        version = versions.get(language)
        if version and (reason := _reason(version, draft)):
            found.append(Wait(version, reason))
    return found


def left_in(version: LanguageVersion, states=LEFT) -> str:
    """Return how many texts of `version` are in which of `states`; empty where none is."""
    numbers = {state: getattr(version, state) for state in states}
    return ", ".join(LEFT[state] % {"number": n} for state, n in numbers.items() if n)


def _reason(version, draft) -> str:
    if version.review == ReviewStatus.RETURNED:
        return _("changes are asked for")
    if version.review == ReviewStatus.OPEN:
        return _("handed in, and not approved yet")
    if left := left_in(version):
        return left
    if approval_of(version, draft) is None:
        return _("finished, but nobody approved it as it reads now")
    return ""


def sentence(found: list[Wait]) -> str:
    """Return what is waited for, as one sentence may hold it."""
    return get_text_list([str(wait) for wait in found], _("and"))
