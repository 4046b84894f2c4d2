"""Translators of all languages and an editor on one page at the same moment, on a real server."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from core.languages import content_languages, default_language
from core.models import User
from tests.admin.forms import open_page, read_form
from tests.admin.live import HttpClient, serving
from tests.factories import faq_item, make_faq_page
from tests.translations.desk.desks import desk_url
from tests.translations.test_states import latest

ROUNDS = 6

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(tmp_path, db):
    with serving(tmp_path) as server:
        yield server


def make_person(server, name):
    user = User.objects.create_superuser(f"{name}@example.org", "a long password")
    return HttpClient.signed_in(server, user)


def translate(client, urls, place, language, start):
    """Write one text again and again while the others write, and return what became of each save."""
    fields = read_form(client.get(urls[0]).content)
    shown = fields[f"shown:{place}"]
    results = []
    for number in range(ROUNDS):
        start.wait()
        data = {
            "csrfmiddlewaretoken": fields["csrfmiddlewaretoken"],
            f"text:{place}": f"{language} {number}",
            f"shown:{place}": shown,
        }
        answer = client.post(urls[1], data).json()["texts"][place]
        results.append(answer["result"])
        shown = answer["shown"]
    return results


def edit(client, page, start):
    """Save the form of the page again and again while the others write."""
    statuses = []
    name = f"headline_{default_language()}"
    for number in range(ROUNDS):
        form = open_page(client, page)
        start.wait()
        statuses.append(form.set(**{name: f"Titre {number}"}).save().status_code)
    return statuses


def test_translators_and_an_editor_at_once_lose_nothing_and_block_nobody(server):
    page = make_faq_page(items=[faq_item(anchor="a")])
    place = f"items:{page.items.get().row_key}/question"
    others = [code for code in content_languages() if code != default_language()]
    urls = {
        code: [desk_url(page, code), desk_url(page, code, "translations_save")]
        for code in others
    }
    clients = {code: make_person(server, code) for code in others}
    editor = make_person(server, "editor")
    start = Barrier(len(others) + 1)

    with ThreadPoolExecutor(len(others) + 1) as pool:
        results = [
            pool.submit(translate, clients[code], urls[code], place, code, start)
            for code in others
        ]
        statuses = pool.submit(edit, editor, page, start).result()
        results = [result.result() for result in results]
        draft = latest(page)

    assert statuses == [302] * ROUNDS
    assert results == [["saved"] * ROUNDS for _code in others]
    row = draft.items.all()[0]
    for code in others:
        assert getattr(row, f"question_{code}") == f"{code} {ROUNDS - 1}"
    assert draft.headline == f"Titre {ROUNDS - 1}"
