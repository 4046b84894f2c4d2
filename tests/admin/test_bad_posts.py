"""Nothing that is sent to the admin makes the server fail."""

import logging

import pytest
from django.db import connection, transaction

from resources.models.taxonomies import CATEGORIES
from tests.admin.bad_input import bad_posts, bad_values, few_bad_posts, shown_fields
from tests.admin.people import make_staff, make_superuser, make_translator, signed_in
from tests.admin.test_doors import walked
from tests.admin.world import World

pytestmark = pytest.mark.django_db

# One list of categories stands for all, which share their model, their views and forms.
SISTERS = tuple(f"/{model._meta.model_name}/" for model in CATEGORIES[1:])


@pytest.fixture(autouse=True)
def silence():
    """Keep no record of each bad POST: its traceback holds on to all that was rendered."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.sqlite
def test_nothing_that_a_translator_sends_makes_the_server_fail():
    assert failures_of(make_translator("es"), few_bad_posts) == []


@pytest.mark.sqlite
def test_nothing_that_staff_send_makes_the_server_fail():
    assert failures_of(make_staff(), few_bad_posts) == []


def test_nothing_that_a_superuser_sends_makes_the_server_fail():
    """Nothing is closed to them, so they reach what reads a form, on each database."""
    posts = bad_posts if connection.vendor == "sqlite" else bad_values

    assert failures_of(make_superuser(), posts) == []


def failures_of(user, posts):
    """Return what made the server fail of the `posts` that `user` sends to each address."""
    world = World(user)
    client = signed_in(user)
    client.raise_request_exception = False

    failures = []
    for door in walked():
        if any(sister in door.route for sister in SISTERS):
            continue
        url = door.url(world.values(door.route))
        shown = ask(client.get, url)
        answers = [("GET", shown)] + [
            (name, ask(client.post, url, data))
            for name, data in posts(shown_fields(shown))
        ]
        failures += [
            (door.route, name, answer.status_code)
            for name, answer in answers
            if answer.status_code >= 500
        ]
    return failures


def ask(method, *arguments):
    """Return the answer, and undo whatever was done."""
    with transaction.atomic():
        answer = method(*arguments)
        transaction.set_rollback(True)
    return answer
