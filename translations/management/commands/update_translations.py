"""Counts what is translated, for all that has texts in several languages."""

from django.core.management.base import BaseCommand, CommandError

from translations.queue.coverage import take_in, translated, unknown_to_the_queue


class Command(BaseCommand):
    """Brings the queue of the translators up to date, of all or of what it does not know."""

    help = (
        "Count again what is translated of every page, snippet and image. It changes no "
        "text, and can be stopped and run again at any time."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--new",
            action="store_true",
            help="Only what the queue does not know yet; run_due does this too, in steps.",
        )

    def handle(self, *, new, **options):
        done, failed = take_in(
            unknown_to_the_queue if new else translated, on_progress=self.tell
        )
        self.stdout.write(f"{done} counted.")
        if failed:
            raise CommandError(f"{failed} cannot be counted; the log says why.")

    def tell(self, done, failed):
        if (done + failed) % 100 == 0:
            self.stdout.write(f"{done + failed} …")
