"""One language published alone waits as well, and who is concerned hears that it is out."""

import pytest
from django.core import mail

from tests.admin.people import make_staff, make_translator
from tests.translations.reviewing import fresh, review_of, shown
from tests.translations.test_releases import (
    NEW,
    OLD,
    approve,
    leads,
    make_waiting_page,
    publish,
)
from tests.translations.test_states import latest, save, version
from translations.models import ReleaseGate, ReviewStatus
from translations.publishing import publish_language
from translations.reviews.deciding import decide, hand_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return make_staff()


@pytest.fixture
def page():
    return make_waiting_page()


def test_one_language_alone_waits_too_and_goes_out_alone(page, staff):
    assert publish_language(version(page, "es"), staff) is None
    approve(page, "es")
    assert leads(page) == OLD

    approve(page, "en")

    assert leads(page) == ("Bonjour", "Hello", "Buenas noches")
    assert fresh(page).has_unpublished_changes
    assert latest(page).lead_fr == "Bonsoir"


def test_languages_published_one_after_the_other_go_out_together(page, staff):
    publish_language(version(page, "es"), staff)
    publish_language(version(page, "en"), staff)
    approve(page, "en")
    approve(page, "es")

    assert leads(page) == ("Bonjour", "Good evening", "Buenas noches")


def test_a_language_that_is_not_waited_for_goes_out_as_it_was_when_published(
    page, staff
):
    ReleaseGate.objects.update(languages=["es"])
    publish_language(version(page, "en"), staff)
    save(page, lead_en="Unfinished")

    approve(page, "es")

    assert leads(page) == ("Bonjour", "Good evening", "Hola")
    assert latest(page).lead_en == "Unfinished"


def test_one_language_published_alone_takes_nothing_from_a_page_that_waits(page, staff):
    publish(page, staff)
    publish_language(version(page, "es"), make_staff())
    approve(page, "en")
    approve(page, "es")

    assert leads(page) == NEW


def test_who_may_publish_a_language_no_more_lets_nothing_out(page, staff):
    publish_language(version(page, "es"), staff)
    staff.groups.clear()

    approve(page, "en")
    approve(page, "es")

    assert leads(page) == OLD


def test_a_mail_tells_who_published_and_who_wrote_that_the_page_is_out(
    page, staff, django_capture_on_commit_callbacks
):
    publish(page, staff)
    approve(page, "en")
    writer, reader = make_translator("es"), make_staff()
    hand_in(version(page, "es"), writer)
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        words = shown(page, "es")
        decide(review_of(page), reader, ReviewStatus.APPROVED, "", words)

    told = [one for one in mail.outbox if "is published" in one.subject]
    addresses = {address for one in told for address in one.to}
    assert {staff.email, writer.email} < addresses
    assert reader.email not in addresses
    assert fresh(page).slug_en in told[0].body
