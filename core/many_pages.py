"""Adds many new pages below one parent: a few statements for all, where each would take forty."""

from django.db import transaction
from django.db.models import F, Model
from django.dispatch import Signal
from django.utils import timezone
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from modelsearch.backends import get_search_backends
from wagtail.log_actions import get_active_log_context
from wagtail.models import PageLogEntry, ReferenceIndex, Revision
from wagtail.signals import page_published

from core import slugs

# Sent with `pages`, which are of one type, and `user`, in the transaction that adds them. They
# are not saved one by one: whoever follows `post_save` of pages must listen to this too.
pages_added = Signal()


class NewPages:
    """Pages of one type that are added together; nobody else changes the tree meanwhile.

    Whether a page is `live` says if it is published at once. To be used in a transaction.
    """

    def __init__(self, parent, user=None):
        parent.wait_for_tree()
        self.parent = parent.base_page_model.objects.get(pk=parent.pk)
        self.parent.slugs_below = slugs.slugs_below(self.parent)
        self.user = user
        self.pages = []

    def place(self, page):
        """Give `page` its addresses; a ValidationError says why it cannot have them."""
        page._cached_parent_obj = self.parent
        page.locale_id = page.locale_id or self.parent.locale_id
        slugs.fill_slugs(page, self.parent)
        slugs.settle_slugs(page, self.parent)
        page.minimal_clean()
        page.set_url_path(self.parent)
        for language, known in self.parent.slugs_below.items():
            known.add(page.slug_in(language))
        self.pages.append(page)

    @transaction.atomic
    def write(self):
        """Store all pages with their rows, and each with its first revision."""
        if not self.pages:
            return
        self._put_into_tree()
        _write_pages(self.pages)
        _write_rows(self.pages)
        _write_revisions(self.pages, self.user)
        _write_log(self.pages, self.user)
        _write_references(self.pages)
        model = type(self.pages[0])
        for backend in get_search_backends(with_auto_update=True):
            backend.add_bulk(model, self.pages)
        pages_added.send(sender=model, pages=self.pages, user=self.user)
        for page in filter(_is_live, self.pages):
            page_published.send(
                sender=model, instance=page, revision=page.live_revision
            )

    def _put_into_tree(self):
        model, now = self.parent.base_page_model, timezone.now()
        last = model.objects.child_of(self.parent).order_by("path").last()
        step = last.path[-model.steplen :] if last else ""
        step = model._str2int(step) if step else 0
        for number, page in enumerate(self.pages, start=step + 1):
            page.depth = self.parent.depth + 1
            page.path = model._get_path(self.parent.path, page.depth, number)
            page.has_unpublished_changes = not page.live
            page.latest_revision_created_at = now
            if page.live:
                page.first_published_at = page.last_published_at = now
            page._set_offered_languages()
        children = F("numchild") + len(self.pages)
        model.objects.filter(pk=self.parent.pk).update(numchild=children)


def _is_live(page):
    return page.live


def _write_pages(pages):
    """Write the rows of two tables for each page, as Django does; it has no way to do so at once."""
    base = pages[0].base_page_model
    names = [field.attname for field in base._meta.concrete_fields]
    rows = base.objects.bulk_create(
        base(**{name: getattr(page, name) for name in names}) for page in pages
    )
    for page, row in zip(pages, rows, strict=True):
        _keep_rows_at_hand(page)
        # Revisions name a page by the key of its base, which its own type's does not set.
        page.pk = page.id = row.pk
        # Raw is a row of the page's own table alone.
        page.save_base(raw=True, force_insert=True)


def _keep_rows_at_hand(page):
    """Say of each kind of rows that it has none, so that nobody asks the database for them."""
    for manager in _managers(page):
        manager.set(list(manager.all()))


def _managers(page):
    for relation in get_all_child_relations(type(page)):
        yield getattr(page, relation.get_accessor_name())
    for field in get_all_child_m2m_relations(type(page)):
        yield getattr(page, field.name)


def _write_rows(pages):
    model = type(pages[0])
    for relation in get_all_child_relations(model):
        rows = [
            _belonging(row, relation, page, number)
            for page in pages
            for number, row in enumerate(
                getattr(page, relation.get_accessor_name()).all()
            )
        ]
        relation.related_model._base_manager.bulk_create(rows)
    for field in get_all_child_m2m_relations(model):
        through = field.remote_field.through
        names = field.m2m_field_name(), field.m2m_reverse_field_name()
        pairs = [(page, e) for page in pages for e in getattr(page, field.name).all()]
        through._base_manager.bulk_create(
            through(**dict(zip(names, pair, strict=True))) for pair in pairs
        )


def _belonging(row: Model, relation, page, number):
    setattr(row, relation.field.name, page)
    if hasattr(row, "sort_order"):
        row.sort_order = number
    return row


def _write_revisions(pages, user):
    """Keep what was just written as a revision too."""
    revisions = Revision.objects.bulk_create(
        Revision(
            content_type=page.get_content_type(),
            base_content_type=page.get_base_content_type(),
            object_id=str(page.pk),
            object_str=str(page),
            user=user,
            created_at=page.latest_revision_created_at,
            content=page.serializable_data(),
        )
        for page in pages
    )
    base = pages[0].base_page_model
    for page, revision in zip(pages, revisions, strict=True):
        page.latest_revision = revision
        page.live_revision = revision if page.live else None
    base.objects.bulk_update(
        [
            base(
                pk=page.pk,
                latest_revision=page.latest_revision,
                live_revision=page.live_revision,
            )
            for page in pages
        ],
        ["latest_revision", "live_revision"],
    )


def _write_log(pages, user):
    context = get_active_log_context()
    created = [(page, "wagtail.create", None) for page in pages]
    published = [
        (page, "wagtail.publish", page.live_revision)
        for page in filter(_is_live, pages)
    ]
    PageLogEntry.objects.bulk_create(
        PageLogEntry(
            content_type=page.get_content_type(),
            label=page.get_admin_display_title(),
            action=action,
            timestamp=page.latest_revision_created_at,
            uuid=context.uuid,
            user=user or context.user or page.owner,
            page_id=page.pk,
            revision=revision,
            content_changed=True,
        )
        for page, action, revision in [*created, *published]
    )


def _write_references(pages):
    """Note what the pages refer to, as `ReferenceIndex.create_or_update_for_object` does for one."""
    ReferenceIndex.objects.bulk_create(
        ReferenceIndex(
            content_type=page.get_content_type(),
            base_content_type=ReferenceIndex._get_base_content_type(page),
            object_id=page.pk,
            to_content_type_id=to_content_type,
            to_object_id=to_object,
            model_path=model_path,
            content_path=content_path,
            content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
        )
        for page in pages
        for to_content_type, to_object, model_path, content_path in set(
            ReferenceIndex._extract_references_from_object(page)
        )
    )
