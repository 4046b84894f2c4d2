"""Loads terms into the glossary."""

from pathlib import Path

import yaml
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from translations.glossary_files import GlossaryRefused, known_terms, read_terms


class Command(BaseCommand):
    """Adds the terms of a file to the glossary, and changes none that is there."""

    help = (
        "Add the terms of a file to the glossary, by default those that come with the "
        "project. A term that the glossary has in any language is left as it is."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", metavar="FILE")

    @transaction.atomic
    def handle(self, *args, file, **options):
        path = Path(file or Path(settings.BASE_DIR) / "content/glossary/terms.yaml")
        try:
            terms = read_terms(yaml.safe_load(path.read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            message = _("%(file)s cannot be read: %(reason)s")
            raise CommandError(message % {"file": path, "reason": error}) from None
        except GlossaryRefused as refused:
            lines = [_("Nothing was loaded. Correct this in %s:") % path]
            raise CommandError("\n  ".join([*lines, *refused.faults])) from None
        self.add(terms)

    def add(self, terms):
        known = known_terms()
        new = [term for term in terms if known.isdisjoint(term.names())]
        for term in new:
            term.save()
        self.stdout.write(
            _("Added to the glossary: %(new)s. Already there: %(known)s.")
            % {"new": len(new), "known": len(terms) - len(new)}
        )
