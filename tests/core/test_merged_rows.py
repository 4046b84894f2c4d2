"""Rows of one page edited by several people; what a single person may do is in test_rows."""

import pytest

from tests.admin.forms import open_page, read_form, rich_text
from tests.admin.people import make_translator, signed_in
from tests.admin.two_people import autosave, browser, draft, question, rows
from tests.factories import faq_item, make_faq_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_faq_page(
        items=[
            faq_item(anchor=anchor, question_fr=f"{anchor.upper()} ?", sort_order=order)
            for order, anchor in enumerate("abc")
        ]
    )


@pytest.fixture
def hers(page):
    return open_page(browser("aminata"), page)


@pytest.fixture
def his(page):
    return open_page(browser("kofi"), page)


def add_question(form, anchor):
    return form.add_row(
        "items",
        row_key=str(form.client.session["_auth_user_id"]).rjust(32, "0"),
        anchor=anchor,
        question_fr=f"{anchor.upper()} ?",
        question_en="",
        question_es="",
        answer_fr=rich_text("Oui."),
        answer_en="null",
        answer_es="null",
        reviewed_on="",
    )


def anchors(page):
    return "".join(row.anchor for row in draft(page).items.all())


def is_saved(response):
    return response.status_code == 302


# Writing


def test_two_people_who_write_in_one_row_both_keep_their_text(page, hers, his):
    assert is_saved(hers.set(**question(0, question_fr="Un ?")).save())
    assert is_saved(
        his.set(**question(0, question_es="¿Uno?", reviewed_on="2026-01-15")).save()
    )

    assert rows(page, "question_fr", "question_es")[0] == ("Un ?", "¿Uno?")


def test_the_same_text_of_a_row_is_a_conflict_beside_that_text(page, hers, his):
    hers.set(**question(1, question_fr="Aminata ?")).save()

    response = his.set(**question(1, question_fr="Kofi ?")).save()

    form = response.context["form"].formsets["items"].forms[1]
    assert list(form.errors) == ["question_fr"]
    assert b"<mark>Aminata</mark>" in response.content
    assert rows(page, "question_fr")[1] == ("Aminata ?",)
    his.data = read_form(response.content)
    assert is_saved(his.save())
    assert rows(page, "question_fr")[1] == ("Kofi ?",)


def test_a_row_that_only_a_draft_has_is_merged_too(page, hers, his):
    add_question(hers, "d").save()
    hers, his = open_page(hers.client, page), open_page(his.client, page)

    hers.set(**question(3, question_fr="Quatre ?")).save()
    assert is_saved(his.set(**question(3, question_es="¿Cuatro?")).save())

    assert rows(page, "question_fr", "question_es")[3] == ("Quatre ?", "¿Cuatro?")


def test_a_translator_and_an_editor_share_a_row_of_a_draft(page, hers):
    add_question(hers, "d").save()
    translator = open_page(signed_in(make_translator("es")), page)
    editor = open_page(hers.client, page)

    editor.set(**question(3, question_fr="Quatre ?")).save()
    assert is_saved(translator.set(**question(3, question_es="¿Cuatro?")).save())

    assert rows(page, "question_fr", "question_es", "anchor")[3] == (
        "Quatre ?",
        "¿Cuatro?",
        "d",
    )


# Adding


def test_a_row_that_somebody_added_stays_when_an_older_form_is_saved(page, hers, his):
    assert is_saved(add_question(hers, "d").save())
    assert is_saved(his.set(**question(0, question_es="¿Uno?")).save())

    assert anchors(page) == "abcd"


def test_rows_that_two_people_add_both_stay(page, hers, his):
    add_question(hers, "d").save()
    assert is_saved(add_question(his, "e").save())

    assert sorted(anchors(page)) == list("abcde")


def test_a_row_added_in_the_background_is_added_once(page, hers):
    assert autosave(add_question(hers, "d"))["success"]
    assert autosave(hers.set(**question(3, question_es="¿D?")))["success"]
    assert is_saved(hers.save())

    assert anchors(page) == "abcd"
    assert rows(page, "question_es")[3] == ("¿D?",)


def test_a_row_is_added_once_although_the_browser_never_got_the_answer(page, hers):
    add_question(hers, "d")

    assert hers.autosave().json()["success"]
    assert hers.autosave().json()["success"]
    assert is_saved(hers.save())

    assert anchors(page) == "abcd"


def test_a_row_that_somebody_changed_after_it_was_added_is_merged(page, hers, his):
    autosave(add_question(hers, "d"))
    other = open_page(his.client, page)
    other.set(**question(3, question_es="¿D?")).save()

    assert autosave(hers.set(**question(3, question_fr="Quatre ?")))["success"]

    assert rows(page, "question_fr", "question_es")[3] == ("Quatre ?", "¿D?")


# Deleting


