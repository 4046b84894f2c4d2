"""Many reviewed texts are confirmed at once: those that were shown and ticked, and no others."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from tests.admin.people import make_staff, make_translator, make_user, signed_in
from tests.factories import make_content_page
from tests.translations.queue.work import left_of
from tests.translations.test_states import save, state, version
from translations.models import LanguageVersion, State, TranslatedText
from translations.saving import save_texts

pytestmark = pytest.mark.django_db

CONFIRM = reverse(
    "wagtail_bulk_action", args=["translations", "languageversion", "confirm"]
)


@pytest.fixture
def page():
    """A page with one text to review, one outdated and one missing in Spanish."""
    made = make_content_page(
        title_es="Gobernanza",
        headline_fr="Nos principes",
        headline_es="Nuestros principios",
        lead_fr="Bonjour",
        seo_title_fr="Principes",
    )
    save(made, headline_fr="Nos principes à toutes")
    spanish = version(made, "es")
    save_texts(spanish, make_staff(), {"lead": "Hola"}, {"lead": ""})
    assert [state(made, place) for place in ("headline", "lead", "seo_title")] == [
        State.OUTDATED,
        State.UNREVIEWED,
        State.MISSING,
    ]
    return made


def look(client, *versions, **query):
    keys = [one.pk for one in versions] or ["all"]
    return client.get(
        CONFIRM, {"id": keys, "next": reverse("translations_queue"), **query}
    )


def boxes(response, every=False) -> list[str]:
    """Return the values of the boxes that come ticked, or of all."""
    soup = BeautifulSoup(response.content, "html.parser")
    found = soup.find_all("input", {"name": "texts"})
    return [box["value"] for box in found if every or box.has_attr("checked")]


def confirm(client, response, ticked):
    query = response.request["QUERY_STRING"]
    return client.post(f"{CONFIRM}?{query}", {"texts": ticked}, follow=True)


def states(page, language="es"):
    records = TranslatedText.objects.filter(version=version(page, language))
    return dict(records.values_list("place", "state"))


def test_ticked_texts_become_done_and_missing_ones_are_not_even_shown(page):
    person = make_translator("es")
    client = signed_in(person)
    shown = look(client, version(page, "es"))

    confirm(client, shown, boxes(shown, every=True))

    assert [box.rpartition(" ")[2] for box in boxes(shown, every=True)] == [
        "headline",
        "lead",
    ]
    assert state(page, "lead") == state(page, "headline") == State.DONE
    assert state(page, "seo_title") == State.MISSING
    record = version(page, "es").texts.get(place="lead")
    assert record.confirmed_by == person
    assert record.confirmed_at <= timezone.now()


def test_an_outdated_text_comes_unticked_with_what_changed_in_its_source(page):
    client = signed_in(make_translator("es"))

    shown = look(client, version(page, "es"))

    assert [box.rpartition(" ")[2] for box in boxes(shown)] == ["lead"]
    assert "à toutes</ins>" in shown.content.decode()
    assert len(boxes(look(client, version(page, "es"), outdated=1))) == 2


def test_what_is_not_ticked_stays_as_it_is(page):
    client = signed_in(make_translator("es"))
    shown = look(client, version(page, "es"))

    confirm(client, shown, boxes(shown))

    assert state(page, "lead") == State.DONE
    assert state(page, "headline") == State.OUTDATED


def test_no_text_is_written_by_confirming(page):
    client = signed_in(make_translator("es"))
    shown = look(client, version(page, "es"))
    revisions = page.revisions.count()

    confirm(client, shown, boxes(shown, every=True))

    assert page.revisions.count() == revisions


@pytest.mark.parametrize("change", [{"lead_fr": "Bonsoir"}, {"lead_es": "Buenas"}])
def test_a_text_that_was_changed_after_it_was_shown_is_looked_at_again(page, change):
    client = signed_in(make_translator("es"))
    shown = look(client, version(page, "es"))
    save(page, **change)

    response = confirm(client, shown, boxes(shown))

    assert state(page, "lead") != State.DONE
    assert "1 text was changed or locked meanwhile" in response.content.decode()


def test_a_translator_confirms_no_other_language(page):
    client = signed_in(make_translator("en"))
    spanish = version(page, "es")
    shown = look(signed_in(make_translator("es")), spanish)

    response = look(client, spanish)
    client.post(f"{CONFIRM}?id={spanish.pk}", {"texts": boxes(shown, every=True)})

    assert boxes(response, every=True) == []
    assert state(page, "lead") == State.UNREVIEWED


def test_a_version_that_was_not_asked_for_is_not_confirmed(page):
    client = signed_in(make_translator("es"))
    other = make_content_page(title_es="Otra", lead_fr="Un")
    shown = look(client, version(page, "es"))

    client.post(
        f"{CONFIRM}?id={version(other, 'es').pk}", {"texts": boxes(shown, every=True)}
    )

    assert state(page, "lead") == State.UNREVIEWED


def test_a_person_of_one_section_confirms_nothing_elsewhere(page):
    person = make_translator("es")
    person.groups.get().page_permissions.update(
        page=make_content_page(title_fr="Section")
    )

    assert look(signed_in(person), version(page, "es")).status_code == 404


def test_whoever_writes_no_language_confirms_nothing(page):
    assert look(signed_in(make_user()), version(page, "es")).status_code == 302


def test_a_page_that_somebody_locked_is_not_confirmed(page):
    client = signed_in(make_translator("es"))
    shown = look(client, version(page, "es"))
    type(page).objects.update(locked=True, locked_by=make_staff())

    response = confirm(client, shown, boxes(shown))

    assert state(page, "lead") == State.UNREVIEWED
    assert "locked meanwhile" in response.content.decode()
    assert boxes(look(client, version(page, "es")), every=True) == []


def test_the_whole_list_is_confirmed_as_it_was_filtered(page):
    other = make_content_page(title_fr="Contact", title_es="Contacto", lead_fr="Un")
    save_texts(version(other, "es"), make_staff(), {"lead": "Uno"}, {"lead": ""})
    client = signed_in(make_translator("es"))

    shown = look(client, state="unreviewed", q="Contact")
    confirm(client, shown, boxes(shown))

    assert state(other, "lead") == State.DONE
    assert state(page, "lead") == State.UNREVIEWED


def test_more_than_fit_on_one_page_come_one_after_the_other(page, monkeypatch):
    monkeypatch.setattr("translations.queue.confirm_action.MOST_VERSIONS", 1)
    other = make_content_page(title_fr="Contact", title_es="Contacto", lead_fr="Un")
    save_texts(version(other, "es"), make_staff(), {"lead": "Uno"}, {"lead": ""})
    client = signed_in(make_translator("es"))

    shown = look(client, state="unreviewed")

    assert "1 more translation comes" in shown.content.decode()
    assert len(shown.context["groups"]) == 1


def test_nothing_ticked_is_said_and_nothing_lost(page):
    client = signed_in(make_translator("es"))
    shown = look(client, version(page, "es"))

    response = confirm(client, shown, [])

    assert "Tick what says the same as its source." in response.content.decode()
    assert len(boxes(response, every=True)) == 2


@pytest.mark.parametrize("ticked", ["", "x", "1", "99 a b", "1 \x00 lead", "² a b"])
def test_a_forged_tick_is_nothing(page, ticked):
    client = signed_in(make_translator("es"))
    shown = look(client, version(page, "es"))

    assert confirm(client, shown, [ticked]).status_code == 200

    assert state(page, "lead") == State.UNREVIEWED


def test_the_desk_and_the_page_of_the_language_lead_there(page):
    client = signed_in(make_translator("es"))
    spanish = version(page, "es")

    for name in ("translations_desk", "translation_language"):
        address = reverse(name, args=[spanish.pk])
        soup = BeautifulSoup(client.get(address).content, "html.parser")
        link = soup.find("a", string=lambda text: text and "Confirm texts" in text)
        link = link or next(a for a in soup.find_all("a") if "Confirm texts" in a.text)
        shown = client.get(link["href"])
        assert len(boxes(shown, every=True)) == 2
        assert shown.context["next"] == address


def test_the_number_of_queries_grows_with_the_pages_shown_alone(page):
    """Rows of which nothing waits to be confirmed are not even opened."""
    LanguageVersion.objects.filter(page=page, language="en").update(**left_of("en", 3))

    response = look(signed_in(make_staff()), version(page, "en"))

    assert boxes(response, every=True) == []
