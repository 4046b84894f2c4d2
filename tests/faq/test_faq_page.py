import pytest
from django.utils import translation

from tests.factories import faq_item, make_faq_page

pytestmark = pytest.mark.django_db

INTERNSHIPS = {
    "anchor": "internships",
    "question_fr": "Proposez-vous des stages ?",
    "question_en": "Do you offer internships?",
    "answer_fr": "<p>Pas pour le moment.</p>",
    "audiences": ["students"],
}
MEDIA = {
    "anchor": "media",
    "question_fr": "Je suis journaliste. À qui m’adresser ?",
    "answer_fr": "<p>À la salle de presse.</p>",
    "audiences": ["media", "students"],
}


def make_page(*items):
    return make_faq_page(items=[faq_item(**fields) for fields in items])


def get(client, page, query="", language="fr"):
    with translation.override(language):
        return client.get(page.get_url() + query)


def anchors(response):
    return [entry.anchor for entry in response.context["faq"].entries]


def test_every_answer_has_the_same_anchor_in_each_language(client):
    page = make_page(INTERNSHIPS)

    for language in ["fr", "en", "es"]:
        assert '<div id="internships"' in get(client, page, language=language).text


def test_a_question_without_translation_says_its_language(client):
    response = get(client, make_page(INTERNSHIPS), language="es")

    assert 'lang="fr" dir="ltr">Proposez-vous des stages' in response.text


def test_a_visitor_filters_the_questions_by_audience(client):
    page = make_page(INTERNSHIPS, MEDIA)

    response = get(client, page, "?audience=media")

    assert anchors(response) == ["media"]
    choices = response.context["faq"].audience.choices
    assert [(choice.value, choice.count, choice.is_current) for choice in choices] == [
        ("", 2, False),
        ("students", 2, False),
        ("media", 1, True),
    ]


@pytest.mark.parametrize("value", ["investors", "%00", "x" * 3000, "<b>"])
def test_an_unknown_audience_is_left_out_and_told(client, value):
    response = get(client, make_page(INTERNSHIPS), f"?audience={value}")

    assert anchors(response) == ["internships"]
    assert response.context["faq"].audience.problem


def test_an_audience_without_questions_shows_the_way_back(client):
    page = make_page(INTERNSHIPS)

    response = get(client, page, "?audience=companies")

    assert anchors(response) == []
    assert f'<a href="{page.get_url()}">' in response.text


@pytest.mark.parametrize("number", [1, 12])
def test_the_questions_take_one_query(rf, django_assert_num_queries, number):
    page = make_page(*({**MEDIA, "anchor": f"a{i}"} for i in range(number)))
    request = rf.get("/")

    with django_assert_num_queries(1):
        assert page.question_list(request).count == number
