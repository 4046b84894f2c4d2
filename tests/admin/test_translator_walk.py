"""A translator and an editor at work, in a browser."""

import json
from pathlib import Path

import pytest
from axe_playwright_python import sync_playwright as axe
from django.urls import reverse

from tests.admin.browser import HOST, admin_window
from tests.admin.forms import draft_of, edit_url
from tests.admin.people import make_staff, make_translator
from tests.factories import faq_item, home_page, make_content_page, make_faq_page

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

AXE = (Path(axe.__file__).parent / "axe.min.js").read_text()
# What this site adds to Wagtail's form.
OURS = [".translated-field", ".translated-field__help", ".row-name", ".rows__notice"]


def question_page():
    items = [
        faq_item(
            anchor=f"q{number}", question_fr=f"Question {number} ?", sort_order=number
        )
        for number in range(4)
    ]
    return make_faq_page(items=items)


def editor_of(window, name):
    return window.locator(f".w-field__input:has(#id_{name}) [contenteditable=true]")


def wait_for_value(window, selector, value):
    """Wait until the script behind a field has written `value` into it."""
    window.wait_for_function(
        "([selector, value]) => document.querySelector(selector).value.includes(value)",
        arg=[selector, value],
    )


def saved(window):
    """Press “Save draft” and wait until it is saved."""
    window.locator(".action-save").first.click()
    window.locator(".messages .success").wait_for()


def test_a_translator_reads_the_source_writes_and_saves():
    page = question_page()

    with admin_window(make_translator("es")) as window:
        window.goto(HOST + edit_url(page))
        row = window.locator("#inline_child_items-1")
        row.locator("[data-panel-toggle]").first.click()
        assert row.locator(".source__text[lang=fr]").first.is_visible()
        row.locator("#id_items-1-question_es").fill("¿Pregunta?")
        assert row.locator("[data-row-name]").inner_text() == "¿Pregunta?"
        editor_of(window, "items-1-answer_es").click()
        window.keyboard.type("Todavía no.")
        wait_for_value(window, "#id_items-1-answer_es", "Todavía no.")
        saved(window)

    item = draft_of(page).items.all()[1]
    assert item.question_es == "¿Pregunta?"
    assert "Todavía no." in item.answer_es
    assert item.question_fr == "Question 1 ?"


def test_every_editor_tells_the_browser_its_language():
    page = make_content_page(
        lead_es="Hola",
        body_es=[
            ("heading", {"text": "El Consejo", "anchor": ""}),
            ("text", "<p>Hola</p>"),
        ],
    )

    with admin_window(make_translator("es")) as window:
        window.goto(HOST + edit_url(page))
        window.locator("[data-language=es] [contenteditable=true]").wait_for()
        languages = window.evaluate(
            """[...document.querySelectorAll('[data-language] :is('
            + '[contenteditable=true], textarea, input[type=text])')]
            .map((editor) => editor.lang + ' ' + editor.dir + ' ' + editor.spellcheck)"""
        )

    assert len(languages) >= 5
    assert set(languages) == {"es ltr true"}


@pytest.mark.parametrize("language", ["fr", "en", "es"])
def test_a_title_fills_the_slug_of_its_language(language):
    url = reverse(
        "wagtailadmin_pages:add", args=["home", "contentpage", home_page().pk]
    )

    with admin_window(make_staff()) as window:
        window.goto(HOST + url)
        title = window.locator(f"#id_title_{language}")
        title.press_sequentially("Équipe à São Paulo")
        wait_for_value(window, f"#id_slug_{language}", "equipe-a-sao-paulo")
        window.get_by_role("tab").nth(1).click()
        slugs = {
            code: window.locator(f"#id_slug_{code}").input_value()
            for code in ("fr", "en", "es")
        }

    assert slugs.pop(language) == "equipe-a-sao-paulo"
    assert set(slugs.values()) == {""}


@pytest.mark.parametrize("width", [800, 1280])
@pytest.mark.parametrize("role", ["translator", "staff"])
def test_axe_finds_nothing_in_what_we_add(role, width):
    page = question_page()
    user = make_translator("es") if role == "translator" else make_staff()

    with admin_window(user, width=width) as window:
        window.goto(HOST + edit_url(page))
        window.locator(".row-name").first.wait_for()
        window.evaluate(AXE)
        found = window.evaluate(
            "(ours) => axe.run({include: ours.map((s) => [s])}, {iframes: false})",
            [name for name in OURS if window.locator(name).count()],
        )
        sideways = window.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )

    problems = [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]]
    assert problems == [], json.dumps(problems, indent=2)
    assert not sideways


def test_languages_stand_side_by_side_where_there_is_room():
    page = make_content_page()

    with admin_window(make_staff()) as window:
        window.goto(HOST + edit_url(page))
        tops = [
            window.locator(f"#id_headline_{code}").bounding_box()["y"]
            for code in ("fr", "en", "es")
        ]
        window.set_viewport_size({"width": 500, "height": 900})
        stacked = [
            window.locator(f"#id_headline_{code}").bounding_box()["y"]
            for code in ("fr", "en", "es")
        ]

    assert len(set(tops)) == 1
    assert stacked == sorted(set(stacked))
