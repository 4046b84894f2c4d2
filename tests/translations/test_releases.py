"""The languages of a page are released together, once all that it waits for are approved."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from core.due import publish_scheduled
from tests.admin.forms import open_page
from tests.admin.people import make_staff, make_translator, signed_in
from tests.factories import make_content_page
from tests.translations.reviewing import (
    fresh,
    make_workflow,
    pairs,
    review_of,
    shown,
    write,
)
from tests.translations.test_states import latest, save, version
from translations.models import ReleaseGate, ReviewStatus
from translations.releases.holding import release_what_is_ready
from translations.reviews.deciding import decide, hand_in
from translations.significance import decide as say_still_valid

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return make_staff()


@pytest.fixture
def page():
    return make_waiting_page()


def make_waiting_page():
    """Return a live page with a draft in three languages, which waits for English and Spanish."""
    page = make_content_page(
        title_en="Governance",
        title_es="Gobernanza",
        lead_fr="Bonjour",
        lead_en="Hello",
        lead_es="Hola",
    )
    ReleaseGate.objects.create(page_id=page.pk, languages=["en", "es"])
    save(page, lead_fr="Bonsoir", lead_en="Good evening", lead_es="Buenas noches")
    return page


def approve(page, language, user=None):
    hand_in(version(page, language), make_translator(language))
    words = shown(page, language)
    reader = user or make_staff()
    decide(review_of(page, language), reader, ReviewStatus.APPROVED, "", words)


def publish(page, staff, **texts):
    """Press “Publish” in the form, and return what the next page says."""
    client = signed_in(staff)
    response = open_page(client, page).set(**texts).save("publish")
    return text(client.get(response.url))


def text(response) -> str:
    soup = BeautifulSoup(response.content, "html.parser")
    return " ".join(soup.get_text(" ").split())


def leads(page) -> tuple:
    page = fresh(page)
    return page.lead_fr, page.lead_en, page.lead_es


NEW = ("Bonsoir", "Good evening", "Buenas noches")
OLD = ("Bonjour", "Hello", "Hola")


def test_a_page_without_a_gate_is_published_at_once(staff):
    page = make_content_page(lead_fr="Bonjour")

    publish(page, staff, lead_fr="Bonsoir")

    assert fresh(page).lead_fr == "Bonsoir"


def test_publishing_is_held_and_the_message_says_which_language_waits_for_what(
    page, staff
):
    save(page, headline_fr="Titre", headline_en="Headline")
    hand_in(version(page, "en"), make_translator("en"))

    said = publish(page, staff)

    assert leads(page) == OLD
    assert "published by itself once these languages are approved" in said
    assert "English: handed in, and not approved yet" in said
    assert "Español: missing 1" in said


def test_the_last_approval_releases_all_languages_together(page, staff):
    publish(page, staff)

    approve(page, "en")
    assert leads(page) == OLD
    approve(page, "es")

    assert leads(page) == NEW
    assert not fresh(page).has_unpublished_changes


def test_approved_languages_hold_nothing_back(page, staff):
    approve(page, "en")
    approve(page, "es")
    assert leads(page) == OLD

    publish(page, staff)

    assert leads(page) == NEW


def test_nothing_is_released_that_nobody_published(page):
    approve(page, "en")
    approve(page, "es")

    release_what_is_ready()

    assert leads(page) == OLD


def test_the_history_says_who_published_who_held_and_who_released(page, staff):
    publish(page, staff)
    approve(page, "en")
    last = make_staff()
    approve(page, "es", last)

    entries = PageLogEntry.objects.filter(page_id=page.pk)
    assert entries.get(action="translations.hold").user == staff
    assert entries.get(action="translations.release").user == last
    assert entries.filter(action="wagtail.publish").latest("pk").user == staff


def test_a_language_that_changes_after_its_approval_is_waited_for_again(page, staff):
    approve(page, "en")
    approve(page, "es")
    save(page, lead_es="Muy buenas noches")

    said = publish(page, staff)

    assert leads(page) == OLD
    assert "approved: Español: finished, but nobody approved it as it reads" in said


def test_a_new_page_waits_for_its_languages_before_visitors_see_it(staff):
    page = make_content_page(title_es="Gobernanza", lead_fr="Bonjour")
    page.unpublish()
    save(page, lead_en="Hello", lead_es="Hola")
    ReleaseGate.objects.create(page_id=page.pk, languages=["es"])
    publish(page, staff)
    assert not fresh(page).live

    approve(page, "es")

    assert fresh(page).live
    assert fresh(page).lead_es == "Hola"


def test_what_was_saved_since_stays_a_draft(page, staff):
    publish(page, staff)
    save(page, title_fr="Titre provisoire", headline_fr="")
    save(page, title_fr="Gouvernance")
    ReleaseGate.objects.update(languages=["es"])
    save(page, lead_en="Unfinished")

    approve(page, "es")

    assert leads(page) == NEW
    assert latest(page).lead_en == "Unfinished"
    assert fresh(page).has_unpublished_changes


def test_words_of_the_waiting_languages_that_came_later_are_released(page, staff):
    publish(page, staff)
    save(page, lead_es="Muy buenas noches")

    approve(page, "en")
    approve(page, "es")

    assert leads(page) == ("Bonsoir", "Good evening", "Muy buenas noches")


def test_a_source_that_changed_since_is_not_released_without_being_published_again(
    page, staff
):
    publish(page, staff)
    save(page, lead_fr="Bonne nuit", lead_en="Good night", lead_es="Que descanse")
    approve(page, "en")
    approve(page, "es")
    assert leads(page) == OLD

    said = text(
        signed_in(staff).get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    )
    publish(page, staff)

    assert "publish it again" in said
    assert leads(page) == ("Bonne nuit", "Good night", "Que descanse")


def test_a_translation_said_to_be_valid_still_is_approved_still(page, staff):
    approve(page, "en")
    approve(page, "es")
    save(page, lead_fr="Bonsoir !")
    publish(page, staff)
    assert leads(page) == OLD
    for language in ("en", "es"):
        one = version(page, language)
        fingerprint = next(
            pair.source_fingerprint
            for pair in pairs(page, language)
            if pair.place == "lead"
        )
        say_still_valid(one, staff, {"lead": fingerprint}, {"lead"})

    call_command("run_due")

    assert leads(page) == ("Bonsoir !", "Good evening", "Buenas noches")


def test_a_page_that_waits_is_taken_offline_and_stays_so(page, staff):
    publish(page, staff)

    signed_in(staff).post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    approve(page, "en")
    approve(page, "es")

    assert not fresh(page).live


def test_a_scheduled_page_that_waits_stays_open_to_those_who_finish_it(page, staff):
    revision = latest(page).latest_revision
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.save()

    publish_scheduled()

    assert leads(page) == OLD
    assert fresh(page).scheduled_revision is None
    write(page, language="es", lead="Muy buenas noches")
    approve(page, "en")
    approve(page, "es")
    assert leads(page) == ("Bonsoir", "Good evening", "Muy buenas noches")


def test_a_date_in_the_future_holds_after_the_approvals(page, staff):
    later = timezone.now().replace(microsecond=0) + timedelta(days=1)
    save(page, go_live_at=later)
    publish(page, staff)
    approve(page, "en")

    approve(page, "es")

    assert leads(page) == OLD
    assert fresh(page).scheduled_revision.approved_go_live_at == later


def test_a_workflow_that_approves_the_languages_publishes_the_page(page, staff):
    make_workflow("en", "es")
    open_page(signed_in(staff), page).save("submit")
    for language in ("en", "es"):
        step = fresh(page).current_workflow_task_state
        step.task.specific.on_action(step, make_translator(language), "approve")

    assert leads(page) == NEW


def test_the_end_of_a_workflow_is_held_where_a_language_is_left(page, staff):
    make_workflow("en")
    open_page(signed_in(staff), page).save("submit")
    step = fresh(page).current_workflow_task_state

    step.task.specific.on_action(step, make_translator("en"), "approve")
    assert leads(page) == OLD
    approve(page, "es")

    assert leads(page) == NEW
