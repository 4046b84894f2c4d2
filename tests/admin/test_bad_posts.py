"""Nothing that is sent to the admin makes the server fail."""

import pytest
from django.db import transaction

from tests.admin.bad_input import bad_posts, few_bad_posts, shown_fields
from tests.admin.people import make_staff, make_superuser, make_translator, signed_in
from tests.admin.test_doors import walked
from tests.admin.world import World

pytestmark = pytest.mark.django_db

ROLES = {
    "translator": (lambda: make_translator("es"), few_bad_posts),
    "staff": (make_staff, few_bad_posts),
    # Nothing is closed to them, so they reach what reads a form.
    "superuser": (make_superuser, bad_posts),
}


@pytest.mark.parametrize("role", ROLES)
def test_nothing_that_is_sent_to_an_address_makes_the_server_fail(role):
    make_person, posts = ROLES[role]
    user = make_person()
    world = World(user)
    client = signed_in(user)
    client.raise_request_exception = False

    failures = []
    for door in walked():
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

    assert failures == []


def ask(method, *arguments):
    """Return the answer, and undo whatever was done."""
    with transaction.atomic():
        answer = method(*arguments)
        transaction.set_rollback(True)
    return answer
