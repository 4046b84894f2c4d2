"""Keeps terms and finds entries by them, in the way of each database."""

from django.db import connection

from search.databases import postgresql, sqlite

KINDS = {"sqlite": sqlite, "postgresql": postgresql}


def database():
    """Return the module that speaks to the database in use."""
    return KINDS[connection.vendor]
