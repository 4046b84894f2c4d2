import pytest

from core.models import SitePage
from core.offers import stored_offers
from tests.factories import (
    faq_item,
    home_page,
    make_content_page,
    make_faq_page,
)

pytestmark = pytest.mark.django_db


def states(page):
    stored = SitePage.objects.get(pk=page.pk)
    return {offer.language: offer.state for offer in stored_offers(stored)}


def test_a_page_says_how_much_of_it_is_in_each_language():
    page = make_content_page(lead_fr="Un texte.", title_en="Governance")

    assert states(page) == {"fr": "complete", "en": "partial", "es": "missing"}


def test_a_language_is_complete_when_it_has_what_the_default_language_has():
    page = make_content_page(title_en="Governance", lead_en="More than in French.")

    assert states(page)["en"] == "complete"


def test_the_texts_of_rows_count():
    page = make_faq_page(items=[faq_item(question_en="Internships?")])

    assert states(page)["en"] == "partial"


def test_a_draft_offers_what_its_latest_revision_has():
    page = make_content_page()
    page.unpublish()

    page.title_es = "Gobernanza"
    page.save_revision()

    assert states(page)["es"] == "complete"


def test_a_draft_of_a_live_page_offers_visitors_nothing_yet():
    page = make_content_page()

    page.title_es = "Gobernanza"
    page.save_revision()

    assert states(page)["es"] == "missing"


def test_the_home_page_that_migrations_made_is_complete():
    assert set(states(home_page()).values()) == {"complete"}
