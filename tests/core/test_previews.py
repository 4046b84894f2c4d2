import re

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import translation

from core.groups import translators
from core.languages import content_languages
from core.models import SitePage, User
from tests.factories import (
    faq_item,
    funder,
    home_page,
    make_content_page,
    make_faq_page,
    make_funder_list_page,
    make_organisation_list_page,
    make_partnership_page,
    organisation,
)

pytestmark = pytest.mark.django_db

MAKERS = [
    home_page,
    make_content_page,
    lambda: make_faq_page(items=[faq_item()]),
    lambda: make_funder_list_page(funders=[funder()]),
    lambda: make_organisation_list_page(organisations=[organisation()]),
    make_partnership_page,
]


def test_there_is_a_preview_for_each_language_and_the_default_one_comes_first():
    assert home_page().preview_modes == [
        ("fr", "Français"),
        ("en", "English"),
        ("es", "Español"),
    ]


@pytest.mark.parametrize("language", content_languages())
@pytest.mark.parametrize("make", MAKERS)
def test_a_page_is_previewed_in_the_language_chosen(rf, make, language):
    page = make()

    with translation.override("en"):
        response = page.make_preview_request(rf.get("/admin/"), language)
        assert translation.get_language() == "en"

    assert response.status_code == 200
    assert f'<html lang="{language}"' in response.text
    assert response.context_data["language"] == language


def test_a_draft_is_previewed_with_its_unsaved_rows(rf):
    page = make_faq_page()
    page.items = [
        faq_item(question_fr="Une ébauche ?", question_en="A draft?", anchor="a")
    ]

    assert "Une ébauche" in page.make_preview_request(rf.get("/"), "fr").text
    assert "A draft?" in page.make_preview_request(rf.get("/"), "en").text


@pytest.mark.parametrize("mode", ["", None, "xx", "../"])
def test_a_preview_in_no_language_of_ours_is_in_the_default_one(rf, mode):
    response = home_page().make_preview_request(rf.get("/"), mode)

    assert '<html lang="fr"' in response.text


def offered_mode(client, page):
    text = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
    return re.search(r'<option value="(\w+)" selected>', text).group(1)


def test_an_editor_previews_the_default_language_first(admin_client):
    assert offered_mode(admin_client, make_content_page()) == "fr"


def test_a_preview_of_a_page_that_has_no_address_yet(admin_client):
    url = reverse(
        "wagtailadmin_pages:preview_on_add",
        args=["home", "contentpage", home_page().pk],
    )
    form = {"title_fr": "Ébauche", "title_en": "Draft", "slug_fr": "ebauche"}
    for language in content_languages():
        form |= {f"body_{language}-count": "0"}
    admin_client.post(url, form)

    response = admin_client.get(url, {"mode": "en"})

    assert response.status_code == 200
    assert '<html lang="en"' in response.text
    assert "Draft" in response.text
    assert not SitePage.objects.filter(title="Ébauche").exists()


def test_a_translator_previews_their_own_language_first(client):
    translator = User.objects.create_user("es@example.org", "x")
    translator.groups.add(Group.objects.get(name=translators("es")))
    client.force_login(translator)

    assert offered_mode(client, make_content_page()) == "es"
