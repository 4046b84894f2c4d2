"""Writes the site into a content file."""

import os
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from home.content.dumping import dump


class Command(BaseCommand):
    """Writes the pages, questions, funders, menus and redirects into one content file."""

    help = (
        "Write the site into a content file (see docs/content-format.md), or print it. "
        "Loading it into an empty site gives the same site. Images and documents are "
        "named, not included."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", metavar="FILE")

    def handle(self, *args, file, **options):
        result = dump()
        if file:
            self.write(Path(file), result.text)
        else:
            self.stdout.write(result.text, ending="")
        for label, titles in (
            (_("Left out, not public"), result.private),
            (_("Left out, of a type that files do not know"), result.foreign),
            (_("Told as published; the page has a draft too"), result.drafts),
        ):
            if titles:
                self.stderr.write(f"{label} ({len(titles)}): {', '.join(titles)}")

    def write(self, path, text):
        """Replace the file at once, so that a failure leaves the old one."""
        part = path.with_name(f"{path.name}.part")
        try:
            part.write_text(text, encoding="utf-8", newline="\n")
            os.replace(part, path)
        except OSError as error:
            part.unlink(missing_ok=True)
            message = _("“%(path)s” cannot be written: %(reason)s.")
            raise CommandError(
                message % {"path": path, "reason": error.strerror}
            ) from error
