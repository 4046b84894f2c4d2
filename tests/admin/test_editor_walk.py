import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from core.groups import STAFF
from core.models import User
from faq.models import FaqPage
from tests.admin.browser import HOST, admin_window
from tests.factories import home_page

pytestmark = pytest.mark.django_db

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