def test_a_deleted_row_stays_deleted_when_an_older_form_is_saved(page, hers, his):
    hers.set(**question(1, DELETE="on")).save()

    assert is_saved(his.set(**question(0, question_es="¿Uno?")).save())

    assert anchors(page) == "ac"


def test_a_deleted_row_stays_deleted_however_often_an_open_form_saves(page, hers, his):
    hers.set(**question(1, DELETE="on")).save()

    autosave(his.set(**question(0, question_es="¿Uno?")))
    autosave(his.set(**question(0, question_es="¿Uno o dos?")))
    assert is_saved(his.save())

    assert anchors(page) == "ac"
    assert rows(page, "question_es")[0] == ("¿Uno o dos?",)


def test_a_deleted_row_stays_deleted_after_a_conflict_elsewhere(page, hers, his):
    hers.set(**question(1, DELETE="on"), title_fr="Aminata").save()
    response = his.set(title_fr="Kofi").save()
    his.data = read_form(response.content)

    assert is_saved(his.save())

    assert anchors(page) == "ac"


def test_a_deleted_row_of_a_draft_stays_deleted(page, hers, his):
    add_question(hers, "d").save()
    hers, his = open_page(hers.client, page), open_page(his.client, page)
    hers.set(**question(3, DELETE="on")).save()

    assert is_saved(his.set(**question(0, question_es="¿Uno?")).save())

    assert anchors(page) == "abc"


def test_text_written_in_a_row_that_somebody_deleted_is_a_conflict(page, hers, his):
    hers.set(**question(1, DELETE="on")).save()

    response = his.set(**question(1, question_fr="Kofi ?")).save()

    assert not is_saved(response)
    assert "Kofi ?" in response.content.decode()
    assert anchors(page) == "ac"
    his.data = read_form(response.content)
    assert is_saved(his.save())
    assert anchors(page) == "abc"
    assert rows(page, "question_fr")[1] == ("Kofi ?",)


def test_a_translator_does_not_bring_back_a_row_that_was_deleted(page, hers):
    translator = open_page(signed_in(make_translator("es")), page)
    hers.set(**question(1, DELETE="on")).save()

    response = translator.set(**question(1, question_es="¿Dos?")).save()

    assert not is_saved(response) and "¿Dos?" in response.content.decode()
    translator.data = read_form(response.content)
    translator.set(**question(0, question_es="¿Uno?"))
    assert is_saved(translator.save())
    assert anchors(page) == "ac"
    assert rows(page, "question_es")[0] == ("¿Uno?",)


def test_deleting_a_row_that_somebody_changed_is_a_conflict(page, hers, his):
    hers.set(**question(1, question_es="¿Dos de Aminata?")).save()

    response = his.set(**question(1, DELETE="on")).save()

    assert not is_saved(response)
    assert "¿Dos de Aminata?" in response.content.decode()
    assert anchors(page) == "abc"
    his.data = read_form(response.content)
    assert is_saved(his.save())
    assert anchors(page) == "ac"


def test_a_row_that_both_deleted_is_deleted(page, hers, his):
    hers.set(**question(1, DELETE="on")).save()

    assert is_saved(his.set(**question(1, DELETE="on")).save())

    assert anchors(page) == "ac"


def test_a_row_deleted_in_the_background_stays_deleted(page, hers):
    assert autosave(hers.set(**question(1, DELETE="on")))["success"]
    assert autosave(hers.set(title_es="P"))["success"]
    assert is_saved(hers.save())

    assert anchors(page) == "ac"


# Moving


def test_rows_moved_by_one_person_stay_moved(page, hers, his):
    hers.set(
        **question(0, ORDER="3"), **question(1, ORDER="1"), **question(2, ORDER="2")
    ).save()

    assert is_saved(his.set(**question(0, question_es="¿Uno?")).save())

    assert rows(page, "anchor", "question_es") == [
        ("b", None),
        ("c", None),
        ("a", "¿Uno?"),
    ]


def test_moving_rows_keeps_what_others_added_and_deleted(page, hers, his):
    add_question(hers.set(**question(0, DELETE="on")), "d").save()

    assert is_saved(
        his.set(
            **question(0, ORDER="1"), **question(1, ORDER="3"), **question(2, ORDER="2")
        ).save()
    )

    assert anchors(page) == "cdb"


def test_rows_with_one_key_are_told_apart(page):
    items = list(page.items.all())
    for item in items:
        item.row_key = items[0].row_key
        item.save()
    page.save_revision()
    hers, his = open_page(browser("a"), page), open_page(browser("b"), page)

    hers.set(**question(0, question_es="¿A?")).save()
    assert is_saved(his.set(**question(2, question_es="¿C?")).save())

    assert rows(page, "anchor", "question_es") == [
        ("a", "¿A?"),
        ("b", None),
        ("c", "¿C?"),
    ]
