"""What became of one language over time, and the way back to an older wording of it alone."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import models
from wagtail.models import Revision

from translations.drafts import lock_message, locked_draft, may_translate, store
from translations.live_texts import language_fields
from translations.models import LanguageVersion
from translations.states import ensure_versions, pairs_of, refresh
from translations.texts import holders
from translations.unpublished import TextChange, is_address, text_changes

LOG_ACTION = "translations.restore"
# So many revisions are compared for one page of the list.
REVISIONS_A_PAGE = 20


@dataclass(frozen=True)
class Entry:
    """A revision in which texts of a language changed."""

    revision: Revision
    changes: list[TextChange]


def revisions_of(instance: models.Model):
    """Return the revisions of `instance`, the latest first."""
    return Revision.objects.for_instance(instance).order_by("-created_at", "-pk")


def history(
    instance: models.Model, language: str, start: int = 0
) -> tuple[list[Entry], bool]:
    """Return the revisions that changed `language`, from the one numbered `start` on, and whether there are older ones."""
    end = start + REVISIONS_A_PAGE
    revisions = list(revisions_of(instance).select_related("user")[start : end + 1])
    versions = [revision.as_object() for revision in revisions]
    entries = [
        Entry(revision, changes)
        for revision, after, before in zip(
            revisions, versions, versions[1:], strict=False
        )
        if (changes := text_changes(before, after, language))
    ]
    return entries, len(revisions) > REVISIONS_A_PAGE


def restore_language(
    version: LanguageVersion, user, revision: Revision
) -> list[TextChange]:
    """Bring the texts of one language back as they were in `revision`, onto the latest draft, and return what changed.

    Rows are known by their keys; of rows that the draft no longer has, and of new ones,
    nothing changes. Addresses stay as they are: other pages may have taken the old one.
    A translation that comes back is to be reviewed, as its source may have gone on.
    """
    with locked_draft(version) as draft:
        if not may_translate(user, draft, version.language):
            raise PermissionDenied
        if message := lock_message(user, draft):
            raise PermissionDenied(message)
        older = revision.as_object()
        changes = [
            change
            for change in text_changes(draft, older, version.language)
            if not change.is_address
        ]
        if changes:
            ensure_versions(draft)
            _take_over(draft, older, version.language)
            _ask_for_review(version, draft)
            store(draft, user, LOG_ACTION)
            refresh(draft, user)
        return changes


def _take_over(draft, older, language):
    rows = {holder.path: holder.instance for holder in holders(older)}
    for holder in holders(draft):
        if holder.path in rows:
            for field in language_fields(holder.instance, language):
                if not is_address(field):
                    value = getattr(rows[holder.path], field.name)
                    setattr(holder.instance, field.name, value)


def _ask_for_review(version, draft):
    records = {record.place: record for record in version.texts.all()}
    for pair in pairs_of(version, draft):
        record = records.get(pair.place)
        if record and record.target_fingerprint != pair.target_fingerprint:
            record.target_fingerprint = pair.target_fingerprint
            record.needs_review = True
            record.is_same = False
            record.save()
