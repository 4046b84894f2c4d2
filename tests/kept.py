"""Keeps what many tests only read, so that it is made once for a module and not for each."""

from contextlib import contextmanager

from django.core.cache import cache
from django.db import transaction


@contextmanager
def kept(django_db_blocker):
    """Let the tests of a module find what is made inside, and undo it after the last of them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
    # What was cached there speaks of rows that are gone again.
    cache.clear()
