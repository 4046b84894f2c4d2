import pytest

from core.models import SitePage
from tests.factories import make_faq_page, make_partnership_page

pytestmark = pytest.mark.django_db


def test_one_page_answers_at_its_own_address_in_each_language(client):
    make_faq_page(make_partnership_page())

    assert client.get("/fr/faire-equipe/foire-aux-questions/").status_code == 200
    assert client.get("/en/partner-with-us/faq/").status_code == 200
    assert client.get("/en/faire-equipe/foire-aux-questions/").status_code == 404


def test_renaming_a_section_in_one_language_moves_its_subtree_in_that_language():
    section = make_partnership_page()
    faq = make_faq_page(section)

    section.slug_en = "partners"
    section.save_revision().publish()

    faq = SitePage.objects.get(pk=faq.pk)
    assert faq.url_path_en == "/accueil/partners/faq/"
    assert faq.url_path_fr == "/accueil/faire-equipe/foire-aux-questions/"
