import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect

from core.addresses import fill_missing_paths_on_post_migrate
from core.languages import content_languages
from core.models import SitePage
from home.models import ContentPage
from tests.factories import (
    home_page,
    make_content_page,
    make_faq_page,
    make_partnership_page,
)

pytestmark = pytest.mark.django_db

EVERY_LANGUAGE = pytest.mark.parametrize("admin_language", content_languages())


@pytest.fixture
def section():
    """A section with a page below it, named in French and English."""
    section = make_partnership_page()
    make_faq_page(section)
    return section


def fresh(page):
    return SitePage.objects.get(pk=page.pk).specific


def rename(page, **fields):
    page = fresh(page)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def get(client, address):
    """Return what an address answers: its status, or where it redirects to."""
    response = client.get(address)
    return response.headers.get("Location") or response.status_code


def test_one_page_answers_at_its_own_address_in_each_language(client, section):
    assert get(client, "/fr/faire-equipe/foire-aux-questions/") == 200
    assert get(client, "/en/partner-with-us/faq/") == 200
    assert get(client, "/en/faire-equipe/foire-aux-questions/") == 404


def test_a_language_without_slugs_uses_those_of_the_default_language(client, section):
    assert get(client, "/es/faire-equipe/foire-aux-questions/") == 200


@EVERY_LANGUAGE
def test_a_renamed_section_takes_its_subtree_along_in_that_language_only(
    client, section, admin_language
):
    with translation.override(admin_language):
        rename(section, slug_en="partners")

    assert get(client, "/en/partners/faq/") == 200
    assert get(client, "/fr/faire-equipe/foire-aux-questions/") == 200


@EVERY_LANGUAGE
def test_a_renamed_section_leaves_permanent_redirects(client, section, admin_language):
    with translation.override(admin_language):
        rename(section, slug_fr="alliances")

    assert get(client, "/fr/faire-equipe/") == "/fr/alliances/"
    assert (
        get(client, "/fr/faire-equipe/foire-aux-questions/")
        == "/fr/alliances/foire-aux-questions/"
    )
    assert client.get("/fr/faire-equipe/").status_code == 301
    # Spanish has no slug of its own, so its addresses moved too.
    assert get(client, "/es/faire-equipe/") == "/es/alliances/"
    assert get(client, "/en/partner-with-us/faq/") == 200


def test_a_section_renamed_back_answers_without_a_loop(client, section):
    rename(section, slug_en="partners")
    rename(section, slug_en="partner-with-us")

    assert get(client, "/en/partner-with-us/faq/") == 200
    assert get(client, "/en/partners/faq/") == "/en/partner-with-us/faq/"


def test_an_old_address_leads_to_the_newest_in_one_step(client, section):
    rename(section, slug_en="partners")
    rename(section, slug_en="allies")

    assert get(client, "/en/partner-with-us/faq/") == "/en/allies/faq/"
    assert get(client, "/en/partners/faq/") == "/en/allies/faq/"


@EVERY_LANGUAGE
def test_a_moved_section_leaves_redirects_in_each_language(
    client, section, admin_language
):
    about = make_content_page(title_fr="À propos", slug_en="about")

    with translation.override(admin_language):
        fresh(section).move(about, "last-child")

    assert get(client, "/en/about/partner-with-us/faq/") == 200
    assert get(client, "/en/partner-with-us/faq/") == "/en/about/partner-with-us/faq/"
    assert get(client, "/fr/faire-equipe/") == "/fr/a-propos/faire-equipe/"
    assert get(client, "/es/faire-equipe/") == "/es/a-propos/faire-equipe/"


def test_pages_that_change_their_order_leave_no_redirects(section):
    other = make_content_page()

    fresh(section).move(other, "right")

    assert not Redirect.objects.exists()


def test_a_page_that_nobody_could_read_leaves_no_redirect():
    page = home_page().add_child(
        instance=ContentPage(title_fr="Brouillon", slug_fr="brouillon", live=False)
    )

    page.slug_fr = "autre"
    page.save()

    assert fresh(page).url_path_fr == "/accueil/autre/"
    assert not Redirect.objects.exists()


def test_a_draft_keeps_the_live_address_until_it_is_published(client, section):
    page = fresh(section)
    page.slug_en = "partners"
    page.save_revision()

    assert get(client, "/en/partner-with-us/") == 200
    assert get(client, "/en/partners/") == 404


def test_an_old_address_of_a_page_now_in_draft_is_not_found(client, section):
    rename(section, slug_en="partners")
    fresh(section).unpublish()

    assert get(client, "/en/partner-with-us/") == 404
    assert get(client, "/en/partners/") == 404


