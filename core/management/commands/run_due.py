"""Runs everything that falls due; run it often, or let it run on with `--every`."""

import logging
import os
import signal
import sys
import threading
import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections
from django.utils import timezone

from core.due import alone, due

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Run what falls due: scheduled publishing, the counts of the translators' queue, "
        "mails. It does nothing twice and can be run at any time."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--every",
            type=int,
            metavar="SECONDS",
            help="Do not end; run again after so many seconds.",
        )
        parser.add_argument(
            "--with-parent",
            action="store_true",
            help="End with the process that started this one.",
        )
        parser.add_argument(
            "--touch",
            type=Path,
            metavar="FILE",
            help="Touch this file after each run, for whoever watches.",
        )

    def handle(self, *, every, with_parent, touch, **options):
        if every is None:
            return self.run()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: sys.exit(0))
        if with_parent:
            threading.Thread(target=_end_with, args=[os.getppid()], daemon=True).start()
        while True:
            self.run_on()
            # Whoever reads the file it writes to wants to know today.
            self.stdout.flush()
            if touch:
                touch.touch()
            time.sleep(every)

    def run_on(self):
        """Run what is due; a failure, of the database even, does not end the loop."""
        try:
            close_old_connections()
            self.run()
        except CommandError as error:
            self.stderr.write(str(error))
        except Exception:
            logger.exception("What falls due could not be run.")

    def run(self):
        """Call each job; one that fails is logged and keeps none of the others from running."""
        with alone() as is_alone:
            if not is_alone:
                self.stdout.write("Another run is at work; nothing was done.")
                return
            answers = due.send_robust(sender=type(self), now=timezone.now())
        failed = [
            f"{job.__module__}.{job.__qualname__}: {answer}"
            for job, answer in answers
            if isinstance(answer, Exception)
        ]
        if failed:
            raise CommandError(
                f"{len(failed)} of {len(answers)} jobs failed; the log says where.\n"
                + "\n".join(failed)
            )
        self.stdout.write(f"{len(answers)} jobs have run.")


def _end_with(parent):
    """End this process soon after its parent has ended."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os.kill(os.getpid(), signal.SIGTERM)
