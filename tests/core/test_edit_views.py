import pytest
from django.urls import reverse
from wagtail.models import Revision

from core.languages import columns
from core.models import SitePage
from tests.admin.forms import open_form, open_page, read_form
from tests.admin.two_people import autosave, browser, draft, stream_fields
from tests.factories import make_partnership_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_partnership_page(kicker_fr="Ensemble")


@pytest.fixture
def hers(page):
    return open_page(browser("aminata"), page)


@pytest.fixture
def his(page):
    return open_page(browser("kofi"), page)


def saved(response) -> bool:
    return response.status_code == 302


# Saving in the background


def test_an_older_form_saves_in_the_background_and_loses_nothing(page, hers, his):
    assert autosave(hers.set(kicker_fr="A"))["success"]
    assert autosave(his.set(kicker_es="Juntas"))["success"]

    assert (draft(page).kicker_fr, draft(page).kicker_es) == ("A", "Juntas")


def test_what_a_browser_still_shows_stays_the_ground_of_its_next_save(page, hers, his):
    autosave(hers.set(kicker_fr="A"))
    autosave(his.set(kicker_es="Juntas"))
    # His browser still shows “Ensemble”, which must not count as written by him.
    autosave(his.set(kicker_es="Juntas 2"))

    assert (draft(page).kicker_fr, draft(page).kicker_es) == ("A", "Juntas 2")
    assert saved(his.save())
    assert draft(page).kicker_fr == "A"


def test_writing_over_a_text_that_is_older_than_the_stored_one_is_a_conflict(
    page, hers, his
):
    autosave(hers.set(kicker_fr="A"))
    autosave(his.set(kicker_es="Juntas"))

    answer = autosave(his.set(kicker_fr="B"))

    assert (answer["success"], answer["error_code"]) == (False, "validation_error")
    assert "Somebody else" in answer["error_message"] or answer["error_message"]
    assert draft(page).kicker_fr == "A"
    assert b'class="conflict"' in his.save().content


def test_no_timer_decides_which_of_two_texts_to_keep(page, hers, his):
    assert b"data-w-autosave-interval-value" in his.client.get(his.url).content
    hers.set(kicker_fr="A").save()

    response = his.set(kicker_fr="B").save()

    assert b'class="conflict"' in response.content
    assert b"data-w-autosave-interval-value" not in response.content


def test_a_background_save_goes_on_in_its_own_revision(page, hers):
    first = autosave(hers.set(kicker_fr="A"))
    again = autosave(hers.set(kicker_fr="B"), overwrite=first["revision_id"])

    assert again["revision_id"] == first["revision_id"]
    assert draft(page).kicker_fr == "B"


def test_a_revision_that_is_no_longer_the_latest_is_not_overwritten(page, hers, his):
    first = autosave(hers.set(kicker_fr="A"))
    autosave(his.set(kicker_es="Juntas"))

    again = autosave(hers.set(kicker_fr="A 2"), overwrite=first["revision_id"])

    assert again["success"] and again["revision_id"] != first["revision_id"]
    assert (draft(page).kicker_fr, draft(page).kicker_es) == ("A 2", "Juntas")
    assert Revision.objects.get(pk=first["revision_id"]).content["kicker_fr"] == "A"


def test_a_revision_of_somebody_else_is_not_overwritten(page, hers, his):
    first = autosave(hers.set(kicker_fr="A"))

    again = autosave(his.set(kicker_es="Juntas"), overwrite=first["revision_id"])

    assert again["success"] and again["revision_id"] != first["revision_id"]


def test_a_page_created_in_the_background_goes_on_in_the_same_form(page):
    client = browser()
    url = reverse("wagtailadmin_pages:add", args=["home", "contentpage", page.pk])
    form = open_form(client, url).set(title_fr="Équipe", slug_fr="equipe")
    for name in columns("body"):
        form.forge(stream_fields(name))
    answer = autosave(form)
    form.url = answer["url"]

    assert autosave(form.set(title_en="Team"), overwrite=answer["revision_id"])[
        "success"
    ]
    page = SitePage.objects.get(pk=answer["pk"])
    his = open_page(browser("kofi"), page)
    his.set(title_es="Equipo").save()
    assert autosave(form.set(lead_fr="Qui ?"))["success"]

    page = draft(page)
    assert (page.title_fr, page.title_en, page.title_es) == ("Équipe", "Team", "Equipo")


# Publishing


def test_publishing_an_older_form_first_shows_what_somebody_else_wrote(page, hers, his):
    hers.set(kicker_fr="A").save()

    response = his.set(kicker_es="Juntas").save("publish")

    live = type(page).objects.get(pk=page.pk)
    assert (live.kicker_fr, live.kicker_es) == ("Ensemble", None)
    assert (draft(page).kicker_fr, draft(page).kicker_es) == ("A", "Juntas")
    shown = his.client.get(response.url).content.decode()
    assert "Français" in shown
    assert read_form(shown)["kicker_fr"] == "A"


def test_publishing_again_publishes_the_texts_of_both(page, hers, his):
    hers.set(kicker_fr="A").save()
    his.set(kicker_es="Juntas").save("publish")

    assert saved(open_page(his.client, page).save("publish"))

    live = type(page).objects.get(pk=page.pk)
    assert (live.kicker_fr, live.kicker_es) == ("A", "Juntas")


def test_publishing_a_form_that_shows_everything_publishes_at_once(page, hers):
    assert saved(hers.set(kicker_fr="A").save("publish"))

    assert type(page).objects.get(pk=page.pk).kicker_fr == "A"


def test_a_translator_goes_on_with_the_form_that_was_open_during_a_publish(
    page, hers, his
):
    his.set(kicker_fr="Publié").save("publish")

    assert autosave(hers.set(kicker_es="Juntas"))["success"]

    assert (draft(page).kicker_fr, draft(page).kicker_es) == ("Publié", "Juntas")
    assert type(page).objects.get(pk=page.pk).kicker_es is None
