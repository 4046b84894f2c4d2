from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    """Refuses to alter tables outside of migrations."""

    help = "Not used here: run makemigrations and migrate instead."

    def add_arguments(self, parser):
        parser.add_argument("--noinput", action="store_true")

    def handle(self, *args, **options):
        raise CommandError(
            "sync_translation_fields alters tables outside of migrations, after which "
            "migrate fails on columns that exist already. Run “manage.py makemigrations” "
            "and “manage.py migrate” instead."
        )
