"""A document as visitors and programs read it."""

import json
import re

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import translation

from core.models import SiteDocument
from resources.models import ResourceAuthor, ResourceFile, Sector
from tests.factories import make_resource_page

pytestmark = pytest.mark.django_db

FORMATS = {
    "bibtex": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "csl": "application/vnd.citationstyles.csl+json",
}


def address(page, language="fr"):
    with translation.override(language):
        return page.get_url()


def get(client, page, query="", language="fr"):
    return client.get(address(page, language) + query)


def brief(**fields):
    values = {
        "title_fr": "Femmes et hommes : une note",
        "title_en": "Women and Men: A Brief",
        "original_title": "Women and Men: A Brief",
        "authors": [
            ResourceAuthor(family="Chen", given="Martha"),
            ResourceAuthor(name="International Labour Organization (ILO)"),
        ],
        "year": 2019,
        "publisher": "WIEGO",
        "place": "Manchester",
    }
    return make_resource_page(**{**values, **fields})


def test_the_original_title_stands_below_the_translated_one_in_its_own_language(client):
    html = get(client, brief()).text

    assert re.search(r"<h1[^>]*>Femmes et hommes", html)
    assert (
        '<p class="hero__lead" lang="en" dir="ltr">Women and Men: A Brief</p>' in html
    )


def test_an_original_title_shown_as_the_heading_is_marked_with_its_language(client):
    page = brief(
        title_fr="Trabalhadoras", original_title="Trabalhadoras", original_language="pt"
    )

    html = get(client, page).text

    assert '<h1 class="hero__title" lang="pt" dir="ltr">Trabalhadoras</h1>' in html


def test_each_style_of_citation_is_shown_and_bodies_stay_whole(client):
    html = get(client, brief(), language="en").text

    assert "Chen, Martha and International Labour Organization (ILO). 2019." in html
    assert "Chen, M., &amp; International Labour Organization (ILO). (2019)." in html
    assert "I. L. O." not in html


def test_programs_read_the_reference_in_the_head_of_the_page(client):
    html = get(client, brief(doi="10.1000/182")).text

    assert '<meta name="citation_title" content="Women and Men: A Brief">' in html
    assert '<meta name="citation_author" content="Chen, Martha">' in html
    assert '<meta name="citation_doi" content="10.1000/182">' in html
    assert '<meta name="DC.creator" content="Chen, Martha">' in html
    found = [json.loads(text) for text in re.findall(r'ld\+json">(.*?)</script>', html)]
    assert "Women and Men: A Brief" in [item.get("name") for item in found]


@pytest.mark.parametrize(("name", "content_type"), FORMATS.items())
def test_a_reference_is_a_file_at_the_address_of_each_language(
    client, name, content_type
):
    response = get(client, brief(), f"?format={name}", "en")

    assert response["Content-Type"] == f"{content_type}; charset=utf-8"
    assert response["X-Robots-Tag"] == "noindex"
    assert "Women and Men: A Brief" in response.text
    assert "/en/resources/women-and-men-a-brief/" in response.text


def test_caches_learn_that_a_reference_has_not_changed(client):
    page = brief()
    first = get(client, page, "?format=ris")

    again = client.get(
        address(page) + "?format=ris", headers={"If-None-Match": first["ETag"]}
    )

    assert again.status_code == 304
    assert "public" in first["Cache-Control"] and first["Last-Modified"]


@pytest.mark.parametrize("name", FORMATS)
def test_nobody_gets_the_reference_of_a_draft_or_of_a_private_document(client, name):
    draft, private = brief(), brief(slug_fr="prive", slug_en="private")
    draft.unpublish()
    private.view_restrictions.create(restriction_type="login")

    assert get(client, draft, f"?format={name}").status_code == 404
    assert "Women and Men" not in get(client, private, f"?format={name}").text


def test_what_a_draft_says_is_in_no_reference(client):
    page = brief()
    page.original_title = "Canary"
    page.save_revision()

    assert "Canary" not in get(client, page).text
    assert "Canary" not in get(client, page, "?format=csl").text


def test_files_tell_their_language_size_and_pages(client):
    document = SiteDocument.objects.create(
        title="Rapport", file=ContentFile(b"x" * 2048, "rapport.pdf")
    )
    page = brief(files=[ResourceFile(document=document, language="pt", pages=12)])

    html = get(client, page, language="en").text

    assert f'<a href="{document.url}" hreflang="pt">Portuguese</a>' in html
    assert "PDF" in html and "12 pages" in html
    assert f'content="http://testserver{document.url}"' in html


def test_the_same_document_in_another_language_is_linked_both_ways_while_it_is_public(
    client,
):
    source = brief()
    spanish = brief(
        title_fr="Mujeres",
        slug_fr="mujeres",
        original_title="Mujeres y hombres",
        original_language="es",
        translation_of=source,
    )

    assert address(spanish) in get(client, source).text
    assert address(source) in get(client, spanish).text

    spanish.unpublish()
    assert "Mujeres y hombres" not in get(client, source).text


def test_a_document_leads_to_the_others_of_its_sectors(client):
    sector = Sector.objects.create(key="waste", label_fr="Récupération")

    html = get(client, brief(sectors=[sector])).text

    assert '<a href="/fr/ressources/?sector=waste">Récupération</a>' in html


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"doi": "no doi"}, "doi"),
        ({"isbn": "978-92-95106-42-1"}, "isbn"),
        ({"countries": ["ZZ"]}, "countries"),
        ({"original_language": "??"}, "original_language"),
    ],
)
def test_a_number_or_code_that_cannot_be_is_refused(fields, name):
    page = brief()
    for field, value in fields.items():
        setattr(page, field, value)

    with pytest.raises(ValidationError) as refused:
        page.full_clean()

    assert name in refused.value.message_dict


def test_a_doi_is_stored_without_the_address_before_it():
    page = brief()
    page.doi = "https://doi.org/10.1000/182"
    page.full_clean()

    assert page.doi == "10.1000/182"


@pytest.mark.parametrize(
    "names", [{}, {"given": "Martha"}, {"family": "Chen", "name": "WIEGO"}]
)
def test_an_author_is_a_person_or_a_body(names):
    with pytest.raises(ValidationError):
        ResourceAuthor(**names).clean()


def test_a_sample_that_cannot_be_read_here_opens_a_sheet_that_says_so(client):
    page = brief(is_sample=True, abstract_fr="Une note.")

    html = get(client, page).text
    sheet = get(client, page, "?format=sample")

    assert 'href="?format=sample"' in html
    assert sheet["Content-Type"] == "text/plain; charset=utf-8"
    assert sheet["X-Robots-Tag"] == "noindex"
    assert sheet.text.startswith("DONNÉES D’EXEMPLE")
    assert "Women and Men: A Brief" in sheet.text and "Une note." in sheet.text
    assert "Manchester" in sheet.text and "<" not in sheet.text
    assert get(client, page, "?format=sample", "en").text.startswith("SAMPLE DATA")


@pytest.mark.parametrize(
    "fields",
    [{"is_sample": True, "link": "https://example.org/"}, {"is_sample": False}],
)
def test_what_can_be_read_or_is_no_sample_offers_no_sheet(client, fields):
    assert "?format=sample" not in get(client, brief(**fields)).text


def test_a_document_that_is_no_sample_has_no_sheet(client):
    assert "<h1" in get(client, brief(), "?format=sample").text
