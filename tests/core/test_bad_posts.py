"""A form that does not arrive whole is refused with a message, and nothing is written."""

import logging

import pytest
from django.db import OperationalError
from django.urls import reverse

from core.bad_posts import BadPostMiddleware
from core.models import SitePage
from tests.admin.forms import draft_of, open_page
from tests.admin.people import make_staff, signed_in
from tests.factories import home_page, make_content_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser():
    browser = signed_in(make_staff())
    browser.raise_request_exception = False
    return browser


def create_url():
    return reverse(
        "wagtailadmin_pages:add", args=["home", "contentpage", home_page().pk]
    )


def test_a_page_without_its_blocks_is_refused_with_what_to_do(browser):
    answer = browser.post(create_url(), {"title_fr": "Gouvernance"})

    assert answer.status_code == 400
    assert "This form did not arrive whole" in answer.text
    assert "What you typed is still in your browser" in answer.text
    assert not SitePage.objects.filter(title_fr="Gouvernance").exists()


def test_the_message_speaks_the_language_of_the_person(browser):
    staff = make_staff()
    staff.wagtail_userprofile.preferred_language = "fr"
    staff.wagtail_userprofile.save()

    answer = signed_in(staff).post(create_url(), {"title_fr": "Gouvernance"})

    assert '<html lang="fr"' in answer.text
    assert "n’est pas arrivé entier" in answer.text


def test_a_form_that_saves_itself_is_told_in_its_own_way(browser):
    answer = browser.post(create_url(), {}, headers={"accept": "application/json"})

    assert answer.status_code == 400
    assert answer.json()["success"] is False
    assert "is not saved" in answer.json()["error_message"]


def test_whoever_runs_the_site_finds_the_cause_in_the_log(browser, caplog):
    with caplog.at_level(logging.ERROR, logger="core.bad_posts"):
        browser.post(create_url(), {})

    record = caplog.records[-1]
    assert create_url() in record.getMessage()
    assert record.exc_info


def test_a_page_with_very_many_rows_arrives_whole(browser):
    page = make_content_page()
    rows = {f"row-{number}": "" for number in range(12_000)}

    open_page(browser, page).set(title_fr="Le réseau").forge(rows).save()

    assert draft_of(page).title_fr == "Le réseau"


@pytest.mark.parametrize(
    "name, args, data",
    [
        ("wagtailadmin_pages:copy", ["page"], {}),
        ("wagtailadmin_pages:copy", ["page"], {"new_parent_page": "x"}),
        ("wagtailredirects:process_import", [], {}),
        ("wagtailadmin_choose_page_external_link", [], {}),
        ("wagtailadmin_pages:edit", ["page"], {"lead_fr": "7"}),
    ],
)
def test_known_gaps_in_forms_are_refused(browser, name, args, data):
    page = make_content_page()
    url = reverse(name, args=[page.pk for _ in args])

    assert browser.post(url, data).status_code in (200, 302, 400)


def test_a_failing_database_is_still_a_failure_of_the_server(browser, monkeypatch):
    def fail(*args, **kwargs):
        raise OperationalError("the disk is full")

    page = make_content_page()
    monkeypatch.setattr(SitePage, "save_revision", fail)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])

    assert browser.post(edit, {"title_fr": "Titre"}).status_code == 500


@pytest.mark.parametrize("method, path", [("post", "/fr/"), ("get", "/admin/")])
def test_elsewhere_a_failure_is_a_failure(rf, method, path):
    request = getattr(rf, method)(path)

    answer = BadPostMiddleware(None).process_exception(request, ValueError("x"))

    assert answer is None
