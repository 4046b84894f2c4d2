"""Makes documents of what a file holds, or changes those that the site has already."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from core.addresses import lock_tree
from core.languages import columns
from core.many_pages import NewPages
from core.models import SitePage, User
from resources.importing.catalogue import Catalogue, identities_of
from resources.importing.files import Found
from resources.importing.rows import Fault
from resources.importing.values import Values, values_of
from resources.importing.vocabulary import Vocabulary
from resources.models import ResourceAuthor, ResourceIndexPage, ResourcePage
from resources.models.facets import record_new

AT_ONCE = 100
# What a page gets with its place in the tree, and what was read from this very database.
NOT_YET = [
    *("path", "depth", "draft_title", "slug", *columns("slug")),
    *(field.name for field in ResourcePage._meta.fields if field.is_relation),
]


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


class _New:
    """The documents of a batch that are new, until they are written together."""

    def __init__(self, importer):
        self.importer = importer
        self.pages: NewPages | None = None
        self.found: list[Found] = []
        self.names: set[str] = set()

    def has(self, found: Found) -> bool:
        """Tell whether one of them is `found` too."""
        return not self.names.isdisjoint(identities_of(found))

    def add(self, found: Found, page: ResourcePage):
        if self.pages is None:
            importer = self.importer
            self.pages = NewPages(importer.parent, importer.options.user)
        page.derive()
        self.pages.place(page)
        self.found.append(found)
        self.names.update(identities_of(found))

    def write(self):
        """Write them, and let the catalogue know them."""
        if self.pages is None:
            return
        self.pages.write()
        record_new(self.pages.pages)
        for found, page in zip(self.found, self.pages.pages, strict=True):
            self.importer.catalogue.learn(found, page.pk)
        self.__init__(self.importer)


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
        # One commit for many: each costs a write to the disk.
        with transaction.atomic():
            pages = self._read(ids)
            self.new = _New(self)
            outcomes = [self._take(found, pages) for found in batch]
            self.new.write()
        return outcomes

    def _read(self, ids):
        """Return the pages by id, which nobody else writes before the batch is stored."""
        if not self.options.dry_run:
            lock_tree(SitePage)
            rows = SitePage.objects.select_for_update(no_key=True).order_by()
            list(rows.filter(pk__in=ids).values_list("pk"))
        related = ("latest_revision", "type", "region")
        return ResourcePage.objects.select_related(*related).in_bulk(ids)

    def _take(self, found, pages):
        values = values_of(found, self.vocabulary, self.options)
        if values.faults:
            return _outcome(found, Action.REFUSED, values.faults)
        if self.new.has(found):
            self.new.write()
        pk = self.catalogue.find(found)
        # A document of this very file may have made the page.
        page = pk and (pages.get(pk) or ResourcePage.objects.get(pk=pk))
        try:
            action = self._change(page, values) if page else self._create(found, values)
        except ValidationError as error:
            return _outcome(found, Action.REFUSED, _told(error))
        return _outcome(found, action)

    def _create(self, found, values: Values):
        live = self.options.publish
        page = ResourcePage(live=live, owner=self.options.user, **values.new)
        values.write(page)
        page.authors = [_row(author) for author in values.authors]
        page.clean_fields(exclude=NOT_YET)
        if not self.options.dry_run:
            self.new.add(found, page)
        return Action.CREATED

    @transaction.atomic
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
