import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from core.models import SitePage
from core.slugs import reserved_slugs
from tests.admin.people import make_staff, make_translator, signed_in
from tests.factories import home_page, make_content_page, make_faq_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def section():
    return make_content_page(title_fr="Ressources")


def move(user, page, section):
    url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, section.pk])
    return signed_in(user).post(url)


def move_all(user, pages, section):
    url = reverse("wagtail_bulk_action", args=["core", "sitepage", "move"])
    query = "&".join(f"id={page.pk}" for page in pages)
    return signed_in(user).post(f"{url}?{query}&next=/admin/", {"chooser": section.pk})


def said(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def parent_of(page):
    return SitePage.objects.get(pk=page.pk).get_parent().pk


def test_a_page_is_moved(section):
    page = make_faq_page()

    move(make_staff(), page, section)

    assert parent_of(page) == section.pk


def test_a_move_is_refused_with_the_slug_of_the_language_that_clashes(section):
    make_content_page(section, title_fr="Autre", slug_fr="autre", slug_en="faq")
    page = make_faq_page(slug_fr="questions", slug_en="faq")

    response = move(make_staff(), page, section)

    assert "“Foire aux questions” cannot be moved to “Ressources”" in said(response)
    assert "“faq” already belongs to another page" in said(response)
    assert "(English)" in said(response)
    assert "questions”" not in said(response).replace("Foire aux questions”", "")
    assert parent_of(page) != section.pk


def test_a_move_is_refused_where_an_address_below_would_be_too_long():
    long = "x" * 110
    section = make_content_page(slug_fr=long)
    below = make_content_page(slug_fr="y" * 100, slug_en="why")
    child = make_content_page(below, slug_fr="z" * 100, slug_en="zed")

    response = move(make_staff(), below, section)

    assert "the limit is 240" in said(response)
    assert "(Français)" in said(response)
    assert SitePage.objects.get(pk=child.pk).depth == 4


def test_who_may_not_move_a_page_learns_nothing_about_the_section(section):
    make_content_page(section, title_fr="Autre", slug_en="faq")
    page = make_faq_page(slug_en="faq")

    response = move(make_translator("en"), page, section)

    assert "faq" not in said(response)
    assert parent_of(page) != section.pk


def test_pages_are_moved_together(section):
    pages = [make_faq_page(), make_content_page(title_fr="Autre")]

    move_all(make_staff(), pages, section)

    assert [parent_of(page) for page in pages] == [section.pk, section.pk]


def test_pages_stay_together_where_an_address_of_one_would_be_too_long():
    section = make_content_page(slug_fr="x" * 160, slug_en="ex")
    pages = [make_faq_page(), make_content_page(slug_fr="y" * 100, slug_en="why")]

    response = move_all(make_staff(), pages, section)

    assert "the limit is 240" in said(response)
    assert [parent_of(page) == section.pk for page in pages] == [False, False]


def test_pages_stay_where_an_address_would_be_one_of_the_site_itself(section):
    page = make_content_page(section, title_fr="Plan", slug_en="search")
    slug = min(reserved_slugs("en"))
    SitePage.objects.filter(pk=page.pk).update(slug_en=slug)

    response = move_all(make_staff(), [page], home_page())

    assert f"“{slug}” is an address of the site itself" in said(response)
    assert parent_of(page) == section.pk


def test_pages_of_one_slug_are_not_moved_to_one_section(section):
    other = make_content_page(title_fr="Autres")
    pages = [
        make_content_page(other, title_fr="Ici", slug_en="same"),
        make_faq_page(slug_en="same"),
    ]

    response = move_all(make_staff(), pages, section)

    assert "“same” is also the slug of “Ici” in this language (English)" in said(
        response
    )
    assert [parent_of(page) == section.pk for page in pages] == [False, False]


def test_pages_stay_where_another_language_has_their_slug_already(section):
    make_content_page(section, title_fr="Autre", slug_es="faq")
    page = make_faq_page(slug_es="faq")

    response = move_all(make_staff(), [page], section)

    assert parent_of(page) != section.pk
    assert "cannot be moved due to duplicate slug" in response.text
