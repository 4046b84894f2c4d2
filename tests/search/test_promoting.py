"""Staff say what is to be seen first by whoever searches certain words."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.models import PromotedResult
from tests.factories import make_content_page
from tests.search.test_views import show

pytestmark = pytest.mark.django_db


def titles(client, asked, language="fr"):
    found = show(client, language, q=asked).context["promoted"]
    return [str(result.title) for result in found]


@pytest.mark.parametrize("asked", ["donatrice", "Donateurs", "les donatrices"])
def test_a_promoted_result_is_shown_for_its_words_in_any_form(client, asked):
    page = make_content_page(title_fr="Nous soutenir")
    PromotedResult.objects.create(page=page, words_fr="aider\ndonateur")

    assert titles(client, asked) == ["Nous soutenir"]


def test_it_is_shown_for_all_of_its_words_and_no_others(client):
    PromotedResult.objects.create(
        url="https://example.org/", title_fr="Ailleurs", words_fr="travail domestique"
    )

    assert titles(client, "domestiques travail") == ["Ailleurs"]
    assert titles(client, "travail") == []
    assert titles(client, "travail domestique urbain") == []


def test_each_language_has_words_of_its_own(client):
    PromotedResult.objects.create(
        url="https://example.org/", title_fr="Ailleurs", words_en="job"
    )

    assert titles(client, "job", "en") == ["Ailleurs"]
    assert titles(client, "job", "fr") == []


def test_a_page_that_is_a_draft_or_private_is_not_promoted(client):
    draft = make_content_page(title_fr="Brouillon")
    private = make_content_page(title_fr="Réservé")
    for page in (draft, private):
        PromotedResult.objects.create(page=page, words_fr="dons")
    draft.unpublish()
    private.view_restrictions.create(restriction_type="login")

    assert titles(client, "dons") == []


def test_a_promoted_result_takes_no_more_queries(client):
    page = make_content_page(title_fr="Dons")
    for _number in range(5):
        PromotedResult.objects.create(page=page, words_fr="dons")
    show(client, q="dons")

    with CaptureQueriesContext(connection) as queries:
        assert len(titles(client, "dons")) == 5

    assert len(queries) <= 5


def test_it_leads_to_a_page_or_to_an_address():
    page = make_content_page(title_fr="Dons")

    for wrong in ({}, {"page": page, "url": "https://example.org/"}):
        with pytest.raises(ValidationError) as refusal:
            PromotedResult(words_fr="dons", **wrong).full_clean()
        assert "page" in refusal.value.message_dict
    with pytest.raises(ValidationError) as refusal:
        PromotedResult(words_fr="dons", url="https://example.org/").full_clean()
    assert "title_fr" in refusal.value.message_dict
