from datetime import date

import pytest
from wagtail.models import PageViewRestriction

from tests.factories import (
    faq_item,
    funder,
    make_faq_page,
    make_funder_list_page,
    make_partnership_page,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_partnership_page(
        faq_page=make_faq_page(items=[faq_item()]),
        funders_page=make_funder_list_page(funders=[funder()]),
        funders_link_label_fr="Voir la liste",
    )


def get(client, page):
    return client.get(page.get_url())


def test_the_questions_of_the_chosen_page_are_shown(client, page):
    response = get(client, page)

    assert [entry.anchor for entry in response.context["questions"]] == ["stages"]
    assert response.context["faq_url"] == "/fr/foire-aux-questions/"


def test_the_chosen_list_of_funders_is_linked(client, page):
    assert get(client, page).context["funders_url"] == "/fr/qui-nous-finance/"


@pytest.mark.parametrize("name", ["faq_page", "funders_page"])
def test_nothing_of_an_unpublished_page_is_shown(client, page, name):
    getattr(page, name).unpublish()

    response = get(client, page)

    assert not response.context["questions" if name == "faq_page" else "funders_url"]
    shown = "stages" if name == "faq_page" else "Voir la liste"
    assert shown not in response.text


@pytest.mark.parametrize("name", ["faq_page", "funders_page"])
def test_nothing_of_a_private_page_is_shown(client, page, name):
    PageViewRestriction.objects.create(
        page_id=getattr(page, f"{name}_id"), restriction_type="login"
    )

    response = get(client, page)

    assert not response.context["questions" if name == "faq_page" else "funders_url"]


def test_a_private_page_hides_no_sibling(client, page):
    other = make_faq_page(slug_fr="autre", slug_en="other")
    PageViewRestriction.objects.create(page_id=other.pk, restriction_type="login")

    assert get(client, page).context["questions"]


def test_a_page_without_questions_and_funders_is_shown(client):
    response = get(client, make_partnership_page())

    assert response.status_code == 200
    assert response.context["questions"] == []
    assert response.context["funders_url"] == ""


@pytest.mark.parametrize("number", [1, 12])
def test_the_questions_and_their_address_take_one_query(
    rf, django_assert_num_queries, number
):
    items = [faq_item(anchor=f"a{i}") for i in range(number)]
    page = make_partnership_page(faq_page=make_faq_page(items=items))
    request = rf.get("/")
    page.get_url(request)

    with django_assert_num_queries(1):
        questions, _url = page.public_questions(request)

    assert len(questions) == number


def test_visitors_read_when_the_policy_was_reviewed(client):
    page = make_partnership_page(policy_reviewed_on=date(2026, 1, 15))

    assert "15 janvier 2026" in get(client, page).text
