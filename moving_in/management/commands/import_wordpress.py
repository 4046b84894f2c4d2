"""Moves the pages of a WordPress site in."""

import csv
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from core.models import SitePage
from core.spreadsheets import safe_cell
from moving_in.pages import move_in
from moving_in.reports import HEADER
from moving_in.wxr import WxrError, read


class Command(BaseCommand):
    """Makes draft pages of a WordPress export; run again, it changes nothing that somebody changed."""

    help = (
        "Make draft pages of a WordPress export (WXR) whose languages come from Polylang "
        "or WPML, with redirects from the old addresses. See docs/operators/moving-in.md."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--files",
            type=Path,
            metavar="FOLDER",
            help="the folder wp-content/uploads of the old site, for images and documents",
        )
        parser.add_argument(
            "--parent",
            default="",
            metavar="KEY",
            help="the content key or number of the page to move below; the home page if not given",
        )
        parser.add_argument(
            "--types",
            default="page",
            help="post types to take, with commas between them, such as page,post",
        )
        parser.add_argument(
            "--check",
            action="store_true",
            help="tell what would be done, and do nothing",
        )
        parser.add_argument(
            "--report", type=Path, metavar="CSV", help="write a line for each page here"
        )

    def handle(self, *, file, files, parent, types, check, report, **options):
        if files is not None and not files.is_dir():
            message = _(
                "“%s” is no folder. Name the folder of uploads of the old site."
            )
            raise CommandError(message % files)
        try:
            export = read(file)
        except WxrError as error:
            raise CommandError(str(error)) from None
        kinds = {kind.strip() for kind in types.split(",") if kind.strip()}
        told = move_in(export, self.parent(parent), files, kinds, writes=not check)
        self.tell(told, check)
        if report is not None:
            self.write(told, report)

    @staticmethod
    def parent(key):
        pages = SitePage.objects.filter(depth__gt=1)
        if not key:
            return pages.get(depth=2, sites_rooted_here__is_default_site=True).specific
        found = (
            pages.filter(pk=key) if key.isdecimal() else pages.filter(content_key=key)
        )
        page = found.first()
        if page is None:
            message = _("No page has the key or number “%s”. Look it up in the admin.")
            raise CommandError(message % key)
        return page.specific

    def tell(self, told, check):
        for line in told.lines:
            self.stdout.write(f"{line.outcome}: {line.title} [{line.languages}]")
            for remark in line.remarks:
                self.stdout.write(f"    {remark}")
        counts = ", ".join(f"{name}: {count}" for name, count in told.counts().items())
        self.stdout.write(
            counts or _("Nothing to move: the export holds no such pages.")
        )
        self.stdout.write(
            _("Files: %(files)s. Redirects: %(redirects)s.")
            % {"files": told.files, "redirects": told.redirects}
        )
        if check:
            self.stdout.write(_("Nothing was written: this was a check."))

    @staticmethod
    def write(told, path):
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, quoting=csv.QUOTE_ALL)
            writer.writerow([str(name) for name in HEADER])
            for line in told.lines:
                writer.writerow([safe_cell(cell) for cell in line.cells()])
