"""A public page is read with at most five queries, however deep and however full it is."""

import json

import pytest
from django.core.files.images import ImageFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import get_page_models

from core.models import (
    MenuItem,
    SiteDocument,
    SiteImage,
    SitePage,
    SiteSettings,
)
from core.models.site_settings import SocialLink
from home.models import HomePage, HomeThread
from resources.models import ResourceAuthor, ResourceFile, Sector
from tests.factories import (
    contact_route,
    faq_item,
    funder,
    home_page,
    make_contact_page,
    make_content_page,
    make_faq_page,
    make_funder_list_page,
    make_organisation_list_page,
    make_partnership_page,
    make_resource_index_page,
    make_resource_page,
    organisation,
)

pytestmark = pytest.mark.django_db

MOST_QUERIES = 5
SIZES = pytest.mark.parametrize("size", [1, 12])


def link_to(*pages):
    return "".join(f'<p><a linktype="page" id="{page.pk}">x</a></p>' for page in pages)


@pytest.fixture
def targets(size):
    """Pages for menus, links and buttons to lead to."""
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


@pytest.fixture
def deep_parent(targets, size):
    page = home_page()
    for index in range(size):
        page = make_content_page(page, title_fr=f"Niveau {index}")
    return page


@pytest.fixture
def image():
    return SiteImage.objects.create(
        title="Image", file=ImageFile(get_test_image_file(), name="image.png")
    )


def body(targets, image):
    document = SiteDocument.objects.create(title="Fichier", file="fichier.pdf")
    blocks = [
        {"type": "heading", "value": {"text": "Titre", "anchor": ""}},
        {
            "type": "people",
            "value": [{"name": "A", "role": "", "text": "", "photo": image.pk}],
        },
    ]
    for target in targets:
        button = {"text": "", "label": "Aller", "page": target.pk, "url": ""}
        blocks += [
            {"type": "text", "value": link_to(target)},
            {"type": "image", "value": {"image": image.pk, "caption": ""}},
            {"type": "document", "value": {"document": document.pk, "label": ""}},
            {"type": "call_to_action", "value": button},
        ]
    return json.dumps(blocks)


def content_page(parent, targets, image):
    return make_content_page(
        parent, title_fr="Page pleine", body_fr=body(targets, image)
    )


def home_with_everything(parent, targets, image):
    home = home_page()
    home.body_fr = body(targets, image)
    home.threads_body_fr = link_to(*targets)
    home.threads = [HomeThread(title_fr=f"Métier {page.pk}") for page in targets]
    home.save_revision().publish()
    return home


def faq_page(parent, targets, image):
    items = [
        faq_item(anchor=f"q-{page.pk}", answer_fr=link_to(page)) for page in targets
    ]
    return make_faq_page(parent, items=items)


def contact_page(parent, targets, image):
    routes = [contact_route(text_fr=link_to(page)) for page in targets]
    return make_contact_page(parent, routes=routes, form_intro_fr=link_to(*targets))


def funder_list_page(parent, targets, image):
    funders = [
        funder(anchor=f"f-{page.pk}", name_fr=f"Fondation {page.pk}", logo=image)
        for page in targets
    ]
    return make_funder_list_page(parent, funders=funders, intro_fr=link_to(*targets))


def organisation_list_page(parent, targets, image):
    sectors = [
        Sector.objects.create(key=f"s-{page.pk}", label_fr="Secteur")
        for page in targets
    ]
    rows = [
        organisation(anchor=f"o-{sector.pk}", sectors=[sector.pk]) for sector in sectors
    ]
    return make_organisation_list_page(
        parent, organisations=rows, note_fr=link_to(*targets)
    )


def partnership_page(parent, targets, image):
    # Its parent is the home page whatever the depth: no other is allowed.
    return make_partnership_page(
        slug_fr="partenariats",
        intro_fr=link_to(*targets),
        activities_heading_fr="Activités",
        activities_body_fr=link_to(*targets),
        funders_heading_fr="Bailleurs",
        funders_link_label_fr="La liste",
        funders_page=funder_list_page(parent, targets, image),
        faq_heading_fr="Questions",
        faq_page=faq_page(parent, targets, image),
    )


def resource_index_page(parent, targets, image):
    # Its parent is the home page whatever the depth: no other is allowed.
    index_page = make_resource_index_page(body_fr=body(targets, image))
    for page in targets:
        resource_with_rows(index_page, page.pk)
    return index_page


def resource_page(parent, targets, image):
    index_page = make_resource_index_page()
    source = resource_with_rows(index_page, 0)
    for page in targets:
        resource_with_rows(index_page, page.pk, translation_of=source)
    return source


def resource_with_rows(index_page, number, **fields):
    sector = Sector.objects.create(key=f"s-{number}", label_fr=f"Secteur {number}")
    document = SiteDocument.objects.create(title="Fichier", file="fichier.pdf")
    return make_resource_page(
        index_page,
        title_fr=f"Document {number}",
        authors=[ResourceAuthor(family=f"Chen {number}", given="Martha")],
        files=[ResourceFile(document=document, language="en")],
        sectors=[sector],
        **fields,
    )


MAKERS = {
    "ContactPage": contact_page,
    "HomePage": home_with_everything,
    "ContentPage": content_page,
    "FaqPage": faq_page,
    "FunderListPage": funder_list_page,
    "OrganisationListPage": organisation_list_page,
    "PartnershipPage": partnership_page,
    "ResourceIndexPage": resource_index_page,
    "ResourcePage": resource_page,
}
# A document asks for its authors, files, the names of its lists, and its translations; the
# list asks three questions of its own beside the images and files of its body.
MORE_QUERIES = {"ResourcePage": 1, "ResourceIndexPage": 2}


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


@SIZES
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("page_type", MAKERS)
def test_a_page_takes_at_most_five_queries(
    client, page_type, language, deep_parent, targets, image
):
    page = MAKERS[page_type](deep_parent, targets, image)
    queries = queries_of(client, page_address(page, language))

    most = MOST_QUERIES + MORE_QUERIES.get(page_type, 0)
    assert len(queries) <= most, "\n".join(queries)


def page_address(page, language):
    path = page.url_path_in(language).removeprefix("/accueil/")
    return f"/{language}/{path}"


@SIZES
def test_a_page_that_is_not_found_takes_few_queries(client, targets):
    # The page, two redirects with and without a query, the settings and both menus.
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/fr/nulle/part/").status_code == 404

    assert len(queries) <= 10


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
