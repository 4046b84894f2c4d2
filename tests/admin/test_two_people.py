"""Two people edit one page in two real browsers."""

import os
import time

import pytest
from django.db import connection
from playwright.sync_api import expect, sync_playwright

from core.edit_views import MergingEditView
from core.languages import native_name
from tests.admin.browser import ARGUMENTS, WATCH, chromium_path
from tests.admin.forms import edit_url
from tests.admin.live import HttpClient, serving
from tests.admin.people import make_staff, make_translator
from tests.admin.two_people import draft
from tests.factories import faq_item, make_faq_page

PATIENCE = 30_000

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(tmp_path, db):
    with serving(tmp_path) as server:
        yield server


@pytest.fixture
def page(server):
    return make_faq_page(
        intro_fr="Bonjour",
        items=[faq_item(anchor="stages", answer_fr="<p>Pas pour le moment.</p>")],
    )


@pytest.fixture
def open_browser(server, page, monkeypatch):
    """Return a function that opens the edit form for somebody, in a browser of their own."""
    chromium = chromium_path()
    # Playwright runs an event loop in this thread, in which Django would refuse queries.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with sync_playwright() as playwright:
        # Inside the loop Django keeps a connection apart, which may be to another database.
        connection.close()
        browser = playwright.chromium.launch(
            executable_path=chromium,
            args=ARGUMENTS,
        )

        def open_form(user):
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            for name, value in HttpClient.signed_in(server, user).cookies.items():
                context.add_cookies([{"name": name, "value": value, "url": server}])
            tab = context.new_page()
            tab.set_default_timeout(PATIENCE)
            expect.set_options(timeout=PATIENCE)
            tab.add_init_script(WATCH)
            tab.goto(server + edit_url(page))
            tab.wait_for_selector("html[data-watching]")
            return tab

        yield open_form
        browser.close()
        # The next test must not find it.
        connection.close()


def type_answer(tab, language, text):
    """Type in the rich text editor of the first answer."""
    field = tab.locator(f"[data-contentpath='answer_{language}']").first
    field.locator(".public-DraftEditor-content").click()
    tab.keyboard.press("Control+End")
    tab.keyboard.type(text)


def wait_until_saved(tab):
    expect_state(tab, "saved")


def expect_state(tab, state):
    indicator = tab.locator("#w-autosave-indicator")
    expect(indicator).to_have_attribute("data-w-autosave-state-value", state)


def stored(page, expected):
    """Wait until the draft of `page` says what it should, and return whether it did."""
    deadline = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < deadline:
        latest = draft(page)
        item = latest.items.all()[0]
        if all(
            text in (getattr(latest, name, None) or getattr(item, name, None) or "")
            for name, text in expected.items()
        ):
            return True
        time.sleep(0.3)
    return False


def screenshot(tab, name):
    """Keep a picture for people who look at the admin, where they ask for it."""
    if folder := os.environ.get("SCREENSHOTS"):
        tab.screenshot(path=f"{folder}/{name}.png")


def test_two_browsers_save_in_the_background_and_nobody_is_blocked(page, open_browser):
    aminata = open_browser(make_translator("fr", first_name="Aminata"))
    rosa = open_browser(make_translator("es", first_name="Rosa"))

    aminata.locator("[name=intro_fr]").fill("Bonjour à toutes et à tous")
    rosa.locator("[name=intro_es]").fill("Hola")
    # Wagtail saves what is typed while a save is under way only with the next change.
    wait_until_saved(aminata)
    wait_until_saved(rosa)
    type_answer(aminata, "fr", " Revenez bientôt.")
    type_answer(rosa, "es", "Por ahora no.")
    assert stored(
        page,
        {
            "intro_fr": "à toutes",
            "intro_es": "Hola",
            "answer_fr": "Pas pour le moment. Revenez",
            "answer_es": "Por ahora no.",
        },
    )
    rosa.locator("[name=intro_es]").fill("Hola a todas")
    aminata.locator("[name=intro_fr]").fill("Bonjour à vous")

    assert stored(page, {"intro_fr": "à vous", "intro_es": "Hola a todas"})
    wait_until_saved(aminata)
    screenshot(aminata, "autosave")
    aminata.locator("button.action-save").first.click()
    expect(aminata.locator(".messages .success")).to_be_visible()
    expect(aminata.locator("[name=intro_fr]")).to_have_value("Bonjour à vous")
    assert stored(page, {"intro_es": "Hola a todas", "answer_es": "Por ahora no."})


def test_what_is_typed_while_a_save_is_under_way_is_saved_too(
    page, open_browser, monkeypatch
):
    form_valid = MergingEditView.form_valid

    def take_time(view, form):
        time.sleep(2)
        return form_valid(view, form)

    monkeypatch.setattr(MergingEditView, "form_valid", take_time)
    tab = open_browser(make_staff())

    tab.locator("[name=intro_fr]").fill("Bonsoir")
    expect_state(tab, "saving")
    # Late enough that Wagtail's own look at the form comes after the answer.
    tab.wait_for_timeout(1900)
    tab.locator("[name=intro_fr]").fill("Bonsoir à vous")

    assert stored(page, {"intro_fr": "Bonsoir à vous"})


@pytest.mark.sqlite
def test_a_conflict_shows_both_texts_beside_the_field(page, open_browser):
    aminata = open_browser(make_staff(first_name="Aminata", last_name="Diallo"))
    kofi = open_browser(make_staff(first_name="Kofi", last_name="Mensah"))
    hers = "Vos questions, et nos réponses"
    his = "Les questions qu’on nous pose, et nos réponses"

    aminata.locator("[name=intro_fr]").fill(hers)
    wait_until_saved(aminata)
    kofi.locator("[name=intro_fr]").fill(his)
    expect_state(kofi, "paused")
    screenshot(kofi, "conflict-before")
    kofi.locator("button.action-save").first.click()

    conflict = kofi.locator(".conflict")
    expect(conflict).to_contain_text("Aminata Diallo")
    expect(conflict).to_contain_text("Vos questions")
    expect(kofi.locator("[name=intro_fr]")).to_have_value(his)
    conflict.scroll_into_view_if_needed()
    screenshot(kofi, "conflict")
    assert draft(page).intro_fr == hers
    kofi.locator("button.action-save").first.click()
    expect(kofi.locator(".messages .success")).to_be_visible()
    assert draft(page).intro_fr == his


@pytest.mark.sqlite
def test_publishing_tells_what_somebody_else_wrote_meanwhile(page, open_browser):
    editor = open_browser(make_staff(first_name="Kofi"))
    rosa = open_browser(make_translator("es", first_name="Rosa"))
    rosa.locator("[name=intro_es]").fill("Hola")
    wait_until_saved(rosa)

    editor.locator("[name=intro_fr]").fill("Bonjour à vous")
    wait_until_saved(editor)
    editor.evaluate(
        """() => {
            const form = document.querySelector("form[data-edit-form]");
            form.requestSubmit(form.querySelector("[name=action-publish]"));
        }"""
    )

    warning = editor.locator(".messages .warning", has_text=native_name("es"))
    expect(warning).to_be_visible()
    screenshot(editor, "publish")
    assert type(page).objects.get(pk=page.pk).intro_es is None
    assert stored(page, {"intro_es": "Hola", "intro_fr": "Bonjour à vous"})
