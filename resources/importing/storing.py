"""Makes documents of what a file holds, or changes those that the site has already."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision
from wagtail.signals import page_published

from core.languages import columns
from core.models import User
from resources.importing.catalogue import Catalogue
from resources.importing.files import Found
from resources.importing.rows import Fault
from resources.importing.values import Values, values_of
from resources.importing.vocabulary import Vocabulary
from resources.models import ResourceAuthor, ResourceIndexPage, ResourcePage

AT_ONCE = 100
# What a page gets with its place in the tree.
NOT_YET = ["path", "depth", "content_type", "draft_title", "slug", *columns("slug")]


class Action(StrEnum):
    """What becomes of a document of a file."""

    CREATED = "created"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True)
class Outcome:
    """A document of a file, by its line, and what became of it or would."""

    line: int
    title: str
    action: Action
    faults: tuple = ()


@dataclass
class Options:
    """What whoever imports decides for all documents of a file."""

    publish: bool = False
    default_type: str = ""
    default_language: str = ""
    user: User | None = None
    dry_run: bool = False


@dataclass
class Importer:
    """Imports documents below the list of resources; every one for itself, so that one fault stops no other."""

    parent: ResourceIndexPage
    options: Options
    catalogue: Catalogue = field(default_factory=Catalogue)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

    def run(self, documents: Iterable[Found]) -> Iterator[Outcome]:
        """Yield what becomes of each of `documents`; with a dry run nothing is written."""
        batch = []
        for found in documents:
            batch.append(found)
            if len(batch) == AT_ONCE:
                yield from self._run_batch(batch)
                batch = []
        yield from self._run_batch(batch)

    def _run_batch(self, batch):
        ids = {pk for found in batch if (pk := self.catalogue.find(found))}
        related = ("latest_revision", "type", "region")
        pages = ResourcePage.objects.select_related(*related).in_bulk(ids)
        # One commit for many: each costs a write to the disk.
        with transaction.atomic():
            return [self._take(found, pages) for found in batch]

    def _take(self, found, pages):
        values = values_of(found, self.vocabulary, self.options)
        if values.faults:
            return _outcome(found, Action.REFUSED, values.faults)
        pk = self.catalogue.find(found)
        # A document of this very file may have made the page.
        page = pk and (pages.get(pk) or ResourcePage.objects.get(pk=pk))
        try:
            with transaction.atomic():
                action = (
                    self._change(page, values) if page else self._create(found, values)
                )
        except ValidationError as error:
            return _outcome(found, Action.REFUSED, _told(error))
        return _outcome(found, action)

    def _create(self, found, values: Values):
        page = ResourcePage(live=False, owner=self.options.user, **values.new)
        values.write(page)
        page.authors = [_row(author) for author in values.authors]
        page.clean_fields(exclude=NOT_YET)
        if self.options.dry_run:
            return Action.CREATED
        self._add(page)
        self.catalogue.learn(found, page.pk)
        return Action.CREATED

    def _add(self, page):
        """Put a new page in its place, with its first revision.

        It is saved once as what it shall be; publishing a revision saves all of it twice more.
        """
        now = timezone.now()
        page.live = self.options.publish
        page.has_unpublished_changes = not page.live
        page.first_published_at = page.last_published_at = now if page.live else None
        self.parent.add_child(instance=page)
        revision = self._first_revision(page, now)
        if page.live:
            page_published.send(sender=type(page), instance=page, revision=revision)

    def _first_revision(self, page, now):
        """Keep what was just saved as a revision too, without asking anybody about it again."""
        revision = Revision(
            content_type=page.get_content_type(),
            base_content_type=page.get_base_content_type(),
            object_id=str(page.pk),
            object_str=str(page),
            user=self.options.user,
            created_at=now,
            content=page.serializable_data(),
        )
        Revision.objects.bulk_create([revision])
        page.latest_revision = revision
        names = {"latest_revision": revision, "latest_revision_created_at": now}
        if page.live:
            page.live_revision = names["live_revision"] = revision
        type(page).objects.filter(pk=page.pk).update(**names)
        return revision

    def _change(self, page, values: Values):
        if page.locked:
            message = _("“%(title)s” is locked. Unlock it, or ask who locked it.")
            raise ValidationError(message % {"title": page.title})
        has_draft = page.has_unpublished_changes
        draft = page.get_latest_revision_as_object() if has_draft else page
        rows = [row.author for row in draft.authors.all()]
        has_other_authors = bool(values.authors) and rows != values.authors
        is_first = self.options.publish and page.first_published_at is None
        if not values.changes(draft) and not has_other_authors and not is_first:
            return Action.SAME
        values.write(draft)
        if has_other_authors:
            draft.authors = [_row(author) for author in values.authors]
        draft.clean_fields()
        if not self.options.dry_run:
            # Nobody's unfinished words go live because a file came in, and nothing comes
            # back that somebody took off the site.
            is_public = is_first or (page.live and not has_draft)
            self._publish(draft, self.options.publish and is_public)
        return Action.CHANGED

    def _publish(self, page, is_public):
        revision = page.save_revision(user=self.options.user)
        if is_public:
            revision.publish(user=self.options.user)


def _row(author):
    return ResourceAuthor(
        family=author.family, given=author.given, name=author.name, role=author.role
    )


def _outcome(found, action, faults=()):
    return Outcome(found.line, found.record.title, action, tuple(faults))


def _told(error: ValidationError):

    if not hasattr(error, "error_dict"):
        return [Fault(message) for message in error.messages]
    return [
        Fault(message, name)
        for name, messages in error.message_dict.items()
        for message in messages
    ]
