"""The site makes anchors while the browser that saves in the background shows none."""

import pytest

from tests.admin.forms import open_page, rich_text
from tests.admin.two_people import (
    autosave,
    browser,
    draft,
    question,
    rows,
    stream_fields,
)
from tests.factories import faq_item, make_content_page, make_faq_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def faq():
    return make_faq_page(items=[faq_item(anchor="stages")])


@pytest.fixture
def form(faq):
    form = open_page(browser(), faq)
    answers = {f"answer_{language}": rich_text("x") for language in ["fr", "en", "es"]}
    return form.add_row("items", question_fr="Une", anchor="", **answers)


def write(form, text):
    form.forge(question(1, question_fr=text))
    assert autosave(form)["success"]


def anchors(page):
    return [anchor for (anchor,) in rows(page, "anchor")]


def test_an_anchor_grows_with_the_question_until_it_is_public(faq, form):
    write(form, "Une")
    assert anchors(faq) == ["stages", "une"]

    write(form, "Une bourse ?")

    assert anchors(faq) == ["stages", "une-bourse"]


def test_nobody_is_told_of_the_anchors_that_the_site_made(faq, form):
    write(form, "Une bourse ?")
    write(form, "Une bourse, vraiment ?")

    form.save("publish")

    faq.refresh_from_db()
    assert not faq.has_unpublished_changes
    assert [item.anchor for item in faq.items.all()] == [
        "stages",
        "une-bourse-vraiment",
    ]


def test_an_anchor_that_somebody_else_wrote_meanwhile_stays(faq, form):
    write(form, "Une bourse ?")
    open_page(browser("b"), faq).forge(question(1, anchor="argent")).save()

    write(form, "Une bourse, vraiment ?")

    assert rows(faq, "question_fr", "anchor")[1] == ("Une bourse, vraiment ?", "argent")


def no_anchor(_text):
    return ""


def test_headings_typed_while_the_browser_saves_make_no_conflict_with_oneself():
    page = make_content_page()
    form = open_page(browser(), page)

    for text in ["Le", "Le Conseil"]:
        form.forge(stream_fields("body_fr", text, anchor=no_anchor))
        assert autosave(form)["success"]
    form.save("publish")

    page.refresh_from_db()
    assert not page.has_unpublished_changes
    assert [dict(block.value) for block in page.body_fr] == [
        {"text": "Le Conseil", "anchor": "le-conseil"}
    ]


def test_a_conflict_over_headings_is_still_told():
    page = make_content_page()
    form = open_page(browser(), page)
    form.forge(stream_fields("body_fr", "Le", anchor=no_anchor))
    assert autosave(form)["success"]
    open_page(browser("b"), page).forge(stream_fields("body_fr", "Son titre")).save()

    form.forge(stream_fields("body_fr", "Le Conseil", anchor=no_anchor))

    assert not autosave(form).get("success")
    assert [block.value["text"] for block in draft(page).body_fr] == ["Son titre"]
