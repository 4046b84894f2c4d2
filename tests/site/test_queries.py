"""A public page is read with at most five queries, however deep and however full it is."""

from dataclasses import dataclass

import pytest
from django.core.files.images import ImageFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import get_page_models

from core.languages import default_language
from core.models import (
    MenuItem,
    SiteImage,
    SitePage,
    SiteSettings,
)
from core.models.site_settings import SocialLink
from home.models import HomePage
from tests.factories import (
    home_page,
    make_content_page,
)
from tests.kept import kept
from tests.site.full_pages import MAKERS, link_to

pytestmark = pytest.mark.django_db

MOST_QUERIES = 5
# None of the pages is translated, so that each text falls back.
OTHER_LANGUAGE = "en"


@dataclass(frozen=True)
class Surroundings:
    """What stands around a page, as much of everything as a size says."""

    targets: list[SitePage]
    deep_parent: SitePage
    image: SiteImage


@pytest.fixture(scope="module", params=[1, 12])
def around(request, django_db_setup, django_db_blocker):
    """A site of a size, made once: a page is the only thing that differs between its tests."""
    with kept(django_db_blocker):
        targets = make_targets(request.param)
        yield Surroundings(targets, make_deep_parent(request.param), make_image())


def make_targets(size):
    """Make pages for menus, links and buttons to lead to."""
    targets = [make_content_page(title_fr=f"Cible {index}") for index in range(size)]
    site_settings = SiteSettings.objects.first() or SiteSettings(name_fr="WIEGO")
    site_settings.menu_items = [
        MenuItem(page=page, place=place)
        for page in [home_page(), *targets]
        for place in MenuItem.Place.values
    ]
    site_settings.social_links = [
        SocialLink(name=f"Réseau {index}", url="https://example.org/")
        for index in range(size)
    ]
    site_settings.footer_text_fr = link_to(*targets)
    site_settings.save()
    return targets


def make_deep_parent(size):
    page = home_page()
    for index in range(size):
        page = make_content_page(page, title_fr=f"Niveau {index}")
    return page


def make_image():
    return SiteImage.objects.create(
        title="Image", file=ImageFile(get_test_image_file(), name="image.png")
    )


def test_every_page_type_is_measured():
    types = {model.__name__ for model in get_page_models() if model is not SitePage}

    assert types == set(MAKERS)


def queries_of(client, address):
    """Return the queries of a visit to a site that is in use: its images are made, its settings known."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = client.get(address)
    assert response.status_code == 200
    assert "page:" not in response.text
    return [query["sql"] for query in queries]


@pytest.mark.parametrize("page_type", MAKERS)
def test_a_page_takes_at_most_five_queries(client, around, page_type):
    page = MAKERS[page_type](around.deep_parent, around.targets, around.image)

    for language in (default_language(), OTHER_LANGUAGE):
        queries = queries_of(client, page_address(page, language))
        assert len(queries) <= MOST_QUERIES, "\n".join([language, *queries])


def page_address(page, language):
    path = page.url_path_in(language).removeprefix("/accueil/")
    return f"/{language}/{path}"


def test_a_page_that_is_not_found_takes_few_queries(client, around):
    client.get("/fr/nulle/part/")
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/fr/nulle/part/").status_code == 404

    assert len(queries) <= MOST_QUERIES


def test_a_restricted_page_still_asks_for_its_password(client):
    section = make_content_page(title_fr="Réservé")
    section.view_restrictions.create(restriction_type="password", password="s3same")
    make_content_page(section, title_fr="Dessous")

    assert 'type="password"' in client.get("/fr/reserve/dessous/").text
    assert isinstance(HomePage.objects.get(), HomePage)


def test_an_alias_of_a_restricted_page_asks_for_its_password(client):
    source = make_content_page(title_fr="Réservé")
    source.create_alias(update_slug="alias")
    source.view_restrictions.create(restriction_type="password", password="s3same")

    assert 'type="password"' in client.get("/fr/alias/").text


def test_changed_settings_show_on_the_next_page(client):
    site_settings = SiteSettings.objects.first() or SiteSettings(name_fr="WIEGO")
    site_settings.save()
    client.get("/fr/")

    site_settings.name_fr = "Un autre nom"
    site_settings.social_links = [SocialLink(name="Réseau", url="https://example.org/")]
    site_settings.save_revision().publish()

    page = client.get("/fr/").text
    assert "Un autre nom" in page and "Réseau" in page


def test_a_menu_follows_a_page_that_moves_or_closes(client):
    target = make_content_page(title_fr="Cible")
    site_settings = SiteSettings.objects.first() or SiteSettings(name_fr="WIEGO")
    site_settings.menu_items = [MenuItem(page=target)]
    site_settings.save()
    assert "/fr/cible/" in client.get("/fr/").text

    target.slug_fr = "but"
    target.save_revision().publish()
    assert "/fr/but/" in client.get("/fr/").text

    target.unpublish()
    assert "/fr/but/" not in client.get("/fr/").text
