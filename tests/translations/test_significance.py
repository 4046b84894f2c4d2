"""An editor says of a changed text whether its translations still hold; whatever is said, they stay live."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.models import SiteSettings
from tests.admin.forms import open_form, open_page
from tests.admin.people import make_staff, make_translator, make_user, signed_in
from tests.factories import make_content_page
from tests.translations.test_states import body, latest, save, state, version
from translations.models import State
from translations.significance import changed_texts, decide, undecided_texts

pytestmark = pytest.mark.django_db

SPANISH = ("Uno", "Dos", "Tres", "Cuatro", "Cinco", "Seis")
ENGLISH = ("One", "Two", "Three", "Four", "Five", "Six")
TYPO, REWRITTEN = "body/block-3", "body/block-5"


@pytest.fixture
def page():
    """A page on which a typo in block 3 was corrected and block 5 was written anew."""
    french = ["Un", "Deux", "Trois", "Quattre mots", "Cinq", "Six personnes"]
    page = make_content_page(
        title_es="Gobernanza",
        title_en="Governance",
        body_fr=body(*french),
        body_es=body(*SPANISH),
        body_en=body(*ENGLISH),
    )
    french[3], french[5] = "Quatre mots", "Une tout autre phrase"
    save(page, body_fr=body(*french)).publish()
    return page


def asked(page):
    return reverse("translation_changes", args=[version(page, "fr").pk])


def answers(response) -> dict[tuple[str, str], str]:
    """Return what the page offers to tick, by language and place."""
    soup = BeautifulSoup(response.content, "html.parser")
    values = [box["value"] for box in soup.find_all("input", {"name": "valid"})]
    return {(value.split()[0], value.split()[2]): value for value in values}


def answer(client, page, *valid):
    offered = answers(client.get(asked(page)))
    return client.post(
        asked(page),
        {"shown": list(offered.values()), "valid": [offered[key] for key in valid]},
    )


def test_the_changed_texts_are_listed_with_what_changed(page):
    response = signed_in(make_staff()).get(asked(page))

    soup = BeautifulSoup(response.content, "html.parser")
    assert [tag.get_text().strip() for tag in soup.main.find_all("del")] == [
        "removed: Quattre",
        "removed: Six personnes",
    ]
    assert set(answers(response)) == {
        (language, place) for language in ("en", "es") for place in (TYPO, REWRITTEN)
    }


def test_after_a_typo_and_a_rewriting_only_the_rewritten_text_is_outdated(page, client):
    answer(signed_in(make_staff()), page, ("es", TYPO), ("en", TYPO))

    for language in ("es", "en"):
        assert state(page, TYPO, language) == State.DONE
        assert state(page, REWRITTEN, language) == State.OUTDATED
        assert version(page, language).outdated == 1
    assert "Seis" in client.get("/es/gobernanza/").content.decode()


def test_a_text_may_hold_in_one_language_alone(page):
    answer(signed_in(make_staff()), page, ("es", TYPO))

    assert state(page, TYPO, "es") == State.DONE
    assert state(page, TYPO, "en") == State.OUTDATED


def test_the_next_change_is_measured_from_the_source_that_was_called_valid(page):
    answer(signed_in(make_staff()), page, ("es", TYPO))

    save(page, body_fr=body("Un", "Deux", "Trois", "Quatre phrases", "Cinq", "Six"))

    record = version(page, "es").texts.get(place=TYPO)
    assert record.state == State.OUTDATED
    assert record.source_text == "<p>Quatre mots</p>"


def test_nothing_ticked_means_translate_again(page):
    answer(signed_in(make_staff()), page)

    assert version(page, "es").outdated == 2
    page = type(page).objects.get(pk=page.pk)
    assert undecided_texts(page, make_staff()) == []
    assert len(changed_texts(page, make_staff())) == 2


def test_no_text_is_written(page):
    before = latest(page).serializable_data()

    answer(signed_in(make_staff()), page, ("es", TYPO), ("en", REWRITTEN))

    assert latest(page).serializable_data() == before


def test_a_source_that_changed_meanwhile_is_asked_about_again(page):
    client = signed_in(make_staff())
    offered = answers(client.get(asked(page)))
    save(page, body_fr=body("Un", "Deux", "Trois", "Mille mots", "Cinq", "Six"))

    response = client.post(
        asked(page),
        {"shown": list(offered.values()), "valid": [offered["es", TYPO]]},
        follow=True,
    )

    assert "once more meanwhile" in response.content.decode()
    assert state(page, TYPO, "es") == State.OUTDATED


def test_an_editor_is_asked_after_a_save_but_not_after_an_automatic_one():
    page = make_content_page(lead_fr="Bonjour", lead_es="Hola")
    client = signed_in(make_staff())

    saved_by_itself = open_page(client, page).set(lead_fr="Bonsoir").autosave()
    saved = open_page(client, page).save()

    messages = client.get(saved.url).content.decode()
    assert b"Still valid" not in saved_by_itself.content
    assert "1 text was changed after it was translated" in messages
    assert asked(page) in messages


def test_an_editor_who_decided_is_not_asked_again(page):
    client = signed_in(make_staff())
    answer(client, page)

    saved = open_page(client, page).set(lead_fr="Autre chose").save()

    assert "after they were translated" not in client.get(saved.url).content.decode()


def test_an_editor_of_the_settings_is_asked_too():
    settings = SiteSettings.objects.get()
    settings.strapline_fr, settings.strapline_es = "Ensemble", "Juntas y juntos"
    settings.save()
    settings.save_revision().publish()
    client = signed_in(make_staff())
    url = reverse("wagtailsnippets_core_sitesettings:edit", args=[settings.pk])

    open_form(client, url).set(strapline_fr="Ensemble !").save()

    assert asked(settings) in client.get(url).content.decode()
    assert client.get(asked(settings)).status_code == 200


def test_translators_judge_their_own_language_alone(page):
    translator = make_translator("es")
    client = signed_in(translator)
    forged = [
        line.replace("es ", "en ", 1)
        for line in answers(client.get(asked(page))).values()
    ]

    response = client.post(asked(page), {"shown": forged, "valid": forged})

    assert {language for language, _place in answers(client.get(asked(page)))} == {"es"}
    assert response.status_code == 302
    assert version(page, "en").outdated == 2
    with pytest.raises(PermissionDenied):
        decide(version(page, "en"), translator, {TYPO: ""}, {TYPO})


def test_who_may_not_edit_the_page_reads_nothing_of_it(page):
    client = signed_in(make_user())

    assert client.get(asked(page)).status_code == 302


@pytest.mark.parametrize("line", ["", "es", "es abc", "xx abc lead", "es \x00 lead"])
def test_what_no_form_would_post_changes_nothing(page, line):
    client = signed_in(make_staff())

    response = client.post(asked(page), {"shown": [line], "valid": [line]})

    assert response.status_code == 302
    assert version(page, "es").outdated == 2


def test_a_version_that_is_not_there_is_missing():
    url = reverse("translation_changes", args=[10**12])

    assert signed_in(make_staff()).get(url).status_code == 404
