"""How a visitor gets into a language, changes it, and finds the way back."""

import pytest
from django.urls import reverse

from core.languages import content_languages
from core.models import User
from tests.factories import (
    faq_item,
    home_page,
    make_content_page,
    make_faq_page,
    make_funder_list_page,
    make_partnership_page,
)

pytestmark = pytest.mark.django_db


def alternate(response, language):
    found = response.context_data["alternates"]
    return next(link for link in found if link.language == language)


@pytest.mark.parametrize(
    ("accepted", "home"),
    [
        ("en", "/en/"),
        ("es-MX,es;q=0.9,en;q=0.8", "/es/"),
        ("pt, en;q=0.5", "/en/"),
        ("pt", "/fr/"),
        ("*", "/fr/"),
        ("", "/fr/"),
        ("\x00;;q=x", "/fr/"),
    ],
)
def test_the_door_leads_to_the_language_the_browser_asks_for(client, accepted, home):
    response = client.get("/", headers={"Accept-Language": accepted})

    assert (response.status_code, response.url) == (302, home)
    assert {"Accept-Language", "Cookie"} <= set(response["Vary"].split(", "))


def test_a_chosen_language_goes_before_that_of_the_browser(client):
    client.cookies["django_language"] = "es"

    assert client.get("/", headers={"Accept-Language": "en"}).url == "/es/"


@pytest.mark.parametrize("cookie", ["de", "//evil.example", "../en", "en\x00"])
def test_a_cookie_with_no_language_of_ours_is_ignored(client, cookie):
    client.cookies["django_language"] = cookie

    assert client.get("/", headers={"Accept-Language": "en"}).url == "/en/"


def test_the_door_keeps_the_query(client):
    assert client.get("/?utm_source=carte&a=%0d%0ab").url == (
        "/fr/?utm_source=carte&a=%0d%0ab"
    )


@pytest.mark.parametrize(
    "address", ["/?next=//evil.example", "//evil.example/", "/?//evil.example"]
)
def test_the_door_leads_nowhere_else(client, address):
    response = client.get(address)

    assert response.status_code == 404 or response.url.startswith("/fr/")


@pytest.mark.parametrize("address", ["/de/", "/de/gouvernance/", "/gouvernance/", "/x"])
def test_an_address_without_a_language_of_ours_is_not_found(client, address):
    make_content_page()

    response = client.get(address, headers={"Accept-Language": "en"})

    assert response.status_code == 404
    assert '<html lang="en"' in response.text
    assert "Accept-Language" in response["Vary"]


def test_the_admin_and_documents_have_no_language_in_their_address(client):
    assert client.get("/admin/login/").status_code == 200
    assert client.get("/documents/1/a.pdf").status_code == 404


def test_a_page_says_its_language_and_does_not_vary(client):
    response = client.get("/en/")

    assert response["Content-Language"] == "en"
    assert "Accept-Language" not in response.get("Vary", "")
    assert '<html lang="en" dir="ltr"' in response.text


def test_the_switcher_leads_to_the_same_page_in_each_language(client):
    make_faq_page(make_partnership_page())

    response = client.get("/fr/faire-equipe/foire-aux-questions/")

    assert [
        (link.language, link.url) for link in response.context_data["alternates"]
    ] == [
        ("fr", "/fr/faire-equipe/foire-aux-questions/"),
        ("en", "/en/partner-with-us/faq/"),
        ("es", "/es/faire-equipe/foire-aux-questions/"),
    ]


def test_the_switcher_keeps_the_filter_and_nothing_else(client):
    make_faq_page(items=[faq_item(audiences=["media"])])

    response = client.get("/fr/foire-aux-questions/?audience=media&utm_source=x")

    assert alternate(response, "en").url == "/en/faq/?audience=media"
    assert "utm_source" not in response.context_data["canonical_url"]


def test_the_switcher_keeps_both_filters_of_the_funders(client):
    make_funder_list_page(slug_fr="bailleurs")

    response = client.get("/fr/bailleurs/?country=CA&kind=government")

    assert alternate(response, "en").url == (
        "/en/bailleurs/?kind=government&country=CA"
    )


def test_the_switcher_escapes_what_it_keeps(client):
    make_faq_page()

    response = client.get('/fr/foire-aux-questions/?audience="><script>')

    assert "<script>" not in response.text


def test_a_visitor_who_changes_language_finds_it_again_at_the_door(client):
    client.get(
        "/es/", headers={"Referer": "http://testserver/fr/", "Accept-Language": "fr"}
    )

    assert client.get("/", headers={"Accept-Language": "fr"}).url == "/es/"


