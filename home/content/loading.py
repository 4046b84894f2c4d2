"""Writes checked content to the site, and never over a text that somebody changed there."""

from django.db import transaction

from home.content.comparing import Comparison, Report
from home.content.library import load_documents
from home.content.links import Names
from home.content.loading_site import load_redirects, load_site
from home.content.placing import place
from home.content.plans import Plan
from home.content.vocabularies import load_vocabularies


@transaction.atomic
def load(plan: Plan, overwrite: bool = False) -> Report:
    """Make the site hold what `plan` gives; with `overwrite` also where an editor wrote something else."""
    report = Report(waiting=plan.waiting)
    load_documents(plan.documents, report)
    names = Names()
    load_vocabularies(plan.vocabularies, names, report, overwrite)
    pages = place(plan, names, report, overwrite)
    for key, page in pages.items():
        # Children were added meanwhile; saving the page as it was would lose their count.
        page = type(page).objects.get(pk=page.pk)
        PageLoader(plan.pages[key], page, names, report, overwrite).load()
    load_site(plan.site, names, report, overwrite)
    load_redirects(plan.redirects, names, report)
    return report


class PageLoader(Comparison):
    """Writes one page: its texts, its rows and their order, in one revision."""

    def __init__(self, plan, page, names, report, overwrite):
        super().__init__(plan.key, names, report, overwrite)
        self.plan = plan
        self.has_draft = page.has_unpublished_changes and not plan.is_new
        self.page = page.get_latest_revision_as_object() if self.has_draft else page
        # Nobody has saved it: what it holds comes from a migration.
        self.is_untouched = page.latest_revision_id is None

    def load(self):
        if self.page.locked and not self.overwrite:
            self.report.locked.append(self.key)
            return
        changed = self.apply(
            self.page, self.plan.assignments, is_untouched=self.is_untouched
        )
        for name, row_plans in self.plan.rows.items():
            rows = self.plan.page_type.rows[name]
            changed |= RowsLoader(self, rows, row_plans).load()
        if changed or self.is_untouched:
            self.save()
        self.memory.save()
        self.tell(changed)

    def save(self):
        if not self.has_draft:
            # Rows get their ids here, so that the revision names the rows of the page.
            self.page.save()
        revision = self.page.save_revision()
        if self.plan.is_published if self.plan.is_new else not self.has_draft:
            revision.publish()
        self.remember_written()

    def tell(self, changed):
        if self.plan.is_new:
            self.report.created.append(self.key)
        elif changed and self.has_draft:
            self.report.left_as_draft.append(self.key)
        elif changed:
            self.report.changed.append(self.key)
        else:
            self.report.unchanged.append(self.key)


class RowsLoader:
    """Writes the rows of one kind; rows that the file does not name stay."""

    def __init__(self, page_loader, rows, row_plans):
        self.page_loader = page_loader
        self.rows = rows
        self.plans = row_plans
        self.manager = getattr(page_loader.page, rows.relation)
        # The rows of `all()` are copies until this list exists; changes to them are lost.
        self.manager.get_object_list()
        self.stored = list(self.manager.all())

    def load(self) -> bool:
        changed = False
        for plan in self.plans:
            prefix = f"{self.rows.relation}/{plan.anchor}/"
            row = self.find(plan.anchor)
            is_new = row is None
            if is_new and not self.may_add(prefix):
                continue
            row = row if row is not None else self.add(plan.anchor)
            changed |= is_new
            changed |= self.page_loader.apply(
                row, plan.assignments, prefix, is_untouched=is_new
            )
        return changed | self.order()

    def find(self, anchor):
        if self.rows.anchor:
            named = (r for r in self.stored if getattr(r, self.rows.anchor) == anchor)
            return next(named, None)
        position = int(anchor) - 1
        return self.stored[position] if position < len(self.stored) else None

    def may_add(self, prefix):
        """Tell whether a row may be added: one that was loaded before was deleted by somebody."""
        memory, report = self.page_loader.memory, self.page_loader.report
        if memory.knows(prefix) and not self.page_loader.overwrite:
            report.deleted.append(f"{self.page_loader.key}: {prefix.rstrip('/')}")
            return False
        memory.remember(prefix, True)
        return True

    def add(self, anchor):
        row = self.rows.model()
        if self.rows.anchor:
            setattr(row, self.rows.anchor, anchor)
        if hasattr(row, "sort_order"):
            row.sort_order = len(self.stored)
        self.manager.add(row)
        self.stored.append(row)
        return row

    def order(self) -> bool:
        """Put the rows in the order of a file that names them all."""
        if not self.rows.anchor or not hasattr(self.rows.model, "sort_order"):
            return False
        current = [getattr(row, self.rows.anchor) for row in self.stored]
        wanted = [plan.anchor for plan in self.plans]
        if set(current) != set(wanted):
            return False
        if not self.page_loader.settle(f"{self.rows.relation}/", current, wanted):
            return False
        for row in self.stored:
            row.sort_order = wanted.index(getattr(row, self.rows.anchor))
        return True
