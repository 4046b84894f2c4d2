"""What a save in the background says about typography, and how the form shows it."""

import pytest
from django.urls import reverse

from core.models import SiteSettings
from tests.admin.browser import HOST, admin_window
from tests.admin.forms import edit_url, open_form, open_page
from tests.admin.people import make_staff, make_translator, signed_in
from tests.admin.two_people import autosave
from tests.factories import faq_item, make_content_page, make_faq_page

pytestmark = pytest.mark.django_db


def notes(form, name):
    """Return what an autosave of `form` brings below the input `name`."""
    html = autosave(form)["html"].partition("<template data-typography-notes>")[2]
    return html.partition(f'data-for="{name}"')[2].partition("data-for=")[0]


def test_an_autosave_brings_the_remarks_on_a_text():
    form = open_page(signed_in(make_staff()), make_content_page())

    brought = notes(form.set(headline_es="Quién es?"), "headline_es")

    assert "Typography: you may want to correct this." in brought
    assert "¿Quién es?" in brought.replace("<mark>", "").replace("</mark>", "")


def test_an_autosave_brings_no_remark_on_a_text_that_was_set_right():
    page = make_content_page(headline_es="Quién es?")
    form = open_page(signed_in(make_staff()), page)

    assert notes(form.set(headline_es="¿Quién es?"), "headline_es") == ""


def test_the_remarks_on_a_row_follow_the_input_and_not_its_place():
    items = [
        faq_item(anchor=f"q{number}", question_fr=f"Question {number} ?")
        for number in range(2)
    ]
    form = open_page(signed_in(make_staff()), make_faq_page(items=items))
    moved = {"items-0-ORDER": "2", "items-1-ORDER": "1", "items-1-question_es": "Y?"}

    assert "Typography" in notes(form.forge(moved), "items-1-question_es")
    assert notes(form, "items-0-question_es") == ""


def test_a_translator_gets_remarks_on_what_they_write_alone():
    page = make_content_page(headline_es="Quién es?", headline_en="Who  is it?")
    form = open_page(signed_in(make_translator("en")), page)

    assert "Typography" in notes(form, "headline_en")
    assert notes(form, "headline_es") == ""


def test_an_autosave_of_the_settings_brings_remarks_too():
    settings = SiteSettings.load()
    settings.save()
    edit = SiteSettings.snippet_viewset.get_url_name("edit")
    form = open_form(signed_in(make_staff()), reverse(edit, args=[settings.pk]))

    assert "Typography" in notes(form.set(strapline_es="Quién es?"), "strapline_es")


@pytest.mark.sqlite
def test_the_remark_waits_until_the_field_is_left():
    page = make_content_page(headline_en="Who  is it?")

    with admin_window(make_staff()) as window:
        window.goto(HOST + edit_url(page))
        window.wait_for_selector("html[data-watching]")
        field = window.locator("#id_headline_es")
        field.click()
        field.press_sequentially("Quién es?")
        window.locator("#w-autosave-indicator").get_by_text("Saved").wait_for()
        note = window.locator("#typography-headline_es")
        assert note.count() == 0
        assert field.evaluate("field => field === document.activeElement")
        window.locator("#id_headline_fr").focus()
        note.wait_for()
        assert "¿Quién es?" in note.inner_text()

        field.fill("¿Quién es?")
        window.locator("#id_headline_fr").focus()
        note.wait_for(state="detached")
