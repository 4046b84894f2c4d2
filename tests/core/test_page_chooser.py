import pytest
from django.urls import reverse

from tests.admin.people import make_staff, signed_in
from tests.factories import home_page, make_content_page

pytestmark = pytest.mark.django_db

# What the editor of texts asks for when somebody adds a link.
FROM_A_TEXT = {"page_type": "wagtailcore.page", "allow_external_link": "true"}


@pytest.fixture
def page():
    return make_content_page(home_page(), title="Gouvernance")


@pytest.fixture
def staff():
    return signed_in(make_staff())


def choosable(response):
    assert response.status_code == 200
    if response["Content-Type"] == "application/json":
        return response.json()["html"]
    return response.content.decode()


def test_link_in_a_text_leads_to_a_page(staff, page):
    response = staff.get(reverse("wagtailadmin_choose_page"), FROM_A_TEXT)

    assert "choose-external-link" in choosable(response)


def test_link_in_a_text_is_changed_among_the_pages_beside_its_own(staff, page):
    address = reverse("wagtailadmin_choose_page_child", args=[home_page().pk])

    assert f'data-id="{page.pk}"' in choosable(staff.get(address, FROM_A_TEXT))


def test_page_of_a_link_is_found_by_its_title(staff, page):
    address = reverse("wagtailadmin_choose_page_search")

    found = choosable(staff.get(address, {**FROM_A_TEXT, "q": "gouvern"}))

    assert f'data-id="{page.pk}"' in found


def test_visitor_cannot_choose_the_page_of_a_link(client, page):
    response = client.get(reverse("wagtailadmin_choose_page"), FROM_A_TEXT)

    assert response.url.startswith(reverse("wagtailadmin_login"))


def test_pages_are_named_in_the_language_of_the_person(page):
    type(page).objects.filter(pk=page.pk).update(title_es="Gobernanza")
    person = make_staff()
    person.wagtail_userprofile.preferred_language = "es"
    person.wagtail_userprofile.save()
    address = reverse("wagtailadmin_choose_page_child", args=[home_page().pk])

    shown = choosable(signed_in(person).get(address))

    assert "Gobernanza" in shown
    assert "Raíz" in choosable(
        signed_in(person).get(reverse("wagtailadmin_choose_page"))
    )
