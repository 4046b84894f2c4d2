"""Imports documents from a file of another program."""

import csv
from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from core.spreadsheets import safe_cell
from resources.document_languages import language_codes
from resources.importing.files import ENCODINGS, UTF_8, Unreadable, read
from resources.importing.storing import Importer, Options, Outcome
from resources.importing.wording import labels
from resources.models import ResourceIndexPage, ResourceType

BAR = 30
STEPS = 20


class Command(BaseCommand):
    help = (
        "Imports documents from a CSV, RIS or BibTeX file. A document that the site has "
        "already, by its DOI, ISBN or key, else by title, year and first author, is "
        "changed and not made twice. Documents with faults are left out and told."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="tell what would be done, and do nothing",
        )
        parser.add_argument(
            "--publish",
            action="store_true",
            help="publish at once, instead of making drafts",
        )
        parser.add_argument(
            "--type", default="", metavar="KEY", help="the type of those that tell none"
        )
        parser.add_argument(
            "--language",
            default="",
            metavar="CODE",
            help="the language of those that tell none",
        )
        parser.add_argument("--encoding", default=UTF_8, choices=ENCODINGS)
        parser.add_argument(
            "--report",
            type=Path,
            metavar="FILE",
            help="write a line for each document, as CSV",
        )

    def handle(self, *, file, **options):
        documents = self._read(file, options["encoding"])
        parent = ResourceIndexPage.objects.first()
        if parent is None:
            raise CommandError(
                _(
                    "There is no list of resources. Make that page first, below the home page."
                )
            )
        importer = Importer(parent, self._options(options))
        outcomes = []
        for outcome in importer.run(documents):
            outcomes.append(outcome)
            self._show_progress(len(outcomes), len(documents))
        self._tell(file, outcomes, options)
        if any(outcome.faults for outcome in outcomes):
            raise CommandError(
                _(
                    "Some documents were left out: correct them and import the file again."
                )
            )

    def _read(self, file, encoding):
        try:
            return read(file.read_bytes(), file.name, encoding)
        except (OSError, Unreadable) as error:
            raise CommandError(f"{file}: {error}") from None

    def _options(self, given):
        kind, language = given["type"], given["language"]
        keys = sorted(ResourceType.objects.values_list("key", flat=True))
        if kind and kind not in keys:
            message = _("“%(name)s” is not known here. Choose from: %(choices)s.")
            raise CommandError(message % {"name": kind, "choices": ", ".join(keys)})
        if language and language not in language_codes():
            message = _(
                "“%(value)s” is no code of a language. Write two or three letters, such as fr."
            )
            raise CommandError(message % {"value": language})
        return Options(
            publish=given["publish"],
            default_type=kind,
            default_language=language,
            dry_run=given["dry_run"],
        )

    def _show_progress(self, done, total):
        step = max(1, total // STEPS)
        if done % step and done != total:
            return
        filled = BAR * done // total
        bar = "█" * filled + "·" * (BAR - filled)
        if self.stderr.isatty():
            self.stderr.write(
                f"\r{bar} {done}/{total}", ending="" if done < total else "\n"
            )
        elif total > STEPS:
            self.stderr.write(f"{bar} {done}/{total}")

    def _tell(self, file, outcomes: list[Outcome], options):
        for outcome in outcomes:
            for fault in outcome.faults:
                self.stderr.write(self.style.ERROR(_told(file, outcome, fault)))
        counts = Counter(outcome.action for outcome in outcomes)
        if options["dry_run"]:
            self.stdout.write(_("Nothing was written. This would be done:"))
        for action, label in labels().items():
            self.stdout.write(f"{label}: {counts[action]}")
        if options["report"]:
            _write_report(options["report"], file, outcomes)


def _told(file, outcome, fault):
    place = _("%(file)s, line %(line)s") % {"file": file.name, "line": outcome.line}
    name = getattr(fault, "field_name", "")
    return f"{place}, {name}: {fault}" if name else f"{place}: {fault}"


def _write_report(path, file, outcomes):
    with path.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(["file", "line", "title", "action", "field", "fault"])
        for outcome in outcomes:
            for fault in outcome.faults or [""]:
                name = getattr(fault, "field_name", "")
                cells = [
                    file.name,
                    outcome.line,
                    outcome.title,
                    outcome.action,
                    name,
                    fault,
                ]
                writer.writerow([safe_cell(cell) for cell in cells])
