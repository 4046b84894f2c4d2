"""People talk about a text without leaving the desk, in a browser."""

import json

import pytest

from tests.admin.browser import HOST, admin_window
from tests.admin.people import make_staff, make_translator
from tests.translations.comments.talks import say
from tests.translations.desk.desks import desk_url, make_desk_page
from tests.translations.desk.test_browser import AXE
from translations.comments.threads import talk_id
from translations.models import Message, Recipient

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def test_a_colleague_is_named_by_keyboard_and_nothing_typed_is_lost():
    page, writer = make_desk_page(), make_translator("es")
    make_staff(first_name="Rosa", last_name="Mbaye", email="rosa@example.org")
    say(page, writer, kind="note", text="Siempre de tú.")
    url = f"{HOST}{desk_url(page)}#{talk_id('headline')}"

    with admin_window(writer, width=360, height=740) as window:
        window.goto(url)
        dialog = window.locator("[data-talk-dialog][open]")
        field = dialog.locator("#talk-start")
        field.press_sequentially("¿Esto es de @ro")
        dialog.locator("[role=option]").wait_for()
        problems = problems_of(window, "[data-talk-dialog]")
        field.press("Enter")
        field.press_sequentially("o tuyo?")
        dialog.locator("[data-talk-close]").click()
        window.locator(f"#{talk_id('headline')}").click()
        kept = field.input_value()
        field.press("Control+Enter")
        window.locator(".talk__open--some").wait_for()
        window.keyboard.press("Escape")
        shown = window.locator(".talk__open--some").inner_text()
        focused = window.evaluate("document.activeElement.id")

    assert problems == [], json.dumps(problems, indent=2)
    assert kept == "¿Esto es de @Rosa Mbaye o tuyo?"
    assert Message.objects.latest("pk").text == kept
    assert Recipient.objects.get().person.email == "rosa@example.org"
    assert shown.startswith("1 open comment")
    assert focused == talk_id("headline")


def problems_of(window, selector):
    """Return what axe finds in the part of the page that `selector` names."""
    window.evaluate(AXE)
    found = window.evaluate(
        "(where) => axe.run({include: [[where]]}, {iframes: false})", selector
    )
    return [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]]