@pytest.mark.parametrize(
    "referer",
    ["", "http://testserver/es/", "http://elsewhere.example/fr/", "http://[", "/fr/"],
)
def test_a_visitor_who_changes_nothing_gets_no_cookie(client, referer):
    response = client.get("/es/", headers={"Referer": referer})

    assert not response.cookies


def test_an_address_with_capitals_leads_to_the_page(client):
    make_content_page(slug_fr="gouvernance", slug_en="governance")

    response = client.get("/EN/Governance/?a=1")

    assert (response.status_code, response.url) == (301, "/en/governance/?a=1")


def test_an_address_without_its_last_slash_leads_to_the_page(client):
    make_content_page(slug_fr="gouvernance")

    response = client.get("/fr/gouvernance?a=1")

    assert (response.status_code, response.url) == (301, "/fr/gouvernance/?a=1")


def test_a_moved_page_keeps_the_query(client):
    page = make_faq_page()
    page.slug_en = "questions"
    page.save_revision().publish()

    assert client.get("/en/faq/?audience=media").url == "/en/questions/?audience=media"


@pytest.mark.parametrize("language", content_languages())
def test_a_page_that_is_not_found_says_so_in_the_language_of_its_address(
    client, language
):
    response = client.get(f"/{language}/nulle-part/", headers={"Accept-Language": "es"})

    assert response.status_code == 404
    assert f'<html lang="{language}"' in response.text


def test_a_page_that_is_not_found_still_shows_the_way_into_each_language(client):
    response = client.get("/en/nowhere/")

    for language in content_languages():
        assert f'href="/{language}/"' in response.text


def test_a_page_with_a_password_tells_nothing_but_that(client):
    page = make_content_page(
        title_fr="Budget secret", slug_fr="budget-secret", title_en="Secret budget"
    )
    page.view_restrictions.create(restriction_type="password", password="s3same")

    response = client.get("/fr/budget-secret/")

    assert 'type="password"' in response.text
    assert "Budget" not in response.text
    assert "secret-budget" not in response.text


@pytest.mark.parametrize("language", content_languages())
def test_the_password_opens_the_page_in_the_language_of_its_address(client, language):
    page = make_content_page(title_fr="Budget", slug_fr="budget")
    restriction = page.view_restrictions.create(
        restriction_type="password", password="s3same"
    )
    address = f"/{language}/budget/"

    form = client.get(address)
    action = form.context_data["action_url"]
    response = client.post(
        action, {"password": "s3same", "return_url": address}, follow=True
    )

    assert action.startswith(f"/{language}/")
    assert restriction.pk and "Budget" in response.text


def test_the_robots_file_names_the_site_map_and_closes_the_admin(client, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://www.example.org"

    lines = client.get("/robots.txt").text.splitlines()

    assert "Disallow: /admin/" in lines
    assert "Sitemap: https://www.example.org/sitemap.xml" in lines
    assert reverse("sitemap") == "/sitemap.xml"
    assert home_page().get_full_url() == "https://www.example.org/fr/"


def test_a_wrong_password_is_told_beside_its_field(client):
    page = make_content_page(title_fr="Budget", slug_fr="budget")
    page.view_restrictions.create(restriction_type="password", password="s3same")
    action = client.get("/fr/budget/").context_data["action_url"]

    response = client.post(action, {"password": "x", "return_url": "/fr/budget/"})

    assert 'role="alert"' in response.text and "Budget" not in response.text


@pytest.mark.parametrize("return_url", ["//evil.example/", "https://evil.example/"])
def test_the_password_leads_nowhere_else(client, return_url):
    page = make_content_page(title_fr="Budget", slug_fr="budget")
    page.view_restrictions.create(restriction_type="password", password="s3same")
    action = client.get("/fr/budget/").context_data["action_url"]

    response = client.post(action, {"password": "s3same", "return_url": return_url})

    assert "evil.example" not in response.url


def test_a_page_for_staff_leads_to_the_one_way_to_sign_in_and_back(client):
    page = make_content_page(title_fr="Budget", slug_fr="budget")
    page.view_restrictions.create(restriction_type="login")
    User.objects.create_superuser("edith@example.org", "secret")

    steps = client.get("/es/budget/", follow=True).redirect_chain

    assert steps[-1] == ("/admin/login/?next=%2Fes%2Fbudget%2F", 302)
    form = {
        "username": "edith@example.org",
        "password": "secret",
        "next": "/es/budget/",
    }
    response = client.post("/admin/login/", form, follow=True)
    assert "Budget" in response.text
