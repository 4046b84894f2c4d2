"""The script of the search field: it comes with the focus, and obeys the keyboard."""

import json

import pytest

# What a browser does with a file does not depend on the database.
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

SCRIPT = "/static/search/suggest.html"
ANSWER = {
    "label": "Suggestions",
    "message": "2 suggestions",
    "results": [
        {"title": "Un <b>", "kind": "Page", "url": "/fr/faire-equipe/"},
        {"title": "Deux", "kind": "Question", "url": "/fr/a-propos/"},
    ],
}


@pytest.fixture
def window(browser):
    with browser.visit("/fr/") as window:
        window.asked = []
        window.on("request", lambda request: window.asked.append(request.url))
        window.route("**/suggestions/*", answer)
        yield window


def answer(route):
    route.fulfill(status=200, content_type="application/json", body=json.dumps(ANSWER))


def type_into(window, words):
    field = window.locator(".search-field input")
    field.focus()
    window.wait_for_selector("input[role=combobox]")
    field.press_sequentially(words)
    window.wait_for_selector("[role=option]")
    return field


def test_no_script_comes_before_somebody_is_in_the_field(window):
    window.wait_for_load_state("networkidle")
    window.mouse.wheel(0, 2000)
    window.locator("main a").first.focus()
    assert not any(SCRIPT in url for url in window.asked)

    window.locator(".search-field input").focus()
    window.wait_for_selector("input[role=combobox]")

    assert [url for url in window.asked if SCRIPT in url]


def test_suggestions_are_a_combobox_of_the_keyboard(window):
    field = type_into(window, "stages")

    options = window.locator("[role=listbox] [role=option]")
    assert options.all_inner_texts() == ["Un <b>\nPage", "Deux\nQuestion"]
    assert field.get_attribute("aria-expanded") == "true"
    # One question for the whole word, not one a letter.
    assert len([url for url in window.asked if "suggestions/" in url]) <= 2

    field.press("ArrowDown")
    chosen = field.get_attribute("aria-activedescendant")
    assert window.locator(f"#{chosen}").get_attribute("aria-selected") == "true"
    field.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    field.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert field.input_value() == "stages"

    field.press("ArrowDown")
    field.press("ArrowUp")
    field.press("Enter")
    window.wait_for_url("**/fr/a-propos/")


def test_the_field_searches_where_no_suggestion_arrives(window):
    window.unroute("**/suggestions/*")
    window.route("**/suggestions/*", lambda route: route.abort())
    field = window.locator(".search-field input")
    field.focus()
    window.wait_for_selector("input[role=combobox]")
    field.press_sequentially("stages")

    with window.expect_request("**/recherche/?q=stages"):
        field.press("Enter")
