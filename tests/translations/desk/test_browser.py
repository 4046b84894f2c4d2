"""A translator at the desk, in a browser."""

import json
from pathlib import Path

import pytest
from axe_playwright_python import sync_playwright as axe

from tests.admin.browser import HOST, admin_window
from tests.admin.people import make_translator
from tests.translations.desk.desks import (
    Sitting,
    answer,
    desk_url,
    make_desk_page,
    question,
)
from tests.translations.test_states import latest, state
from translations.models import GlossaryTerm, State

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

AXE = (Path(axe.__file__).parent / "axe.min.js").read_text()


def text(window, place):
    return window.locator(f"[data-desk-text='{place}']")


def wait_for_state(window, place, value):
    window.wait_for_selector(f"[data-desk-text='{place}'][data-state={value}]")


def status(window):
    return window.locator("[data-status]").inner_text()


def test_a_translator_types_confirms_by_keyboard_and_finds_everything_again():
    page = make_desk_page()
    first, rich = question(page), answer(page)
    url = HOST + desk_url(page)

    with admin_window(make_translator("es")) as window:
        window.goto(url)
        text(window, "headline").locator("textarea").fill("Hola a todas y todos")
        window.keyboard.press("Control+Enter")
        wait_for_state(window, "headline", "done")
        window.wait_for_function(
            "(place) => document.activeElement.closest('[data-desk-text]')"
            "?.dataset.deskText === place",
            arg=first,
        )
        window.keyboard.type("¿Primera pregunta?")
        window.keyboard.press("Alt+ArrowDown")
        window.keyboard.type("Respuesta")
        window.keyboard.press("Control+Enter")
        wait_for_state(window, rich, "done")
        wait_for_state(window, first, "unreviewed")
        window.goto(url)
        found = text(window, first).locator("textarea").first.input_value()
        written = text(window, rich).locator("[contenteditable=true]").inner_text()

    assert found == "¿Primera pregunta?"
    assert written.strip() == "Respuesta"
    assert latest(page).headline_es == "Hola a todas y todos"
    assert state(page, "headline") == State.DONE


def test_both_texts_are_shown_where_two_people_wrote_the_same():
    page = make_desk_page()
    other = Sitting(page)
    url = HOST + desk_url(page)

    with admin_window(make_translator("es")) as window:
        window.goto(url)
        here = text(window, "headline")
        here.locator("textarea").wait_for()
        _meanwhile(window, other, "Buenos días")
        here.locator("textarea").fill("Bienvenidas")
        here.locator(".desk-conflict__theirs").wait_for()
        theirs = here.locator(".desk-conflict__theirs").inner_text()
        mine = here.locator("textarea").input_value()
        here.locator("[data-keep]").click()
        here.locator(".desk-conflict").wait_for(state="detached")
        wait_for_state(window, "headline", "unreviewed")
        window.wait_for_function(
            "document.querySelector('[data-status]').textContent.startsWith('Saved')"
        )

    assert (theirs, mine) == ("Buenos días", "Bienvenidas")
    assert latest(page).headline_es == "Bienvenidas"


def _meanwhile(window, sitting, words):
    """Let somebody else save `words` while the window is open; only its own thread may ask the site."""
    window.evaluate(
        """([url, fields]) => {
            const data = new FormData(document.querySelector("[data-desk]"));
            const body = new FormData();
            body.set("csrfmiddlewaretoken", data.get("csrfmiddlewaretoken"));
            for (const [name, value] of Object.entries(fields)) body.set(name, value);
            return fetch(url, {method: "POST", body});
        }""",
        [
            window.locator("[data-desk]").get_attribute("data-save-url"),
            sitting.sent({"headline": words}),
        ],
    )


def test_what_is_typed_while_the_site_is_away_is_saved_when_it_is_back():
    page = make_desk_page()
    url = HOST + desk_url(page)

    with admin_window(make_translator("es")) as window:
        window.goto(url)
        window.context.route("**/texts/", lambda route: route.abort())
        text(window, "headline").locator("textarea").fill("Hola a todas")
        window.locator(".desk-footer__status--fault").wait_for()
        assert "kept on this page" in status(window)
        window.context.unroute("**/texts/")
        wait_for_state(window, "headline", "unreviewed")

    assert latest(page).headline_es == "Hola a todas"


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_at_the_desk(width):
    GlossaryTerm.objects.create(term_fr="question", term_es="pregunta")
    page = make_desk_page(seo_title_fr="Foire aux questions de WIEGO")
    url = HOST + desk_url(page)

    with admin_window(make_translator("es"), width=width) as window:
        window.goto(url)
        window.locator("[data-rich]").first.scroll_into_view_if_needed()
        window.locator("[contenteditable=true]").first.wait_for()
        window.locator(".desk-keys > summary").click()
        window.evaluate(AXE)
        found = window.evaluate(
            "axe.run({include: [['.desk']], exclude: [['.Draftail-Toolbar']]}, {iframes: false})"
        )
        sideways = window.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )

    problems = [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]]
    assert problems == [], json.dumps(problems, indent=2)
    assert not sideways
