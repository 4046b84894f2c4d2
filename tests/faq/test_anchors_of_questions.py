import pytest

from faq.models import FaqItem, FaqPage
from tests.factories import faq_item, home_page, make_faq_page
from tests.faq.forms import add_url, edit_url, errors_of_rows, faq_form, question

pytestmark = pytest.mark.django_db


def anchors():
    return list(FaqItem.objects.order_by("sort_order").values_list("anchor", flat=True))


def post_new(admin_client, *rows, **fields):
    return admin_client.post(
        add_url(FaqPage, home_page()), faq_form(*rows, **fields), follow=True
    )


def post_change(admin_client, page, *rows):
    initial = sum(1 for row in rows if row["id"])
    return admin_client.post(
        edit_url(page), faq_form(*rows, initial=initial, slug_fr=page.slug_fr)
    )


def test_an_empty_anchor_is_made_from_the_question_in_the_default_language(
    admin_client,
):
    post_new(
        admin_client,
        question("Proposez-vous des stages ?", question_en="Any internships?"),
        question("Proposez-vous des stages ?"),
    )

    assert anchors() == ["proposez-vous-des-stages", "proposez-vous-des-stages-2"]


def test_twins_are_refused_where_they_stand_and_nothing_is_lost(admin_client):
    response = post_new(
        admin_client,
        question("Un ?", anchor="stages"),
        question("Deux ?", anchor="stages"),
    )

    first, second = errors_of_rows(response, "items")
    assert first == {}
    assert "“stages” is already the anchor of “Un ?”" in second["anchor"][0]
    assert "Deux ?" in response.text
    assert not FaqPage.objects.exists()


def test_an_anchor_of_the_page_itself_is_refused(admin_client):
    response = post_new(admin_client, question("Un ?", anchor="main"))

    (row,) = errors_of_rows(response, "items")
    assert "main" in row["anchor"][0]


def test_a_public_anchor_does_not_change(admin_client):
    page = make_faq_page(items=[faq_item(anchor="stages")])
    row = question("Un ?", pk=page.items.get().pk, anchor="internships")

    response = post_change(admin_client, page, row)

    (row,) = errors_of_rows(response, "items")
    assert "#stages" in row["anchor"][0]
    assert anchors() == ["stages"]


def test_a_public_anchor_survives_being_emptied_and_a_new_question(admin_client):
    page = make_faq_page(items=[faq_item(anchor="stages")])
    row = question("Une autre question ?", pk=page.items.get().pk)

    post_change(admin_client, page, row)

    assert anchors() == ["stages"]
    assert FaqItem.objects.get().question == "Une autre question ?"


def test_the_anchor_of_a_draft_may_change(admin_client):
    page = make_faq_page(items=[faq_item(anchor="stages")])
    page.unpublish()
    row = question("Un ?", pk=page.items.get().pk, anchor="internships")

    post_change(admin_client, page, row)

    assert anchors() == ["internships"]


def test_two_questions_exchange_nothing_but_their_order(admin_client):
    page = make_faq_page(items=[faq_item(anchor="a"), faq_item(anchor="b")])
    first, second = page.items.all()

    post_change(
        admin_client,
        page,
        question("Un ?", pk=first.pk, anchor="a", ORDER="2"),
        question("Deux ?", pk=second.pk, anchor="b", ORDER="1"),
    )

    assert anchors() == ["b", "a"]


def test_code_that_saves_questions_gets_anchors_too():
    items = [faq_item(anchor="", sort_order=place) for place in range(2)]
    page = make_faq_page(items=items)

    assert [item.anchor for item in page.items.all()] == [
        "proposez-vous-des-stages",
        "proposez-vous-des-stages-2",
    ]
