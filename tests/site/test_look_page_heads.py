"""The first thing people see of a page: its heading, and what stands around it."""

import pytest
from django.utils.translation import gettext, override

from core.languages import content_languages, default_language
from tests.site.browser import widths_of
from tests.site.rendering import representatives
from tests.site.test_look_browser import ask

# The pages are rendered from the test database.
# How a browser lays a page out does not hang on where its texts are stored.
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

UNTRANSLATED = "/{language}/pas-traduite/"
NOTICE = "This page has not been translated yet. You are reading it in:"


def other_languages():
    return [code for code in content_languages() if code != default_language()]


@pytest.mark.parametrize("mirror", [False, True])
def test_no_thread_runs_over_a_text(browser, pages, mirror):
    covered = {}
    for page, window in browser.walk(representatives(pages), mirror=mirror):
        for words in ("as written", "longer"):
            if words == "longer":
                ask(window, "lengthenTexts")
            for width in widths_of(window, [320, 600, 900, 1280, 1920]):
                covered[page.path, words, width] = ask(window, "coveredTexts")

    assert {place: texts for place, texts in covered.items() if texts} == {}


def test_a_text_under_the_threads_would_be_found(browser, pages):
    with browser.visit("/fr/error-404/") as window:
        window.add_style_tag(content=".weave { margin-inline-start: -9rem !important }")
        covered = ask(window, "coveredTexts")

        assert any(text.startswith("p.hero__lead") for text in covered)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_readers_see_at_once_that_a_page_is_not_translated(browser, scheme):
    for language in other_languages():
        path = UNTRANSLATED.format(language=language)
        with browser.visit(path, color_scheme=scheme) as window:
            notice = window.locator(".notice")
            with override(language):
                words = gettext(NOTICE).rstrip(" :\u00a0\u202f")

            assert words in notice.inner_text()
            assert notice.evaluate("e => e.closest('[lang]').lang") == language
            assert notice.bounding_box()["y"] < 300
            assert ask(window, "faintTexts") == []


def test_the_notice_leads_to_the_page_in_the_language_of_its_text(browser):
    for language in other_languages():
        with browser.visit(UNTRANSLATED.format(language=language)) as window:
            link = window.locator(".notice a")
            assert link.get_attribute("lang") == default_language()
            link.click()

            assert (
                window.evaluate("document.documentElement.lang") == default_language()
            )
            assert window.locator("h1").inner_text() == "Pas encore traduite"
            assert not window.locator(".notice").count()


def test_keyboard_meets_the_notice_first_in_the_text(browser):
    (language, *_others) = other_languages()
    with browser.visit(UNTRANSLATED.format(language=language)) as window:
        window.locator(".skip-link").press("Enter")
        window.keyboard.press("Tab")
        stop = ask(window, "focused")

        assert window.evaluate("Boolean(document.activeElement.closest('.notice'))")
        assert stop["outlined"] and stop["inView"]
