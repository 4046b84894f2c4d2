"""One language is published by itself; what visitors read in the others stays byte for byte."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import override
from wagtail.models import Workflow

from core.languages import column, content_languages
from tests.admin.people import make_staff, make_translator
from tests.factories import faq_item, make_content_page, make_faq_page
from tests.translations.test_states import body, save, version
from translations.publishing import NothingToPublish, publish_language

pytestmark = pytest.mark.django_db


def live(page):
    return type(page).objects.get(pk=page.pk)


def columns_of(page, but):
    """Return all that is stored of the page, but the columns of the language `but`."""
    own = {column(name, but) for name in ("title", "lead", "body", "headline", "slug")}
    return {
        field.name: field.value_to_string(page)
        for field in page._meta.concrete_fields
        if field.name
        not in own | BOOKKEEPING | {f"is_offered_{but}", f"url_path_{but}"}
    }


BOOKKEEPING = {
    "live_revision",
    "latest_revision",
    "latest_revision_created_at",
    "last_published_at",
    "has_unpublished_changes",
    "draft_title",
}


def test_visitors_read_the_published_language_and_no_other_draft():
    page = make_content_page(lead_fr="Bonjour", lead_en="Hello", lead_es="Hola")
    save(page, lead_fr="Bonsoir", lead_en="Good evening", lead_es="Buenas noches")
    before = columns_of(live(page), but="es")

    publish_language(version(page, "es"), make_staff())

    assert live(page).lead_es == "Buenas noches"
    assert columns_of(live(page), but="es") == before


def test_the_draft_stays_as_it_is_with_what_the_others_have_not_published():
    page = make_content_page(lead_fr="Bonjour", lead_es="Hola")
    latest = save(page, lead_fr="Bonsoir", lead_es="Buenas noches")

    publish_language(version(page, "es"), make_staff())

    page = live(page)
    assert page.get_latest_revision() == latest
    assert page.get_latest_revision_as_object().lead_fr == "Bonsoir"
    assert page.has_unpublished_changes
    assert version(page, "fr").is_unpublished
    assert not version(page, "es").is_unpublished


def test_nothing_is_left_to_publish_once_every_language_is_published():
    page = make_content_page(lead_fr="Bonjour")
    save(page, lead_fr="Bonsoir", lead_en="Hello", lead_es="Hola")

    for language in content_languages():
        publish_language(version(page, language), make_staff())

    assert not live(page).has_unpublished_changes


def test_rows_are_published_in_one_language_and_new_rows_wait():
    item = faq_item(question_es="¿Sí?")
    page = make_faq_page(items=[item])
    draft = page.get_latest_revision_as_object()
    [row] = draft.items.get_object_list()
    row.question_fr, row.question_es = "Autre ?", "¿Otra?"
    draft.items.add(faq_item(anchor="nouvelle", question_fr="Nouvelle ?"))
    draft.save_revision()

    publish_language(version(page, "es"), make_staff())

    rows = list(live(page).items.all())
    assert [(row.question_fr, row.question_es) for row in rows] == [
        ("Proposez-vous des stages ?", "¿Otra?")
    ]
    assert len(live(page).get_latest_revision_as_object().items.all()) == 2


def test_a_body_with_empty_blocks_is_not_shown_to_visitors():
    page = make_content_page(body_fr=body("Un", "Deux"))
    save(page, body_es=body("Uno"))

    with override("en"), pytest.raises(ValidationError, match="Not translated yet"):
        publish_language(version(page, "es"), make_staff())

    assert not live(page).body_es


def test_a_page_that_is_not_live_is_published_as_a_whole_first():
    page = make_content_page(lead_fr="Bonjour", lead_es="Hola")
    page.unpublish()

    with pytest.raises(NothingToPublish):
        publish_language(version(page, "es"), make_staff())


def test_publishing_what_visitors_already_read_says_so():
    page = make_content_page(lead_fr="Bonjour", lead_es="Hola")

    with pytest.raises(NothingToPublish, match="espagnol"):
        publish_language(version(page, "es"), make_staff())


def test_translators_do_not_publish():
    page = make_content_page(lead_fr="Bonjour", lead_es="Hola")
    save(page, lead_es="Buenas noches")

    with pytest.raises(PermissionDenied):
        publish_language(version(page, "es"), make_translator("es"))


def test_a_workflow_that_is_under_way_goes_on():
    page = make_content_page(lead_fr="Bonjour", lead_es="Hola")
    save(page, lead_fr="Bonsoir", lead_es="Buenas noches")
    page = live(page)
    Workflow.objects.get().start(page, make_staff())

    publish_language(version(page, "es"), make_staff())

    assert live(page).current_workflow_state.status == "in_progress"


def test_a_new_address_is_published_with_its_language_and_the_old_one_leads_on(client):
    page = make_content_page(title_fr="Gouvernance", slug_fr="gouvernance")
    save(page, title_es="Gobernanza")
    assert client.get("/es/gouvernance/").status_code == 200

    publish_language(version(page, "es"), make_staff())

    assert client.get("/es/gobernanza/").status_code == 200
    assert client.get("/es/gouvernance/").status_code == 301


def test_what_is_known_of_the_other_languages_stays_as_it_was():
    page = make_content_page(lead_fr="Bonjour", lead_en="Hello", lead_es="Hola")
    save(page, make_translator("en"), lead_fr="Bonsoir")
    save(page, lead_es="Buenas noches", lead_en="Good evening")
    before = list(version(page, "en").texts.order_by("place").values())

    publish_language(version(page, "es"), make_staff())

    assert list(version(page, "en").texts.order_by("place").values()) == before
