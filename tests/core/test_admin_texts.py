"""Each person reads Wagtail in their own language, also after somebody else came first."""

import re

import pytest
from django.urls import reverse
from wagtail.admin.localization import get_available_admin_time_zones

from core.models import SitePage
from tests.admin.people import make_staff, signed_in
from tests.factories import home_page, make_content_page

pytestmark = pytest.mark.django_db


def reader(language):
    """Return a browser of somebody on the staff who reads the admin in `language`."""
    person = make_staff()
    person.wagtail_userprofile.preferred_language = language
    person.wagtail_userprofile.save()
    return signed_in(person)


@pytest.mark.parametrize(
    ("address", "french", "spanish"),
    [
        ("wagtailimages:add", "Formats supportés", "Formatos soportados"),
        ("wagtailimages:add_multiple", "Formats supportés", "Formatos soportados"),
        ("wagtailredirects:index", "Temporaire", "Temporal"),
    ],
)
def test_what_one_person_reads_first_is_not_said_to_the_next(address, french, spanish):
    url = reverse(address)

    assert french in reader("fr").get(url).text
    text = reader("es").get(url).text

    assert spanish in text
    assert french not in text


@pytest.mark.parametrize(
    ("language", "label"), [("fr", "Mot de passe"), ("es", "Contraseña")]
)
def test_signing_in_asks_for_the_password_in_the_language_of_the_browser(
    client, language, label
):
    page = client.get(
        reverse("wagtailadmin_login"), headers={"accept-language": language}
    )

    assert re.search(rf"<label[^>]*>\s*{label}", page.text)


def test_unpublishing_several_pages_offers_their_subpages_in_words_of_the_person():
    section = make_content_page(title_fr="Gouvernance")
    make_content_page(section)
    url = reverse(
        "wagtail_bulk_action",
        args=[SitePage._meta.app_label, SitePage._meta.model_name, "unpublish"],
    )

    text = reader("es").get(url, {"id": [section.pk]}).text

    assert "También las subpáginas" in text
    assert "Include descendants" not in text


def test_a_search_counts_pages():
    make_content_page(title_fr="Gouvernance")
    url = reverse("wagtailadmin_pages:search")

    text = reader("en").get(url, {"q": "Gouvernance"}).text

    assert "1-1 of 1" in text
    assert "None" not in text[text.index("1-1 of 1") :][:200]


def test_help_does_not_announce_versions_of_wagtail():
    assert "whats-new-in-wagtail" not in reader("en").get("/admin/").text


def test_a_page_that_the_site_published_by_itself_was_published_by_the_system():
    home_page().save_revision().publish()

    text = reader("es").get(reverse("wagtailadmin_reports:aging_pages")).text

    rows = "".join(re.findall(r"<tbody>.*?</tbody>", text, re.S))
    assert "sistema" in rows
    assert "None" not in rows


def test_time_zones_are_those_that_browsers_know():
    assert "localtime" not in get_available_admin_time_zones()
    assert {"Africa/Dakar", "Europe/London"} < set(get_available_admin_time_zones())


@pytest.mark.parametrize(
    "name", ["external_link", "email_link", "phone_link", "anchor_link"]
)
def test_fields_of_a_link_are_named_in_the_language_of_the_person(name):
    url = reverse(f"wagtailadmin_choose_page_{name}")

    html = reader("es").get(url).json()["html"]

    labels = re.findall(r"<label[^>]*>\s*(.*?)\s*(?:<|$)", html)
    assert "Texto del enlace" in labels
    assert not {"Link text", "Email address", "Phone number", "Body", "#"} & {*labels}


@pytest.mark.parametrize(
    "name", ["wagtailimages_chooser:choose", "wagtaildocs_chooser:choose"]
)
def test_the_dialog_that_chooses_a_file_names_its_tabs_in_the_words_of_the_person(name):
    tabs = {"fr": "Recherche", "es": "Buscar"}

    for language, tab in tabs.items():
        html = reader(language).get(reverse(name)).json()["html"]
        assert tab in re.findall(r'href="#tab-search"[^>]*>\s*(\w+)', html)


@pytest.mark.parametrize(("language", "word"), [("fr", "Ajout"), ("es", "Añadir")])
def test_a_new_page_is_not_called_by_the_word_for_imported_documents(language, word):
    url = reverse(
        "wagtailadmin_pages:add", args=["home", "contentpage", home_page().pk]
    )

    title = re.search(r"<title>\s*(.*?)\s*</title>", reader(language).get(url).text)

    assert title[1].startswith(word)
