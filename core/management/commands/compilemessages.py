"""Compiles the interface translations; takes the place of Django's, which needs gettext."""

from django.core.management.base import BaseCommand

from core.catalogues import compile_catalogues


class Command(BaseCommand):
    help = "Compiles the changed .po files of the interface to .mo files."

    def handle(self, *args, **options):
        for path in compile_catalogues():
            self.stdout.write(f"Compiled {path}")
