"""The register of what falls due: whatever must happen by itself, sooner or later.

A job is a function that listens to `due`, connected in the `ready` of its app:

    due.connect(send_digests, dispatch_uid="translations.digests")

It is called often, with `now`, by `manage.py run_due`, and finds out itself whether there is
something to do. It must be able to stop anywhere and to run again, and take minutes at most.
"""

import fcntl
import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.dispatch import Signal

due = Signal()
# Any number that nobody else uses for a lock on this database.
LOCK = 5_814_920_337


def publish_scheduled(**kwargs):
    """Publish and take offline the pages whose time has come."""
    call_command("publish_scheduled")


@contextmanager
def alone() -> Iterator[bool]:
    """Yield whether nobody else runs what is due on this database; keep others from it meanwhile."""
    held = _on_postgresql if connection.vendor == "postgresql" else _in_a_file
    with held() as is_alone:
        yield is_alone


@contextmanager
def _on_postgresql():
    # It ends with the connection, so that no crash leaves it behind.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        is_alone = cursor.fetchone()[0]
    try:
        yield is_alone
    finally:
        if is_alone:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


@contextmanager
def _in_a_file():
    """Hold a file that stands for the database: SQLite is used from one machine."""
    name = str(connection.settings_dict["NAME"])
    key = hashlib.sha256(name.encode()).hexdigest()[:16]
    with (Path(tempfile.gettempdir()) / f"run_due-{key}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
