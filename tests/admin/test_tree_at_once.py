"""People who rename, move and add pages of one tree at the very same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connections
from django.urls import reverse

from core.addresses import path_below
from core.languages import column, content_languages
from core.models import SitePage, User
from home.models import ContentPage
from tests.admin.forms import open_form, open_page
from tests.admin.live import HttpClient, serving
from tests.factories import make_content_page
from translations.models import LanguageVersion
from translations.publishing import publish_language

ROUNDS = 3

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(tmp_path, db):
    with serving(tmp_path) as server:
        yield server


@pytest.fixture
def section(server):
    """A section in a section, with pages below, and a place to move pages to."""
    outer = make_content_page(title_fr="Dehors", title_en="Outside")
    inner = make_content_page(outer, title_fr="Dedans", title_en="Inside")
    for number in range(12):
        make_content_page(inner, title_fr=f"Page {number}", title_en=f"Sheet {number}")
    make_content_page(title_fr="Ailleurs", title_en="Elsewhere")
    return outer


def page_called(slug):
    return SitePage.objects.get(slug_fr__startswith=slug)


def rename(slug):
    """Return what gives the page whose slug begins with `slug` other slugs, in its form."""

    def act(client, number):
        form = open_page(client, page_called(slug))
        slugs = {
            column("slug", code): f"{slug}-{code}-{number}" for code in ("fr", "en")
        }
        return form.set(**slugs).save("publish").status_code

    return act


def move(client, number):
    """Move the inner section to and fro."""
    page = page_called("dedans")
    place = page_called("ailleurs" if number % 2 == 0 else "dehors")
    url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, place.pk])
    return open_form(client, url).save().status_code


def add(client, number):
    """Add a page to the section that is being moved."""
    page = ContentPage(title_fr=f"Neuve {number}", title_en=f"New {number}")
    page_called("dedans").add_child(instance=page)
    return 302


def publish_english(slugs):
    """Return what writes and publishes the English of the pages whose slugs begin with `slugs`."""

    def act(client, number):
        user = User.objects.get(email="user0@example.org")
        for slug in slugs:
            draft = page_called(slug).specific
            draft.lead_en = f"Round {number}"
            draft.save_revision(clean=False)
            version = LanguageVersion.objects.get(page=draft.pk, language="en")
            publish_language(version, user)
        return 302

    return act


def answer_of(action, client, number):
    """Return the status of an answer, or the error that stopped it: the others go on."""
    try:
        return action(client, number)
    except (DatabaseError, ValidationError) as error:
        return repr(error)
    finally:
        connections["default"].close()


def all_at_once(server, actions):
    """Let a person do each of `actions`, round after round, and return how each answered."""
    start = Barrier(len(actions))
    users = [
        User.objects.create_superuser(f"user{number}@example.org", "pass word")
        for number in range(len(actions))
    ]
    clients = [HttpClient.signed_in(server, user) for user in users]

    def work(action, client):
        answers = []
        for number in range(ROUNDS):
            start.wait(timeout=120)
            answers.append(answer_of(action, client, number))
        return answers

    with ThreadPoolExecutor(len(actions)) as pool:
        return [
            answer for answers in pool.map(work, actions, clients) for answer in answers
        ]


def wrong_paths():
    """Return the pages whose stored path is not that of their place, by language."""
    return [
        (page.url_path_in(language), expected)
        for page in SitePage.objects.filter(depth__gt=1)
        for language in content_languages()
        if (expected := path_below(page.get_parent(), page, language))
        != page.url_path_in(language)
    ]


def test_changes_of_one_tree_at_the_same_moment_wait_for_each_other(server, section):
    actions = [rename("dehors"), rename("dedans"), rename("page-3"), move, add]

    answers = all_at_once(server, actions)

    assert set(answers) == {302}
    assert wrong_paths() == []
    assert SitePage.find_problems() == ([], [], [], [], [])
    assert page_called("dedans").get_children().count() == 12 + ROUNDS


def test_publishing_a_language_waits_for_whoever_changes_the_tree(server, section):
    sheets = [f"page-{number}" for number in range(2, 8)]
    actions = [rename("dehors"), rename("dedans"), publish_english(sheets)]

    answers = all_at_once(server, actions)

    assert set(answers) == {302}
    assert wrong_paths() == []
    leads = {page_called(slug).specific.lead_en for slug in sheets}
    assert leads == {f"Round {ROUNDS - 1}"}
