import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from core.models import SitePage
from tests.admin.people import make_staff, make_translator, signed_in
from tests.factories import make_content_page, make_faq_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def section():
    return make_content_page(title_fr="Ressources")


def move(user, page, section):
    url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, section.pk])
    return signed_in(user).post(url)


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
