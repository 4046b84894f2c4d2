"""Three translators and an editor work on one page at the same time, each in a browser."""

from contextlib import ExitStack

import pytest

from tests.admin.browser import HOST, admin_windows
from tests.admin.forms import edit_url
from tests.admin.people import make_staff, make_translator
from tests.factories import make_content_page
from tests.translations.desk.desks import desk_url
from tests.translations.test_states import latest

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

ROUNDS = 13


def at_desk(place):
    """Return what types a text at the desk, and saves it before the desk does so by itself."""

    def type_text(window, text):
        window.locator(f"[data-desk-text={place}] textarea").fill(text)
        window.keyboard.press("Control+s")

    return type_text


def in_form(name):
    return lambda window, text: window.locator(f"#id_{name}").fill(text)


def is_save(response):
    return response.request.method == "POST" and (
        response.url.endswith(("/texts/", "/edit/"))
    )


def was_saved(answer):
    if "texts" in answer:
        return [text["result"] for text in answer["texts"].values()] == ["saved"]
    return answer["success"]


def save_at_once(people, number):
    """Let everybody type something, and return the answers to their saves."""
    with ExitStack() as waiting:
        answers = [
            waiting.enter_context(window.expect_response(is_save))
            for window, _type in people
        ]
        for name, (window, type_) in enumerate(people):
            type_(window, f"{name} {number}")
    return [answer.value.json() for answer in answers]


def test_of_fifty_saves_by_four_people_none_is_lost_and_nobody_is_held_up():
    page = make_content_page(headline_fr="Bonjour", lead_fr="Un", lead_es="Uno")
    users = [*map(make_translator, ("es", "en", "fr")), make_staff()]
    form = edit_url(page)
    addresses = [desk_url(page, "es"), desk_url(page, "en"), form, form]
    types = [
        at_desk("lead"),
        at_desk("lead"),
        in_form("title_fr"),
        in_form("headline_fr"),
    ]

    with admin_windows(*users) as windows:
        for window, address in zip(windows, addresses, strict=True):
            window.goto(HOST + address)
        for window in windows[2:]:
            window.wait_for_selector("html[data-watching]")
        people = list(zip(windows, types, strict=True))
        answers = [save_at_once(people, number) for number in range(ROUNDS)]
        both = meet_in_one_text(windows[0], windows[3])

    draft = latest(page)
    names = ("lead_es", "lead_en", "title_fr", "headline_fr")
    assert all(was_saved(answer) for round_ in answers for answer in round_)
    assert [getattr(draft, name) for name in names] == [
        f"{number} {ROUNDS - 1}" for number in range(4)
    ]
    assert both == ("Del formulario", "Del escritorio")
    assert draft.headline_es == "Del formulario"


def meet_in_one_text(translator, editor):
    """Let both write the same text of one language, and return what the second sees of both."""
    with editor.expect_response(is_save):
        editor.locator("#id_headline_es").fill("Del formulario")
    here = translator.locator("[data-desk-text=headline]")
    at_desk("headline")(translator, "Del escritorio")
    theirs = here.locator(".desk-conflict__theirs").inner_text()
    return theirs, here.locator("textarea").input_value()
