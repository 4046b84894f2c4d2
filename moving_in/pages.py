"""Makes a draft page of each group of translations, and writes again only what nobody changed since."""

import hashlib
import json

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.utils.html import strip_tags
from django.utils.text import slugify
from django.utils.translation import gettext as _

from core import slugs
from core.languages import (
    column,
    content_languages,
    default_language,
    name_in_sentence,
)
from core.models import SitePage
from moving_in import reports
from moving_in.bodies import body_of
from moving_in.groups import Group, group_pages
from moving_in.library import Library
from moving_in.models import MovedItem
from moving_in.redirects import leave_old_addresses
from moving_in.reports import Report
from moving_in.wxr import Export

# The text page of the site, which stands on the same floor as this, and is known by name.
PAGE_TYPE = "home.ContentPage"
ALLOW_UNICODE = getattr(settings, "WAGTAIL_ALLOW_UNICODE_SLUGS", True)
LONGEST_TITLE = SitePage._meta.get_field("title").max_length


def move_in(
    export: Export, parent: SitePage, folder, kinds: set[str], writes=True
) -> Report:
    """Bring the pages of `export` below `parent` as drafts, all or none, and return what became of each.

    Without `writes` nothing stays; what would become of each is told all the same.
    """
    with transaction.atomic():
        mover = Mover(export, parent, Library(export, folder, writes), kinds)
        report = mover.move()
        if not writes:
            transaction.set_rollback(True)
    return report


class Mover:
    """Moves the pages of one export: first their places, then their texts, which link to one another."""

    def __init__(self, export, parent, library, kinds):
        self.export = export
        self.parent = parent
        self.library = library
        self.kinds = kinds
        self.report = Report()
        self.pages: dict[str, SitePage] = {}

    def move(self) -> Report:
        groups = group_pages(self.export, self.kinds, self.report)
        known = self.known(groups)
        for group in groups:
            self.place(group, known.get(group.key))
        for group in groups:
            if group.key in self.pages:
                self.write(group, known.get(group.key))
        self.report.files = self.library.taken
        return self.report

    @staticmethod
    def known(groups) -> dict[str, MovedItem]:
        keys = [group.key for group in groups]
        moved = MovedItem.objects.filter(key__in=keys).select_related("page")
        return {item.key: item for item in moved}

    def place(self, group: Group, moved: MovedItem | None):
        """Find the page of `group`, or make it; one that somebody deleted stays deleted."""
        if moved is None:
            page = self.make(group)
        elif moved.page is None:
            self.line(group, reports.DELETED)
            return
        else:
            page = moved.page.specific
        self.pages[group.key] = page
        self.library.pages |= dict.fromkeys(group.numbers, page.pk)

    def make(self, group):
        page = apps.get_model(PAGE_TYPE)(live=False, **self.address(group))
        parent_id = self.library.pages.get(group.first.parent, self.parent.pk)
        parent = SitePage.objects.get(pk=parent_id).specific
        for name in slugs.slug_errors(page, parent):
            # One is made of the title instead, as in the editor.
            setattr(page, name, "")
        parent.add_child(instance=page)
        return page

    def address(self, group) -> dict[str, str]:
        """Return the titles and slugs of a page; the first language stands in where the default has none."""
        values = {}
        for language, item in group.items.items():
            title = strip_tags(item.title).strip() or _("Without a title")
            values[column("title", language)] = title[:LONGEST_TITLE]
            slug = slugify(item.slug, allow_unicode=ALLOW_UNICODE)
            values[column("slug", language)] = slug
        for name in ("title", "slug"):
            first = values[column(name, self.first_language(group))]
            values.setdefault(column(name, default_language()), first)
        return values

    @staticmethod
    def first_language(group) -> str:
        return next(code for code in content_languages() if code in group.items)

    def write(self, group, moved: MovedItem | None):
        """Write the texts of `group`, unless they stand there or somebody wrote others."""
        page = self.pages[group.key]
        texts, remarks = self.texts(group)
        fingerprint = hashlib.sha256(json.dumps(texts, sort_keys=True).encode())
        is_same = moved is not None and moved.fingerprint == fingerprint.hexdigest()
        if is_same:
            line = self.line(group, reports.UNCHANGED)
        elif moved is not None and page.latest_revision_id != moved.revision_id:
            line = self.line(group, reports.KEPT)
        else:
            self.save(page, texts, group, fingerprint.hexdigest())
            outcome = reports.CREATED if moved is None else reports.CHANGED
            line = self.line(group, outcome)
        line.remarks += remarks
        self.report.redirects += leave_old_addresses(page, group.items)

    def texts(self, group) -> tuple[dict, list[str]]:
        """Return the texts of a page by column, and what to look at in them."""
        values, remarks = {}, []
        for language, item in group.items.items():
            values[column("lead", language)] = strip_tags(item.excerpt).strip()
            body = body_of(item.content, self.library, group.key, item.title)
            values[column("body", language)] = json.dumps(body.blocks)
            remarks += [f"({language}) {remark}" for remark in body.remarks]
        if default_language() not in group.items:
            message = _(
                "The title in %s stands in for the missing one of the default language."
            )
            remarks.append(message % name_in_sentence(self.first_language(group)))
        return values, remarks

    def save(self, page, texts, group, fingerprint):
        # Children were added meanwhile; saving the page as it was would lose their count.
        page = type(page).objects.get(pk=page.pk)
        for name, value in texts.items():
            setattr(page, name, value)
        page.save()
        revision = page.save_revision(log_action=True)
        MovedItem.objects.update_or_create(
            key=group.key,
            defaults={"page": page, "fingerprint": fingerprint}
            | {"revision_id": revision.pk},
        )

    def line(self, group, outcome):
        languages = [code for code in content_languages() if code in group.items]
        return self.report.add(group.first.title, ", ".join(languages), outcome)
