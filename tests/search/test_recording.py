"""What is published is found at once, and nothing else ever is: not by a search, nor by a suggestion."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import PageViewRestriction

from core.many_pages import NewPages
from home.models import ContentPage
from partnerships.models import Funder
from resources.models import ResourceAuthor, ResourcePage, Sector
from search.engine import find, suggest
from tests.factories import (
    faq_item,
    funder,
    home_page,
    make_content_page,
    make_faq_page,
    make_funder_list_page,
    make_resource_index_page,
    make_resource_page,
)

pytestmark = pytest.mark.django_db

CANARY = "serinus"


def addresses(text=CANARY, language="fr"):
    """Return where a search and a suggestion lead; both must agree in what is secret."""
    found = [hit.url for hit in find(text, language).hits]
    suggested = [hit.url for hit in suggest(text, language)]
    assert set(suggested) <= set(found)
    return found


def make_private(page):
    return PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.LOGIN
    )


class Broken(Exception):
    """Ends a transaction."""


def test_what_is_taken_back_with_its_transaction_is_not_found():
    page = make_content_page(lead_fr="moineau")
    page.lead_fr = CANARY
    with suppress(Broken), transaction.atomic():
        page.save_revision().publish()
        assert addresses() == ["/fr/gouvernance/"]
        raise Broken

    assert addresses() == []
    assert addresses("moineau") == ["/fr/gouvernance/"]


def test_a_published_page_is_found_by_its_title_and_by_its_texts():
    make_content_page(title_fr="Gouvernance", lead_fr=f"Un mot rare : {CANARY}.")

    assert addresses("gouvernance") == ["/fr/gouvernance/"]
    assert addresses() == ["/fr/gouvernance/"]


def test_pages_that_are_added_together_are_found_unless_they_are_drafts():
    index_page = make_resource_index_page()
    with transaction.atomic():
        new = NewPages(index_page)
        for title, live in [("Merle", True), ("Grive", False)]:
            new.place(ResourcePage(title_fr=title, abstract_fr=CANARY, live=live))
        new.write()

    assert addresses() == ["/fr/ressources/merle/"]


def test_what_is_published_again_is_found_by_its_new_words_alone():
    page = make_content_page(lead_fr=CANARY)
    page.lead_fr = "moineau"
    page.save_revision().publish()

    assert addresses() == []
    assert addresses("moineau") == ["/fr/gouvernance/"]


@pytest.mark.parametrize("asked", ["statistical picture", "chen", "martha chen", "OIT"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_document_is_found_by_its_original_title_and_its_authors(asked, language):
    make_resource_page(
        title_en="Women and Men",
        original_title="A Statistical Picture",
        authors=[
            ResourceAuthor(family="Chen", given="Martha"),
            ResourceAuthor(name="OIT"),
        ],
    )

    (address,) = addresses(asked, language)
    assert address.startswith(f"/{language}/")


def test_a_page_that_was_never_published_is_not_found():
    home_page().add_child(
        instance=ContentPage(title_fr=CANARY, slug_fr="secret", live=False)
    )

    assert addresses() == []


def test_a_draft_of_a_public_page_is_not_found():
    page = make_content_page()
    page.lead_fr = CANARY
    page.save_revision()

    assert addresses() == []


def test_a_draft_is_not_found_when_the_page_moves():
    section = make_content_page(title_fr="Section", slug_fr="section")
    page = make_content_page()
    page.lead_fr = CANARY
    page.save_revision()
    page.move(section, pos="last-child")

    assert addresses() == []
    assert addresses("gouvernance") == ["/fr/section/gouvernance/"]


def test_an_unpublished_page_is_found_no_more():
    page = make_content_page(lead_fr=CANARY)
    page.unpublish()

    assert addresses() == []


def test_an_expired_page_is_found_no_more():
    page = make_content_page(lead_fr=CANARY)
    page.expire_at = timezone.now() - timedelta(hours=1)
    page.save()
    call_command("publish_scheduled")

    assert addresses() == []


def test_a_page_to_be_published_later_is_found_from_then_on():
    page = make_content_page()
    page.lead_fr = CANARY
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()

    assert addresses() == []


def test_a_deleted_page_is_found_no_more():
    make_content_page(lead_fr=CANARY).delete()

    assert addresses() == []


def test_pages_of_a_section_that_becomes_private_are_found_no_more():
    section = make_content_page(title_fr="Section", slug_fr="section")
    make_content_page(section, lead_fr=CANARY)
    make_private(section)

    assert addresses() == []


def test_pages_of_a_section_that_becomes_public_again_are_found():
    section = make_content_page(title_fr="Section", slug_fr="section")
    make_content_page(section, lead_fr=CANARY)
    make_private(section).delete()

    assert addresses() == ["/fr/section/gouvernance/"]


def test_a_page_that_is_published_in_a_private_section_is_not_found():
    section = make_content_page(title_fr="Section", slug_fr="section")
    make_private(section)
    make_content_page(section, lead_fr=CANARY)

    assert addresses() == []


def test_a_page_that_moves_into_a_private_section_is_found_no_more():
    section = make_content_page(title_fr="Section", slug_fr="section")
    make_private(section)
    make_content_page(lead_fr=CANARY).move(section, pos="last-child")

    assert addresses() == []


def test_what_became_private_behind_the_back_of_the_index_is_not_shown():
    page = make_content_page(lead_fr=CANARY)
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=page, restriction_type=PageViewRestriction.LOGIN)]
    )

    assert addresses() == []


def test_a_language_is_found_only_by_what_is_written_in_it():
    make_content_page(title_fr="Gouvernance", lead_fr=CANARY, title_en="Governance")

    (hit,) = find(CANARY, "en").hits

    assert hit.language == "fr"
    assert [hit.language for hit in find("governance", "en").hits] == ["en"]


def test_a_translation_that_is_only_a_draft_is_not_found():
    page = make_content_page()
    page.title_en = CANARY
    page.save_revision()

    assert addresses(language="en") == []


def test_a_funder_without_evidence_is_not_found():
    make_funder_list_page(
        funders=[
            funder(
                anchor="x",
                name_fr=CANARY,
                evidence=Funder.Evidence.UNVERIFIED,
            ),
            funder(anchor="ford", name_fr="Ford", evidence_note=CANARY),
        ]
    )

    assert addresses() == []
    assert addresses("ford") == ["/fr/qui-nous-finance/#ford"]


def test_an_answer_is_found_with_a_link_of_its_own():
    make_faq_page(
        items=[
            faq_item(anchor="stages", answer_fr=f"<p>Oui, <b>{CANARY}</b>.</p>"),
            faq_item(anchor="dons", question_fr="Puis-je donner ?"),
        ]
    )

    assert addresses() == ["/fr/foire-aux-questions/#stages"]


def test_a_question_that_is_taken_away_is_found_no_more():
    page = make_faq_page(items=[faq_item(question_fr=CANARY)])
    page.items = []
    page.save_revision().publish()

    assert addresses() == []


def test_an_alias_is_not_found_beside_its_page():
    section = make_content_page(title_fr="Section", slug_fr="section")
    page = make_content_page(lead_fr=CANARY)
    page.create_alias(parent=section, update_slug="alias")

    assert addresses() == ["/fr/gouvernance/"]


def test_a_document_is_found_by_the_names_of_what_it_is_about():
    sector = Sector.objects.create(key="domestic", label_fr="Travail domestique")
    make_resource_page(title_fr="Profil", sectors=[sector])

    assert addresses("profil domestiques") == ["/fr/ressources/profil/"]
