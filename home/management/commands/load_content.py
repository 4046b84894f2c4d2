"""Loads content files into the site."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.content.checking import check
from home.content.combining import combine
from home.content.faults import ContentRefused, Faults
from home.content.loading import load
from home.content.source import read


class Command(BaseCommand):
    """Loads the pages, questions, funders, menus and redirects of content files."""

    help = (
        "Load content files (see docs/content-format.md), by default the content that "
        "comes with the project. Everything is checked before anything is written. "
        "A text that somebody changed on the site is kept."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="*", metavar="FILE")
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="also replace texts that were changed on the site since the last load",
        )
        parser.add_argument(
            "--check", action="store_true", help="check the files, and write nothing"
        )

    def handle(self, *args, files, overwrite, **options):
        try:
            plan = self.plan(files or shipped_files())
            report = None if options["check"] else load(plan, overwrite)
        except ContentRefused as refused:
            raise CommandError(self.refusal(refused.faults)) from None
        if report is None:
            self.stdout.write(_("The files are in order. Nothing was written."))
        else:
            self.tell(report)

    def plan(self, files):
        faults = Faults()
        contents = [read(file, faults) for file in files]
        faults.refuse()
        plan = check(combine(contents, faults), faults)
        faults.refuse()
        return plan

    def refusal(self, faults):
        count = len(faults)
        heading = ngettext(
            "Nothing was loaded: %(count)s thing must be corrected first.",
            "Nothing was loaded: %(count)s things must be corrected first.",
            count,
        )
        return "\n".join([heading % {"count": count}, *(f"  {f}" for f in faults)])

    def tell(self, report):
        for line in lines_of(report):
            self.stdout.write(line)


def shipped_files() -> list[Path]:
    """Return the content files that come with the project."""
    return sorted((Path(settings.BASE_DIR) / "content").glob("*.yaml"))


def lines_of(report) -> list[str]:
    """Return what a load did, for the person who started it."""
    groups = (
        (_("Created"), report.created),
        (_("Changed"), report.changed),
        (_("Unchanged"), report.unchanged),
        (
            _("Changed, not published: the page has a draft of its own"),
            report.left_as_draft,
        ),
        (_("Left alone, locked"), report.locked),
        (_("Left out, deleted on the site"), report.deleted),
        (_("Kept, changed on the site (--overwrite replaces)"), report.kept),
        (
            _("Checked, not loaded: nothing on the site shows them yet"),
            [f"{name} ({count})" for name, count in report.waiting.items()],
        ),
    )
    return [
        f"{label} ({len(items)}): {', '.join(items)}"
        for label, items in groups
        if items
    ]
