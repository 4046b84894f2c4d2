"""The page of the knowledge base, which was a page of free content, becomes the list of documents."""

from importlib import import_module

import pytest
from django.apps import apps

from core.models import SitePage
from resources.models import ResourceIndexPage
from tests.factories import make_content_page

pytestmark = pytest.mark.django_db

migration = import_module("home.migrations.0003_resource_index")


def test_it_keeps_its_address_its_texts_and_its_history(client):
    page = make_content_page(
        content_key="resources", title_fr="Ressources", lead_fr="Chercher, lire"
    )
    child = make_content_page(page, title_fr="Comment citer")

    migration.give_the_page_its_type(apps, None)

    changed = SitePage.objects.get(pk=page.pk).specific
    assert type(changed) is ResourceIndexPage
    assert changed.url_path == page.url_path
    assert changed.get_latest_revision_as_object().lead_fr == "Chercher, lire"
    assert "Chercher, lire" in client.get(page.get_url()).text
    assert client.get(child.get_url()).status_code == 200


def test_a_site_without_such_a_page_stays_as_it_is():
    migration.give_the_page_its_type(apps, None)

    assert not ResourceIndexPage.objects.exists()
