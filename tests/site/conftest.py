"""Every kind of page of the demonstration site, rendered once and read by many tests."""

import pytest
from django.core.cache import cache
from django.db import connection, transaction

from tests.site import rendering
from tests.site.browser import open_browser


@pytest.fixture(scope="session")
def pages(django_db_setup, django_db_blocker):
    """The pages of the demonstration site, one or more of each type, in each language."""
    with django_db_blocker.unblock(), transaction.atomic():
        rendered = rendering.render_all()
        transaction.set_rollback(True)
    # What the rendering left there speaks of pages that are gone again.
    cache.clear()
    return rendered


@pytest.fixture(scope="module")
def browser(pages):
    """A browser for the tests of one module, which shows the pages of the demonstration."""
    with pytest.MonkeyPatch.context() as patch, open_browser(pages) as opened:
        # The browser's event loop runs in this thread, which still asks the database.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield opened
        # Inside the loop Django keeps a connection apart, which no later test must find.
        connection.close()
