"""One language is published by itself from the admin, and any language may be the source."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from core.models import SiteSettings
from tests.admin.forms import edit_url
from tests.admin.people import make_staff, make_translator, make_user, signed_in
from tests.factories import make_content_page
from tests.translations.test_states import body, latest, save, state, version
from translations.models import LanguageVersion, State

pytestmark = pytest.mark.django_db


def url(name, page, language="es"):
    return reverse(f"translation_{name}", args=[version(page, language).pk])


def text(response) -> str:
    soup = BeautifulSoup(response.content, "html.parser")
    return " ".join(soup.get_text(" ").split())


def live(page):
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def page():
    page = make_content_page(
        lead_fr="Bonjour", lead_en="Hello all", lead_es="Hola a todas"
    )
    save(page, lead_fr="Bonsoir", lead_en="Good evening", lead_es="Hola a todos")
    return page


@pytest.fixture
def staff(db):
    return signed_in(make_staff())


def test_what_would_change_is_shown_word_by_word_before_anything_is_published(
    page, staff
):
    response = staff.get(url("publish", page))

    soup = BeautifulSoup(response.content, "html.parser")
    assert [tag.get_text() for tag in soup.main.find_all("del")] == ["removed: todas"]
    assert [tag.get_text() for tag in soup.main.find_all("ins")] == ["added: todos"]
    assert "Good evening" not in text(response)
    assert live(page).lead_es == "Hola a todas"


def test_confirming_publishes_that_language_alone(page, staff):
    response = staff.post(url("publish", page), follow=True)

    assert "is published in Spanish" in text(response)
    assert live(page).lead_es == "Hola a todos"
    assert live(page).lead_en == "Hello all"
    assert latest(page).lead_en == "Good evening"


def test_the_menu_of_a_page_offers_the_languages_that_wait(page, staff):
    before = text(staff.get(edit_url(page)))
    staff.post(url("publish", page))
    after = text(staff.get(edit_url(page)))

    assert "Publish Spanish alone" in before
    assert "Publish English alone" in after
    assert "Publish Spanish alone" not in after


def test_an_unfinished_body_is_refused_with_what_to_translate(staff):
    page = make_content_page(body_fr=body("Un", "Deux"))
    save(page, body_es=body("Uno"))

    response = staff.post(url("publish", page), follow=True)

    assert "Not translated yet" in text(response)
    assert not live(page).body_es


def test_a_page_that_is_a_draft_says_what_to_do_first(page, staff):
    page.unpublish()

    shown, tried = (
        staff.get(url("publish", page)),
        staff.post(url("publish", page), follow=True),
    )

    assert "Publish the page first" in text(shown)
    assert "Publish the page first" in text(tried)


def test_publishing_twice_says_that_visitors_read_it_already(page, staff):
    staff.post(url("publish", page))

    assert "Visitors already read" in text(
        staff.post(url("publish", page), follow=True)
    )


def test_a_page_locked_by_somebody_else_is_not_published(page, staff):
    page = live(page)
    page.locked, page.locked_by = True, make_staff()
    page.save()

    response = staff.post(url("publish", page), follow=True)

    assert "locked" in text(response)
    assert live(page).lead_es == "Hola a todas"


@pytest.mark.parametrize("make", [lambda: make_translator("es"), make_user])
def test_who_may_not_publish_cannot(page, make):
    client = signed_in(make())

    assert client.get(url("publish", page)).status_code == 302
    assert client.post(url("publish", page)).status_code == 302
    assert live(page).lead_es == "Hola a todas"


def test_settings_are_published_in_one_language_too(staff):
    settings = SiteSettings.objects.get()
    settings.strapline_fr, settings.strapline_es = "Ensemble", "Juntas"
    settings.save()
    settings.save_revision().publish()
    settings.strapline_fr, settings.strapline_es = "Toutes ensemble", "Todas juntas"
    settings.save_revision()
    form = reverse("wagtailsnippets_core_sitesettings:edit", args=[settings.pk])

    offered = staff.get(form).content.decode()
    staff.post(url("publish", settings))

    settings = SiteSettings.objects.get()
    assert "/admin/translations/language/" in offered
    assert settings.strapline_es == "Todas juntas"
    assert settings.strapline_fr == "Ensemble"


def test_the_page_of_a_language_says_how_far_it_is(page, staff):
    save(page, lead_fr="Autre chose")

    response = staff.get(url("language", page))

    assert "Translated from French" in text(response)
    assert "Outdated: 1" in text(response)


def test_a_page_born_in_spanish_makes_the_french_wait_for_it(page, staff):
    staff.post(url("source", page), {"source": ""})
    staff.post(url("source", page, "fr"), {"source": "es"})

    save(page, lead_es="Algo muy distinto")

    assert state(page, "lead", "fr") == State.OUTDATED
    assert version(page, "es").is_original


def test_a_chain_of_sources_shows_what_waits_for_what(page, staff):
    for language, source in (("es", ""), ("en", "es"), ("fr", "en")):
        staff.post(url("source", page, "fr"), {"source": ""})
        staff.post(url("source", page, language), {"source": source})

    save(page, lead_es="Algo muy distinto")

    assert state(page, "lead", "en") == State.OUTDATED
    assert state(page, "lead", "fr") == State.WAITING


def test_another_source_writes_no_text_and_leaves_done_what_was_done(page, staff):
    before = latest(page).serializable_data()
    assert state(page, "lead", "es") == State.DONE

    staff.post(url("source", page), {"source": "en"})

    assert latest(page).serializable_data() == before
    assert version(page, "es").source_language == "en"
    assert state(page, "lead", "es") == State.DONE


def test_a_language_translated_from_itself_in_the_end_is_refused(page, staff):
    staff.post(url("source", page), {"source": "en"})

    response = staff.post(url("source", page, "fr"), {"source": "es"}, follow=True)

    assert "Français ← Español ← English" in text(response)
    assert version(page, "fr").source_language == ""


def test_one_text_may_come_from_another_language_than_the_page(page, staff):
    staff.post(url("source", page), {"source": "en", "place": "lead"})

    save(page, lead_en="Something quite different")

    assert state(page, "lead", "es") == State.OUTDATED
    assert version(page, "es").source_language == "fr"


def test_circles_of_one_text_are_refused_too(page, staff):
    staff.post(url("source", page, "en"), {"source": "es", "place": "lead"})

    response = staff.post(
        url("source", page), {"source": "en", "place": "lead"}, follow=True
    )

    assert "would be translated from itself" in text(response)
    assert version(page, "es").texts.get(place="lead").own_source == ""


@pytest.mark.parametrize(
    "posted", [{"source": "xx"}, {"source": "en", "place": "nowhere/at/all"}]
)
def test_a_forged_source_is_refused_with_a_message(page, staff, posted):
    response = staff.post(url("source", page), posted, follow=True)

    assert response.status_code == 200
    assert "No text was changed" not in text(response)
    assert version(page, "es").source_language == "fr"


def test_translators_do_not_choose_the_source(page):
    client = signed_in(make_translator("es"))

    response = client.post(url("source", page), {"source": "en"})

    assert response.url == "/admin/"
    assert version(page, "es").source_language == "fr"
    assert 'name="source"' not in client.get(url("language", page)).content.decode()


@pytest.mark.parametrize("name", ["language", "publish", "changes", "history"])
def test_a_language_that_the_site_no_longer_has_has_no_page(page, staff, name):
    address = url(name, page)
    LanguageVersion.objects.of(page).filter(language="es").update(language="pt")

    assert staff.get(address).status_code == 404


def test_looking_changes_nothing(page, staff):
    before = version(page, "es").updated_at

    for name in ("language", "publish", "changes"):
        assert staff.get(url(name, page)).status_code == 200
    assert staff.get(url("source", page)).status_code == 405

    assert version(page, "es").updated_at == before
    assert live(page).lead_es == "Hola a todas"


def test_an_emptied_text_says_in_which_language_visitors_will_read_it(page, staff):
    save(page, lead_es="")

    response = staff.get(url("publish", page))

    assert "visitors read this text in French instead" in text(response)


def test_a_changed_text_says_nothing_of_another_language(page, staff):
    assert "instead" not in text(staff.get(url("publish", page)))
