"""Whatever is sent to the site, it answers, and never with a fault of its own."""

import pytest
from django.test import Client

from core import views
from tests.factories import make_faq_page, make_funder_list_page

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/%00/",
    "/fr/%00/",
    "/fr/a%00b/",
    "/fr//",
    "/fr/%ff%fe/",
    "/fr/" + "a/" * 300,
    "/fr/" + "a" * 5000 + "/",
    "/fr/?" + "&".join(f"a{number}=1" for number in range(1200)),
    "/fr/?a=%00",
    "/fr/?%ff=%fe",
    "/fr/nulle-part/?" + "x" * 5000,
    "/fr/nulle-part/?%00",
    "/documents/99999999999999999999999/a.pdf",
    "/fr/_contact/99999999999999999999999/",
    "/fr/_util/authenticate_with_password/99999999999999999999/1/",
    "/sitemap-de-1.xml",
    "/sitemap-fr-99999999999999999999.xml",
    "/sitemap-fr-0.xml",
]
FILTERS = [
    "/fr/foire-aux-questions/?audience=%00",
    "/fr/foire-aux-questions/?audience=" + "x" * 5000,
    "/fr/bailleurs/?kind=%00&country=%ff",
]


@pytest.fixture
def visitor():
    # Faults reach the visitor as a page, as they would in production.
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_odd_address_is_answered(visitor, address):
    assert visitor.get(address).status_code in (200, 301, 400, 404)


@pytest.mark.parametrize("address", FILTERS)
def test_an_odd_filter_of_a_list_is_answered(visitor, address):
    make_faq_page()
    make_funder_list_page(slug_fr="bailleurs")

    assert visitor.get(address).status_code in (200, 400)


@pytest.mark.parametrize(
    "address", ["/fr/", "/admin/login/", "/fr/_util/login/", "/x/"]
)
@pytest.mark.parametrize(
    "content_type",
    [
        "application/x-www-form-urlencoded; charset=utf-16",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=" + "x" * 300,
    ],
)
def test_a_form_that_cannot_be_read_is_a_bad_request(visitor, address, content_type):
    response = visitor.generic("POST", address, b"\xff\xfea=b", content_type)

    assert response.status_code == 400


def test_a_form_with_too_many_fields_is_a_bad_request(visitor):
    fields = {f"a{number}": "1" for number in range(20_001)}

    assert visitor.post("/admin/login/", fields).status_code == 400


@pytest.mark.parametrize(
    ("address", "language"), [("/es/", "es"), ("/admin/login/", "en")]
)
def test_a_bad_request_is_told_in_the_language_of_the_visitor(
    visitor, address, language
):
    response = visitor.post(
        address,
        b"a=b",
        content_type="application/x-www-form-urlencoded; charset=utf-16",
        headers={"Accept-Language": "en"},
    )

    assert f'<html lang="{language}"' in response.text


def test_a_host_that_is_not_ours_is_a_bad_request(visitor, settings):
    settings.ALLOWED_HOSTS = ["www.example.org"]

    response = visitor.get("/en/", headers={"Host": "evil.example"})

    assert response.status_code == 400


def test_a_form_without_its_token_is_refused_in_the_language_of_the_visitor():
    client = Client(enforce_csrf_checks=True)

    response = client.post("/es/_util/login/", {"username": "a"})

    assert response.status_code == 403
    assert '<html lang="es"' in response.text


@pytest.mark.django_db(transaction=False)
def test_a_fault_is_told_in_the_language_of_the_visitor(rf, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = views.server_error(rf.get("/es/equipo/"))

    assert response.status_code == 500
    assert '<html lang="es" dir="ltr"' in response.text
