"""A site that had the members as a page of free content keeps that page."""

from importlib import import_module

import pytest
from django.apps import apps

from core.models import SitePage
from organisations.models import OrganisationListPage
from tests.factories import make_content_page

pytestmark = pytest.mark.django_db

migration = import_module("organisations.migrations.0002_directory")


def test_the_page_of_members_becomes_the_directory_and_keeps_its_place(client):
    before = make_content_page(
        content_key="members",
        title_fr="Membres",
        title_en="Members",
        kicker_fr="Le réseau",
        lead_en="Write to them",
    )

    migration.give_the_page_its_type(apps, None)

    page = OrganisationListPage.objects.get(pk=before.pk)
    assert (page.kicker_fr, page.lead_en) == ("Le réseau", "Write to them")
    assert (page.path, page.url_path_en) == (before.path, before.url_path_en)
    assert SitePage.objects.get(pk=before.pk).specific == page
    assert page.get_latest_revision_as_object().title_en == "Members"
    assert client.get(page.get_url()).status_code == 200


def test_a_site_without_such_a_page_stays_as_it_is():
    page = make_content_page(content_key="other")

    migration.give_the_page_its_type(apps, None)

    assert SitePage.objects.get(pk=page.pk).specific == page
