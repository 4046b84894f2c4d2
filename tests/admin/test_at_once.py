"""People who press “Save” at the very same moment, on a real server."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from core.languages import content_languages
from core.models import User
from tests.admin.forms import open_page
from tests.admin.live import HttpClient, serving
from tests.admin.two_people import draft, question
from tests.factories import faq_item, make_faq_page

ROUNDS = 6

pytestmark = pytest.mark.django_db


def writes_of(language, number):
    """Return what the translator of `language` writes in round `number`."""
    text = f"{language} {number}"
    return {
        f"intro_{language}": text,
        **question(number % 2, **{f"question_{language}": text}),
    }


@pytest.fixture
def server(tmp_path, db):
    with serving(tmp_path) as server:
        yield server


@pytest.fixture
def page(server):
    items = [faq_item(anchor="a", sort_order=0), faq_item(anchor="b", sort_order=1)]
    return make_faq_page(items=items)


def save_in_all_rounds(language, client, page, start):
    """Open and save the page with the others, round after round, and return the statuses."""
    statuses = []
    for number in range(ROUNDS):
        start.wait()
        form = open_page(client, page)
        start.wait()
        statuses.append(form.set(**writes_of(language, number)).save().status_code)
    return statuses


def test_saves_at_the_same_moment_lose_nothing(page, server):
    people = {
        language: User.objects.create_superuser(f"{language}@example.org", "pass word")
        for language in content_languages()
    }
    start = Barrier(len(people))

    with ThreadPoolExecutor(len(people)) as pool:
        clients = {
            language: HttpClient.signed_in(server, user)
            for language, user in people.items()
        }

        def save(language):
            return save_in_all_rounds(language, clients[language], page, start)

        statuses = [status for each in pool.map(save, people) for status in each]
        latest = draft(page)

    assert statuses == [302] * ROUNDS * len(people)
    for language in people:
        questions = [getattr(row, f"question_{language}") for row in latest.items.all()]
        last, before = f"{language} {ROUNDS - 1}", f"{language} {ROUNDS - 2}"
        assert getattr(latest, f"intro_{language}") == last
        assert questions == [before, last]


def test_of_two_who_write_one_text_at_the_same_moment_one_is_told(page, server):
    people = [
        User.objects.create_superuser(f"user{number}@example.org", "pass word")
        for number in range(4)
    ]

    with ThreadPoolExecutor(len(people)) as pool:
        forms = [
            open_page(HttpClient.signed_in(server, user), page).set(
                intro_fr=f"Texte {user.pk}"
            )
            for user in people
        ]
        statuses = list(pool.map(lambda form: form.save().status_code, forms))
        latest = draft(page)

    assert sorted(statuses) == [200, 200, 200, 302]
    winner = people[statuses.index(302)]
    assert latest.intro_fr == f"Texte {winner.pk}"
