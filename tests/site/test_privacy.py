"""What the page on privacy says of cookies is what the site does."""

import pytest

from tests.factories import (
    make_content_page,
    make_faq_page,
    make_funder_list_page,
    make_organisation_list_page,
    make_partnership_page,
)

pytestmark = pytest.mark.django_db

YEAR = 365 * 24 * 60 * 60
MAKERS = [
    make_content_page,
    make_faq_page,
    make_funder_list_page,
    make_organisation_list_page,
]


@pytest.mark.parametrize("make", [*MAKERS, make_partnership_page])
def test_reading_takes_no_cookie(client, make):
    assert not client.get(make().get_url()).cookies


def test_the_chosen_language_is_kept_for_a_year_and_nothing_else(client):
    response = client.get("/en/", headers={"referer": "http://testserver/fr/"})
    (cookie,) = response.cookies.values()

    assert (cookie.value, cookie["max-age"]) == ("en", YEAR)


def test_a_page_with_a_password_takes_two_cookies(client):
    page = make_content_page(title_fr="Réservé")
    page.view_restrictions.create(restriction_type="password", password="s3same")
    client.get(page.get_url())
    restriction = page.view_restrictions.get()
    client.post(
        f"/fr/_util/authenticate_with_password/{restriction.pk}/{page.pk}/",
        {"password": "s3same", "return_url": page.get_url()},
    )

    assert client.get(page.get_url()).status_code == 200
    assert set(client.cookies) == {"csrftoken", "sessionid"}
