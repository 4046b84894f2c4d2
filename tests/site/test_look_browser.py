"""What people meet on the pages: by eye, by keyboard, by screen reader, on paper."""

from pathlib import Path

import pytest
from axe_playwright_python import sync_playwright as axe

from tests.site.browser import widths_of
from tests.site.rendering import representatives

# The pages are rendered from the test database.
# How a browser lays a page out does not hang on where its texts are stored.
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

PROBES = Path(__file__).with_name("probes.js").read_text()
AXE = (Path(axe.__file__).parent / "axe.min.js").read_text()
# The dark scheme changes colours and nothing else.
AXE_RULES = {
    "light": {
        "type": "tag",
        "values": [
            "wcag2a",
            "wcag2aa",
            "wcag2aaa",
            "wcag21a",
            "wcag21aa",
            "wcag22aa",
            "best-practice",
        ],
    },
    "dark": {
        "type": "rule",
        "values": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"],
    },
}
# Success criterion 1.4.12: the spacing that a reader may set.
TEXT_SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; } p { margin-block-end: 2em !important; }"""


def ask(window, probe):
    """Return what a function of probes.js says about the page, once its fonts are there."""
    if not window.evaluate("'probes' in window"):
        window.evaluate(PROBES)
    return window.evaluate(f"document.fonts.ready.then(() => probes.{probe}())")


def open_all_answers(window):
    window.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")


def in_french(pages):
    return [page for page in representatives(pages) if page.language == "fr"]


def longest_question_page(pages):
    return next(p for p in in_french(pages) if p.kind == "PartnershipPage")


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(browser, pages, width):
    found = {}
    for page, window in browser.walk(representatives(pages), width=width):
        open_all_answers(window)
        window.evaluate(AXE)
        for scheme, rules in AXE_RULES.items():
            window.emulate_media(color_scheme=scheme)
            for violation in axe_violations(window, rules):
                targets = [node["target"] for node in violation["nodes"]]
                found.setdefault(f"{violation['id']}: {violation['help']}", []).append(
                    (page.path, scheme, targets[:3])
                )

    assert found == {}


def axe_violations(window, rules):
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    result = window.evaluate("options => axe.run(document, options)", options)
    return result["violations"]


def test_every_text_stands_out_seven_to_one(browser, pages):
    faint = {}
    for page, window in browser.walk(representatives(pages)):
        open_all_answers(window)
        for scheme in ("light", "dark"):
            window.emulate_media(color_scheme=scheme)
            faint[page.path, scheme] = ask(window, "faintTexts")

    assert {place: texts for place, texts in faint.items() if texts} == {}


def test_targets_are_as_large_as_a_fingertip(browser, pages):
    small = {}
    for page, window in browser.walk(representatives(pages), width=360):
        open_all_answers(window)
        small[page.path] = ask(window, "smallTargets")

    assert {path: targets for path, targets in small.items() if targets} == {}


# 320 CSS pixels are also what a window of 1280 shows at 400 %.
def test_no_page_scrolls_sideways(browser, pages):
    wide = {}
    for page, window in browser.walk(representatives(pages)):
        open_all_answers(window)
        for width in widths_of(window, [320, 360, 768, 1280, 1920]):
            wide[page.path, width] = ask(window, "overflow")

    assert {place: excess for place, excess in wide.items() if excess > 0} == {}


def test_no_word_is_broken_without_a_hyphen(browser, pages):
    broken = {}
    for page, window in browser.walk(pages.values()):
        open_all_answers(window)
        for width in widths_of(window, [320, 1280]):
            broken[page.path, width] = ask(window, "brokenWords")

    assert {place: words for place, words in broken.items() if words} == {}


def widen_spacing(window):
    window.add_style_tag(content=TEXT_SPACING)


def lengthen_words(window):
    ask(window, "lengthenTexts")


def double_text(window):
    window.add_style_tag(content="html { font-size: 200% }")


@pytest.mark.parametrize(
    ("change", "width"),
    [
        (widen_spacing, 320),
        (widen_spacing, 1280),
        (lengthen_words, 320),
        (lengthen_words, 1280),
        (double_text, 360),
        (double_text, 1280),
    ],
)
def test_pages_bear_wide_spacing_long_words_and_large_text(
    browser, pages, change, width
):
    broken = {}
    for page, window in browser.walk(in_french(pages), width=width):
        open_all_answers(window)
        change(window)
        faults = ask(window, "overflow"), ask(window, "cutTexts")
        broken[page.path] = faults if faults != (0, []) else None

    assert {path: faults for path, faults in broken.items() if faults} == {}


@pytest.mark.parametrize("width", [360, 1280])
def test_pages_fit_when_read_from_right_to_left(browser, pages, width):
    wide = {}
    for page, window in browser.walk(in_french(pages), width=width, mirror=True):
        wide[page.path] = ask(window, "overflow")
        logo = window.locator(".logo").bounding_box()
        assert logo["x"] > width / 2, page.path

    assert {path: excess for path, excess in wide.items() if excess > 0} == {}


def test_every_stop_of_the_keyboard_is_outlined_and_in_view(browser, pages):
    lost = []
    for page, window in browser.walk(in_french(pages), width=360):
        open_all_answers(window)
        stops = window.locator("a, summary, button, [tabindex='0']").count()
        for _ in range(stops):
            window.keyboard.press("Tab")
            stop = ask(window, "focused")
            if not (stop["outlined"] and stop["inView"]):
                lost.append((page.path, stop))

    assert lost == [], "\n".join(map(str, lost))


def test_skip_link_is_the_first_stop_and_leads_to_the_text(browser, pages):
    for page, window in browser.walk(in_french(pages)):
        window.keyboard.press("Tab")
        assert ask(window, "focused")["what"].startswith("a.skip-link"), page.path
        window.keyboard.press("Enter")

        assert window.evaluate("document.activeElement.id") == "main", page.path


def test_answers_open_by_keyboard_and_several_stay_open(browser, pages):
    with browser.visit(longest_question_page(pages).path) as window:
        for number, key in enumerate(("Enter", "Space")):
            window.locator("summary").nth(number).focus()
            window.keyboard.press(key)

        assert window.locator("details[open]").count() == 2


@pytest.mark.parametrize("has_scripts", [True, False])
def test_link_to_an_answer_opens_it(browser, pages, has_scripts):
    path = longest_question_page(pages).path
    options = {"java_script_enabled": has_scripts}
    with browser.visit(f"{path}#private-sector", **options) as window:
        answer = window.locator("#private-sector")
        answer.wait_for(state="visible")

        assert window.locator("details[open]").count() == 1


def test_link_to_words_of_an_answer_opens_it(browser, pages):
    path = longest_question_page(pages).path
    with browser.visit(f"{path}#:~:text=tir%C3%A9%20les%20le%C3%A7ons") as window:
        window.locator("#private-sector").wait_for(state="visible")

        assert window.locator("details[open]").count() == 1


def test_paper_shows_every_answer_and_no_menus(browser, pages):
    page = longest_question_page(pages)
    with browser.visit(page.path, medium="print") as window:
        answers = window.locator(".questions__answer")
        heights = [answer.bounding_box()["height"] for answer in answers.all()]

        assert len(heights) == page.html.count("<details>")
        assert min(heights) > 20
        assert not window.locator("nav:visible, form:visible").count()


def test_forced_colours_keep_the_threads_and_the_current_page(browser, pages):
    with browser.visit(
        longest_question_page(pages).path, forced_colors="active"
    ) as window:
        current = window.locator(".menu [aria-current]").first
        decoration = current.evaluate("e => getComputedStyle(e).textDecorationLine")
        threads = window.locator(".weave__warp path")
        strokes = threads.evaluate_all(
            "all => all.map(e => getComputedStyle(e).stroke)"
        )

        assert decoration == "underline"
        assert len(set(strokes)) == 4
