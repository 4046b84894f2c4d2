"""A site that has a page of free content for this gets its contact page by a migration."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from contact.models import ContactPage
from tests.factories import make_content_page

pytestmark = pytest.mark.django_db

migration = import_module("contact.migrations.0002_contact_page_of_the_site")


def body(title, text):
    entry = {"type": "item", "id": "1", "value": {"title": title, "text": text}}
    return [
        {"type": "list", "id": "2", "value": [entry]},
        {"type": "text", "id": "3", "value": "<p>…</p>"},
    ]


def test_the_page_keeps_its_address_its_texts_and_its_history(client, admin_client):
    page = make_content_page(
        content_key="contact",
        title_fr="Nous écrire",
        slug_es="contacto",
        lead_es="Escríbanos",
        body_fr=body("Vous étudiez", "<p>La base.</p>"),
        body_en=body("You are a student", "<p>The base.</p>"),
    )
    address = page.get_url()

    migration.give_the_page_its_type(apps, connection.schema_editor())

    became = ContactPage.objects.get(pk=page.pk)
    assert (became.get_url(), became.lead_es) == (address, "Escríbanos")
    assert [
        (route.title_fr, route.title_en, route.text_fr) for route in became.routes.all()
    ] == [("Vous étudiez", "You are a student", "<p>La base.</p>")]
    assert "<form" in client.get(address).text
    assert admin_client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    assert became.get_latest_revision_as_object().lead_es == "Escríbanos"


def test_a_site_without_such_a_page_stays_as_it_is():
    migration.give_the_page_its_type(apps, connection.schema_editor())

    assert not ContactPage.objects.exists()
