"""A site that had the press room as a page of free content keeps that page."""

from importlib import import_module

import pytest
from django.apps import apps

from core.models import SitePage
from press.models import PressRoomPage
from tests.factories import make_content_page

pytestmark = pytest.mark.django_db

migration = import_module("press.migrations.0002_press_room")


def test_the_page_for_journalists_becomes_the_press_room_and_keeps_its_place(client):
    before = make_content_page(
        content_key="press_room",
        title_fr="Presse",
        title_en="Press",
        kicker_fr="Pour les médias",
        lead_en="Write to us",
    )

    migration.give_the_page_its_type(apps, None)

    page = PressRoomPage.objects.get(pk=before.pk)
    assert (page.kicker_fr, page.lead_en) == ("Pour les médias", "Write to us")
    assert (page.path, page.url_path_en) == (before.path, before.url_path_en)
    assert SitePage.objects.get(pk=before.pk).specific == page
    assert page.get_latest_revision_as_object().title_en == "Press"
    assert client.get(page.get_url()).status_code == 200


def test_a_site_without_such_a_page_stays_as_it_is():
    page = make_content_page(content_key="other")

    migration.give_the_page_its_type(apps, None)

    assert SitePage.objects.get(pk=page.pk).specific == page