def test_a_redirect_that_an_editor_made_stays(section):
    target = make_content_page()
    mine = Redirect.add_redirect("/en/partner-with-us", target)

    rename(section, slug_en="partners")

    mine.refresh_from_db()
    assert mine.redirect_page_id == target.pk


def test_the_home_page_is_renamed_without_a_trace(client, section):
    rename(home_page(), slug_fr="bienvenue", slug_en="welcome")

    assert get(client, "/en/") == 200
    assert get(client, "/en/partner-with-us/faq/") == 200
    assert not Redirect.objects.exists()


def test_an_address_longer_than_a_redirect_can_be_breaks_nothing(client, section):
    words = "-".join(["mot"] * 40)
    page = make_content_page(section, slug_fr=words)
    below = make_content_page(page, slug_fr="a")
    SitePage.objects.filter(pk=below.pk).update(
        slug=words, slug_fr=words, url_path_fr=f"{page.url_path_fr}{words}/"
    )

    rename(section, slug_fr="alliances")

    assert get(client, f"/fr/alliances/{words}/{words}/") == 200
    assert get(client, f"/fr/faire-equipe/{words}/{words}/") == 404


def test_a_section_with_thousands_of_pages_is_renamed_at_once(client, section):
    many = 1200
    content_type = ContentType.objects.get_for_model(SitePage)
    rows = [
        SitePage(
            path=f"{section.path}{SitePage._int2str(number).zfill(4)}",
            depth=section.depth + 1,
            live=True,
            title_fr=f"Page {number}",
            draft_title=f"Page {number}",
            slug_fr=f"page-{number}",
            url_path_fr=f"/accueil/faire-equipe/page-{number}/",
            url_path_en=f"/accueil/partner-with-us/page-{number}/",
            url_path_es=f"/accueil/faire-equipe/page-{number}/",
            content_type=content_type,
            locale_id=section.locale_id,
        )
        for number in range(100, 100 + many)
    ]
    SitePage.objects.bulk_create(rows)

    rename(section, slug_fr="alliances", slug_en="partners")

    # Two languages have slugs of their own, the third falls back.
    assert Redirect.objects.count() == (many + 2) * 3
    assert fresh(section).get_children().last().url_path_en == (
        f"/accueil/partners/page-{99 + many}/"
    )


def test_a_copied_section_has_addresses_of_its_own_in_each_language(client, section):
    fresh(section).copy(
        recursive=True,
        update_attrs={"title": "Copie", "slug": "copie"},
        keep_live=True,
    )

    assert get(client, "/fr/copie/foire-aux-questions/") == 200
    assert get(client, "/en/partner-with-us-2/faq/") == 200
    assert get(client, "/es/copie/foire-aux-questions/") == 200
    assert get(client, "/en/partner-with-us/faq/") == 200


def test_a_copy_published_again_keeps_its_addresses(client, section):
    copy = fresh(section).copy(update_attrs={"title": "Copie", "slug": "copie"})

    rename(copy, headline_fr="Une copie")

    assert get(client, "/en/partner-with-us-2/") == 200


def test_the_pages_of_a_copied_section_have_translated_addresses_too(client):
    about = make_content_page(title_fr="À propos", slug_fr="a-propos", slug_en="about")
    make_content_page(about, slug_fr="equipe", title_en="Our people", slug_en="team")

    fresh(about).copy(recursive=True, update_attrs={"slug": "copie"}, keep_live=True)

    assert get(client, "/en/copie/our-people/") == 200


def test_an_alias_keeps_its_own_addresses_when_its_source_is_published(client, section):
    fresh(section).create_alias(update_slug="alias")

    rename(section, slug_en="partners", headline_fr="Faire équipe")

    assert get(client, "/fr/alias/") == 200
    assert get(client, "/en/partners/") == 200
    assert get(client, "/en/partner-with-us-2/") == 200


def test_publishing_a_child_read_before_its_parent_was_renamed_keeps_the_new_address(
    section,
):
    faq = fresh(section).get_children().get().specific
    faq.get_parent()
    rename(section, slug_en="partners")

    faq.save()

    assert fresh(faq).url_path_en == "/accueil/partners/faq/"


def test_pages_get_an_address_in_a_language_that_came_later(client, section):
    SitePage.objects.update(url_path_es=None)

    fill_missing_paths_on_post_migrate(apps.get_app_config("core"))

    assert get(client, "/es/faire-equipe/foire-aux-questions/") == 200


def test_a_move_next_to_a_page_of_the_same_address_is_refused(section):
    about = make_content_page(title_fr="À propos")
    make_content_page(about, title_fr="Autre", slug_en="partner-with-us")

    assert not SitePage._slug_is_available(section.slug, about, page=fresh(section))
    with pytest.raises(ValidationError):
        fresh(section).move(about, "last-child")

    assert fresh(section).url_path_en == "/accueil/partner-with-us/"
