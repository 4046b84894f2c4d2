"""Staff choose in the admin which languages a page waits for, and see why it waits."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.admin.people import make_staff, make_translator, signed_in
from tests.factories import home_page, make_content_page
from tests.translations.reviewing import fresh, shown
from tests.translations.test_releases import (
    NEW,
    OLD,
    approve,
    leads,
    make_waiting_page,
    publish,
    text,
)
from tests.translations.test_states import latest, save, version
from translations.models import ReleaseGate
from translations.reviews.deciding import hand_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return make_staff()


@pytest.fixture
def page():
    return make_waiting_page()


def gate_url(page, language="es"):
    return reverse("translation_release", args=[version(page, language).pk])


def test_staff_choose_the_languages_that_a_page_waits_for(staff):
    page = make_content_page()
    client = signed_in(staff)

    response = client.post(gate_url(page), {"languages": ["en", "es"]}, follow=True)

    assert ReleaseGate.objects.get(page_id=page.pk).languages == ["en", "es"]
    soup = BeautifulSoup(response.content, "html.parser")
    ticked = soup.select("input[name=languages][checked]")
    assert [box["value"] for box in ticked] == ["en", "es"]


def test_a_gate_that_is_opened_by_hand_lets_out_what_waits(page, staff):
    publish(page, staff)

    response = signed_in(staff).post(gate_url(page), {}, follow=True)

    assert leads(page) == NEW
    assert "the page is published" in text(response)


def test_a_page_that_cannot_be_shown_goes_on_waiting_and_staff_hear_why(page, staff):
    save(page, slug_fr="contact")
    publish(page, staff)
    make_content_page(slug_fr="contact")

    response = signed_in(staff).post(gate_url(page), {}, follow=True)

    assert "contact" in text(response)
    assert ReleaseGate.objects.get(page_id=page.pk).is_waiting
    assert leads(page) == OLD


def test_one_language_that_waits_is_announced_and_shown_as_published_alone(page, staff):
    client = signed_in(staff)
    url = reverse("translation_publish", args=[version(page, "es").pk])
    form = text(client.get(url))
    assert "Not approved yet" in form
    assert "Publish Spanish once these are approved" in form

    said = text(client.post(url, follow=True))

    assert "is published in Spanish, and only so, once these languages" in said
    url = reverse("translation_language", args=[version(page, "es").pk])
    assert "Published alone, not the whole page: Spanish" in text(client.get(url))


def test_whoever_approves_the_last_language_hears_that_the_page_is_published(
    page, staff
):
    publish(page, staff)
    said = []
    for language in ["en", "es"]:
        hand_in(version(page, language), make_translator(language))
        url = reverse("translation_review", args=[version(page, language).pk])
        form = {"action": "approve", "shown": shown(page, language)}
        said.append(text(signed_in(make_staff()).post(url, form, follow=True)))

    sentence = "Nothing is left to wait for: “Gouvernance” is published."
    assert [sentence in page for page in said] == [False, True]
    assert leads(page) == NEW


def test_what_waits_is_taken_back(page, staff):
    publish(page, staff)

    signed_in(staff).post(gate_url(page), {"action": "take-back"})
    approve(page, "en")
    approve(page, "es")

    assert leads(page) == OLD
    assert latest(page).lead_fr == "Bonsoir"


def test_translators_set_no_gate_and_a_language_that_is_unknown_is_refused(page, staff):
    signed_in(make_translator("es")).post(gate_url(page), {"languages": []})
    response = signed_in(staff).post(
        gate_url(page), {"languages": ["es", "xx"]}, follow=True
    )

    assert "no language “xx”" in text(response)
    assert ReleaseGate.objects.get(page_id=page.pk).languages == ["en", "es"]


def test_nothing_goes_out_in_the_name_of_somebody_who_may_no_longer_publish(
    page, staff
):
    publish(page, staff)
    staff.groups.clear()

    approve(page, "en")
    approve(page, "es")

    assert leads(page) == OLD
    assert "may no longer do so" in text(
        signed_in(make_staff()).get(
            reverse("translation_language", args=[version(page, "es").pk])
        )
    )


def test_several_pages_at_once_are_counted_as_published_only_if_they_are(page, staff):
    other = make_content_page(title_fr="Ailleurs", lead_fr="Un")
    save(other, lead_fr="Deux")
    url = reverse("wagtail_bulk_action", args=["core", "sitepage", "publish"])

    response = signed_in(staff).post(
        f"{url}?id={page.pk}&id={other.pk}&next=/admin/pages/{home_page().pk}/",
        follow=True,
    )

    assert fresh(other).lead_fr == "Deux"
    assert leads(page) == OLD
    assert "1 page has been published" in text(response)
    assert "is published by itself once approved" in text(response)
