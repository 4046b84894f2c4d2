"""An editor at work, in a browser: makes a page, and arranges its rows."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from core.groups import STAFF
from core.models import User
from faq.models import FaqPage
from tests.admin.browser import HOST, admin_window
from tests.admin.forms import draft_of, edit_url
from tests.factories import faq_item, home_page, make_faq_page

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

TITLES = {"fr": "Vos questions", "en": "Your questions", "es": "Sus preguntas"}
QUESTIONS = [
    {"fr": "Un stage ?", "en": "An internship?", "es": "¿Unas prácticas?"},
    {"fr": "Une bourse ?", "en": "A grant?", "es": "¿Una beca?"},
]


@pytest.fixture
def editor():
    user = User.objects.create_user("awa@example.org", "a long password")
    user.groups.add(Group.objects.get(name=STAFF))
    return user


def write_question(window, number, question):
    window.locator("#id_items-ADD").click()
    for language, text in question.items():
        window.locator(f"#id_items-{number}-question_{language}").fill(text)
        field = f"#id_items-{number}-answer_{language}"
        editor = window.locator(f".w-field__input:has({field}) [contenteditable=true]")
        editor.click()
        window.keyboard.type(f"Réponse {number} {language}")


def preview(window, language):
    window.locator("#id_preview_mode").select_option(language)
    frame = window.frame_locator("#w-preview-iframe")
    frame.locator(f"html[lang={language}]").wait_for()
    return frame


def write_page(window, section):
    window.goto(HOST + reverse("wagtailadmin_pages:add_subpage", args=[section.pk]))
    window.get_by_role("link", name="FAQ page").first.click()
    window.wait_for_selector("html[data-watching]")
    for language, title in TITLES.items():
        window.locator(f"#id_title_{language}").fill(title)
    for number, question in enumerate(QUESTIONS):
        write_question(window, number, question)
    # The first autosave turns the new page into a stored one, preview included.
    window.wait_for_url("**/edit/")


def look_at_previews(window):
    window.get_by_role("button", name="Toggle preview").click()
    for language in TITLES:
        frame = preview(window, language)
        frame.get_by_role("heading", name=TITLES[language]).wait_for()
        frame.get_by_text(f"Réponse 1 {language}").wait_for()
    window.get_by_role("button", name="Toggle preview").click()


def publish(window, section):
    window.get_by_role("button", name="More actions").last.click()
    window.get_by_role("button", name="Publish").click()
    window.wait_for_url(f"**/pages/{section.pk}/**")


def test_an_editor_makes_a_faq_page_in_three_languages(editor, client):
    section = home_page()
    with admin_window(editor) as window:
        write_page(window, section)
        look_at_previews(window)
        publish(window, section)

    page = FaqPage.objects.get()
    assert page.live
    assert [page.slug_in(language) for language in TITLES] == [
        "vos-questions",
        "your-questions",
        "sus-preguntas",
    ]
    assert [item.anchor for item in page.items.all()] == ["un-stage", "une-bourse"]
    for language in TITLES:
        text = client.get(f"/{language}/{page.slug_in(language)}/").text
        assert f"Réponse 0 {language}" in text
        assert f"Réponse 1 {language}" in text


def questions_of(window):
    """Return what names each row, in the order in which the form shows the rows."""
    return window.locator("[data-row-name]:visible").all_inner_texts()


def drag(window, row, onto):
    """Take a row by its handle and let it go where another one is."""
    handle = "#inline_child_items-{} > * [data-inline-panel-child-drag]"
    window.locator(handle.format(row)).first.hover()
    window.mouse.down()
    box = window.locator(handle.format(onto)).first.bounding_box()
    window.mouse.move(box["x"] + 5, box["y"] - 15, steps=15)
    window.mouse.up()


def test_an_editor_drags_and_opens_rows_by_their_questions(editor):
    items = [
        faq_item(anchor=f"q{number}", question_fr=f"Question {number} ?")
        for number in range(4)
    ]
    page = make_faq_page(items=items)

    with admin_window(editor) as window:
        window.goto(HOST + edit_url(page))
        window.wait_for_selector("html[data-watching]")
        assert questions_of(window) == [f"Question {number} ?" for number in range(4)]
        assert not window.locator("#id_items-3-question_fr").is_visible()
        drag(window, row=3, onto=0)
        assert questions_of(window)[0] == "Question 3 ?"
        row = window.locator("#inline_child_items-3")
        row.locator("[data-panel-toggle]").first.click()
        window.locator("#id_items-3-question_fr").fill("Question neuve ?")
        assert questions_of(window)[0] == "Question neuve ?"
        row.locator("[data-panel-toggle]").first.click()
        assert not window.locator("#id_items-3-question_fr").is_visible()
        window.locator(".action-save").first.click()
        window.locator(".messages .success").wait_for()

    questions = [item.question_fr for item in draft_of(page).items.all()]
    assert questions == ["Question neuve ?", *(f"Question {n} ?" for n in range(3))]
