import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageViewRestriction

from core.models import MenuItem, SiteSettings
from tests.factories import home_page, make_content_page, make_faq_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def site_settings():
    return SiteSettings.objects.get()


def publish(site_settings):
    site_settings.save_revision().publish()


def add_links(site_settings, *pages, **fields):
    site_settings.menu_items = [MenuItem(page=page, **fields) for page in pages]
    publish(site_settings)


def labels(site_settings):
    return [str(item.text_label()) for item in site_settings.visible_menu_items()]


def test_the_site_has_its_name_from_the_first_day(client):
    assert SiteSettings.load().name == "WIEGO"
    assert client.get("/en/").context["site_settings"].name == "WIEGO"


def test_a_page_reads_the_settings_once(rf, django_assert_num_queries):
    request = rf.get("/")
    # The settings, and the rows of both kinds.
    with django_assert_num_queries(3):
        stored = SiteSettings.load(request)

    with django_assert_num_queries(0):
        assert SiteSettings.load(request) is stored


def test_a_menu_item_says_its_label_or_the_title_of_its_page(site_settings):
    page = make_content_page(title_fr="Gouvernance", title_en="Governance")
    add_links(site_settings, page)
    assert labels(site_settings) == ["Gouvernance"]

    add_links(site_settings, page, label_fr="Comment nous décidons")
    assert labels(site_settings) == ["Comment nous décidons"]


def test_a_menu_shows_neither_drafts_nor_private_pages(site_settings):
    public = make_content_page(title_fr="Public")
    draft = make_content_page(title_fr="Brouillon")
    private = make_content_page(title_fr="Privé")
    below = make_content_page(private, title_fr="Sous le privé")
    add_links(site_settings, public, draft, private, below)

    draft.unpublish()
    PageViewRestriction.objects.create(page_id=private.pk, restriction_type="login")

    assert labels(SiteSettings.load()) == ["Public"]


@pytest.mark.parametrize("number", [1, 9])
def test_both_menus_take_one_query(site_settings, django_assert_num_queries, number):
    pages = [make_content_page(title_fr=f"Page {i}") for i in range(number)]
    add_links(site_settings, *pages)
    fresh = SiteSettings.load()

    with django_assert_num_queries(1):
        assert len(labels(fresh)) == number


def test_a_draft_of_the_settings_changes_nothing_on_the_site(client, site_settings):
    site_settings.strapline_fr = "Un nouveau slogan"
    site_settings.menu_items = [MenuItem(page=make_content_page())]
    site_settings.save_revision()

    stored = client.get("/fr/").context["site_settings"]
    assert stored.strapline == ""
    assert stored.visible_menu_items() == []


def test_a_revision_of_the_settings_names_the_language_of_every_text(site_settings):
    site_settings.strapline_en = "Workers first"
    with translation.override("en"):
        revision = site_settings.save_revision()

    assert "strapline" not in revision.content
    assert revision.content["strapline_en"] == "Workers first"
    assert revision.as_object().strapline == ""


@pytest.mark.parametrize("language", ["fr", "en", "es"])
def test_a_preview_shows_the_draft_on_the_home_page(rf, site_settings, language):
    page = make_content_page(title_fr="Gouvernance", title_es="Gobernanza")
    site_settings.menu_items = [MenuItem(page=page), MenuItem(page=home_page())]
    site_settings.name_fr = "Réseau"

    with translation.override("en"):
        response = site_settings.make_preview_request(rf.get("/"), language)

    assert f'<html lang="{language}"' in response.text
    context = response.context_data
    assert context["site_settings"].name_fr == "Réseau"
    with translation.override(language):
        url = page.get_url()
    assert [link.url for link in context["main_menu"]] == [url, f"/{language}/"]


def test_a_preview_hides_what_the_site_would_hide(rf, site_settings):
    draft = make_faq_page()
    draft.unpublish()
    site_settings.menu_items = [MenuItem(page=draft)]

    response = site_settings.make_preview_request(rf.get("/"), "fr")

    assert response.context_data["main_menu"] == []


def test_the_menu_of_the_admin_leads_to_the_form(admin_client, site_settings):
    response = admin_client.get(reverse("wagtailsnippets_core_sitesettings:list"))

    assert response.status_code == 302
    assert response.url == reverse(
        "wagtailsnippets_core_sitesettings:edit", args=[site_settings.pk]
    )
    assert admin_client.get(response.url).status_code == 200


@pytest.mark.parametrize("view", ["add", "delete"])
def test_nobody_adds_a_second_row_or_deletes_the_only_one(
    admin_client, site_settings, view
):
    args = [site_settings.pk] if view == "delete" else []

    response = admin_client.post(
        reverse(f"wagtailsnippets_core_sitesettings:{view}", args=args),
        {"name_fr": "Deux"},
    )

    assert response.status_code in (302, 403)
    assert SiteSettings.objects.count() == 1
