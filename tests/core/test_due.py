"""What falls due runs by itself, once, and one failure keeps nothing else from running."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connections
from django.utils import timezone

from core.due import LOCK, alone, due
from tests.factories import make_content_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def jobs():
    """Let only the jobs of the test listen, and return how to add one."""
    before = due.receivers
    due.receivers = []
    due.sender_receivers_cache.clear()

    def add(job):
        due.connect(job, weak=False)

    yield add
    due.receivers = before
    due.sender_receivers_cache.clear()


def run_due():
    output = StringIO()
    call_command("run_due", stdout=output)
    return output.getvalue()


def test_every_job_runs_and_is_told_the_time(jobs):
    times = []
    jobs(lambda now, **kwargs: times.append(now))
    jobs(lambda now, **kwargs: times.append(now))

    assert "2 jobs have run" in run_due()
    assert len(times) == 2


def test_a_job_that_fails_is_named_and_stops_no_other(jobs, caplog):
    ran = []

    def broken(**kwargs):
        raise ValueError("the mail server is away")

    jobs(broken)
    jobs(lambda **kwargs: ran.append(True))

    with pytest.raises(CommandError, match="1 of 2 jobs failed") as failure:
        run_due()

    assert ran == [True]
    assert "broken: the mail server is away" in str(failure.value)
    assert "ValueError" in caplog.text


@pytest.mark.sqlite
def test_two_runs_at_once_do_nothing_twice(jobs):
    ran = []
    jobs(lambda **kwargs: ran.append(True))

    with alone() as is_alone:
        assert is_alone
        assert "Another run is at work" in run_due()

    assert ran == []
    run_due()
    assert ran == [True]


@pytest.mark.postgresql
def test_no_other_connection_runs_what_is_due_meanwhile():
    other = connections["default"].copy()
    try:
        with alone() as is_alone:
            assert is_alone
            assert not may_lock(other)
        assert may_lock(other)
    finally:
        other.close()


def may_lock(connection):
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        return cursor.fetchone()[0]


def test_pages_are_published_when_their_time_has_come():
    page = make_content_page(title_fr="Demain")
    page.unpublish()
    page = type(page).objects.get(pk=page.pk)
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    revision = page.save_revision()
    revision.approved_go_live_at = page.go_live_at
    revision.save()

    run_due()

    assert type(page).objects.get(pk=page.pk).live
