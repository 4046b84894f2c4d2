"""What is translated at the desk goes onto the latest draft, and touches nothing else."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.translation import override

from tests.admin.people import make_staff, make_translator
from tests.factories import faq_item, make_content_page, make_faq_page
from tests.translations.test_states import body, save, state, version
from tests.translations.test_states import latest as draft
from translations.models import State
from translations.saving import save_texts
from translations.states import pairs_of

pytestmark = pytest.mark.django_db


def shown(page, language="es"):
    """Return what a translator sees: the fingerprint of each translation."""
    pairs = pairs_of(version(page, language), draft(page))
    return {pair.place: pair.target_fingerprint for pair in pairs}


def translate(page, user=None, language="es", confirmed=(), **texts):
    user = user or make_translator(language)
    seen = shown(page, language)
    return save_texts(
        version(page, language), user, texts, seen, confirmed=set(confirmed)
    )


def test_a_confirmed_translation_is_done():
    page = make_content_page(lead_fr="Bonjour")
    person = make_translator("es")

    saved = translate(page, person, lead="Hola", confirmed=["lead"])

    assert saved.is_complete
    assert draft(page).lead_es == "Hola"
    assert state(page, "lead") == State.DONE
    assert version(page, "es").texts.get(place="lead").confirmed_by == person


def test_a_translation_saved_on_the_way_is_to_be_reviewed():
    page = make_content_page(lead_fr="Bonjour")

    translate(page, lead="Hol")

    assert draft(page).lead_es == "Hol"
    assert state(page, "lead") == State.UNREVIEWED


def test_an_outdated_translation_is_done_once_it_is_confirmed_as_it_is():
    page = make_content_page(lead_fr="Bonjour", lead_es="Hola")
    save(page, lead_fr="Bonjour !")

    translate(page, confirmed=["lead"])

    assert state(page, "lead") == State.DONE


def test_a_text_confirmed_while_it_is_empty_stays_as_in_the_source():
    page = make_content_page(lead_fr="WIEGO")

    translate(page, confirmed=["lead"])

    assert state(page, "lead") == State.DONE
    assert not draft(page).lead_es


def test_what_others_have_not_published_yet_stays_as_it_is():
    page = make_content_page(lead_fr="Bonjour", lead_en="Hello")
    save(page, lead_en="Hi", lead_fr="Salut")

    translate(page, lead="Hola")

    assert draft(page).lead_en == "Hi"
    assert draft(page).lead_fr == "Salut"
    page.refresh_from_db()
    assert page.lead_es is None


def test_two_languages_saved_from_old_forms_keep_both():
    page = make_content_page(lead_fr="Bonjour")
    seen = {language: shown(page, language) for language in ("es", "en")}

    for language, text in {"es": "Hola", "en": "Hello"}.items():
        person = make_translator(language)
        save_texts(version(page, language), person, {"lead": text}, seen[language])

    assert (draft(page).lead_es, draft(page).lead_en) == ("Hola", "Hello")


def test_the_same_text_in_the_same_language_is_a_conflict_that_shows_both():
    page = make_content_page(lead_fr="Bonjour", headline_fr="Accueil")
    seen = shown(page)
    save(page, lead_es="Buenos días")

    saved = save_texts(
        version(page, "es"),
        make_translator("es"),
        {"lead": "Hola", "headline": "Bienvenida"},
        seen,
    )

    assert [pair.target for pair in saved.conflicts] == ["Buenos días"]
    assert draft(page).lead_es == "Buenos días"
    assert draft(page).headline_es == "Bienvenida"


def test_saving_what_somebody_else_wrote_alike_is_no_conflict():
    page = make_content_page(lead_fr="Bonjour")
    seen = shown(page)
    save(page, lead_es="Hola")

    saved = save_texts(
        version(page, "es"), make_translator("es"), {"lead": "Hola"}, seen
    )

    assert saved.is_complete


def test_a_text_that_was_taken_away_is_refused_with_a_reason():
    item = faq_item()
    page = make_faq_page(items=[item])
    place = f"items:{item.row_key}/question"
    seen = shown(page)
    save(page, items=[])

    with override("en"):
        saved = save_texts(
            version(page, "es"), make_translator("es"), {place: "¿Sí?"}, seen
        )

    assert "no longer" in saved.errors[place]


def test_a_text_that_is_too_long_is_refused_and_the_others_are_saved():
    page = make_content_page(lead_fr="Bonjour", headline_fr="Accueil")

    saved = translate(page, headline="a" * 300, lead="Hola")

    assert "255" in saved.errors["headline"]
    assert draft(page).lead_es == "Hola"


def test_rich_text_loses_what_the_editor_could_not_make():
    item = faq_item(answer_fr="<p>Oui.</p>")
    page = make_faq_page(items=[item])
    place = f"items:{item.row_key}/answer"

    translate(page, **{place: "<p onclick='x()'>Sí.<script>alert(1)</script></p>"})

    answer = draft(page).items.all()[0].answer_es
    assert "Sí." in answer
    assert "script" not in answer
    assert "onclick" not in answer


def test_nobody_writes_a_language_that_is_not_theirs():
    page = make_content_page(lead_fr="Bonjour")

    with pytest.raises(PermissionDenied):
        translate(page, make_translator("en"), lead="Hola")


def test_a_locked_page_is_not_written():
    page = make_content_page(lead_fr="Bonjour")
    page.locked = True
    page.locked_by = make_staff()
    page.save()

    with pytest.raises(PermissionDenied):
        translate(page, lead="Hola")


def test_a_first_title_gets_its_address():
    page = make_content_page(title_fr="Gouvernance")

    translate(page, title="Cómo nos gobernamos")

    assert draft(page).slug_es == "como-nos-gobernamos"


def test_saves_of_one_sitting_are_one_revision():
    page = make_content_page(lead_fr="Bonjour", headline_fr="Accueil")
    person = make_translator("es")
    translate(page, person, lead="Hola")
    count = page.revisions.count()

    translate(page, person, headline="Bienvenida")

    assert page.revisions.count() == count
    assert draft(page).lead_es == "Hola"


# Bodies


def test_a_translated_block_is_made_after_that_of_the_source():
    page = make_content_page(body_fr=body("Un", "Deux", "Trois"))

    translate(page, **{"body/block-2": "<p>Tres</p>"})
    translate(page, **{"body/block-0": "<p>Uno</p>"})

    spanish = draft(page).body_es
    assert [str(block.value.source) for block in spanish] == [
        "<p>Uno</p>",
        "<p>Tres</p>",
    ]
    assert [block.id for block in spanish] == ["block-0", "block-2"]


def test_what_only_the_translation_has_stays_in_its_place():
    page = make_content_page(body_fr=body("Un", "Deux"), body_es=body("Uno"))
    only_spanish = {"type": "text", "value": "<p>Solo aquí</p>", "id": "own"}
    save(page, body_es=[*body("Uno"), only_spanish])

    saved = translate(page, **{"body/block-1": "<p>Dos</p>"})

    assert saved.is_complete, saved
    assert [block.id for block in draft(page).body_es] == ["block-0", "block-1", "own"]
