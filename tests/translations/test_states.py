"""A translation knows the words of the source that it was made from."""

import pytest

from core.models import SiteSettings
from tests.admin.people import make_staff
from tests.factories import faq_item, make_content_page, make_faq_page
from translations.models import LanguageVersion, State

pytestmark = pytest.mark.django_db


def version(page, language):
    return LanguageVersion.objects.of(page).get(language=language)


def state(page, place, language="es"):
    return version(page, language).texts.get(place=place).state


def latest(page):
    """Return the latest draft of `page`, whatever was saved since the test made it."""
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def save(page, user=None, **texts):
    """Save a draft of `page` in which `texts` were typed."""
    draft = latest(page)
    for name, text in texts.items():
        setattr(draft, name, text)
    return draft.save_revision(user=user, clean=False)


def test_a_text_without_translation_is_missing():
    page = make_content_page(lead_fr="Bonjour")

    assert state(page, "lead") == State.MISSING
    assert version(page, "es").missing == 2


def test_a_text_empty_in_the_source_asks_for_no_translation():
    page = make_content_page(title_es="Gobernanza", lead_fr="")

    assert version(page, "es").todo == 0
    assert version(page, "es").percent_done == 100


def test_texts_written_together_are_done():
    page = make_content_page(lead_fr="Bonjour", lead_es="Buenos días")

    assert state(page, "lead") == State.DONE


def test_a_changed_source_makes_its_translations_outdated():
    page = make_content_page(lead_fr="Bonjour", lead_es="Hola", lead_en="Hello")

    save(page, lead_fr="Bonsoir")

    assert state(page, "lead", "es") == State.OUTDATED
    assert state(page, "lead", "en") == State.OUTDATED
    assert latest(page).lead_es == "Hola"


def test_an_outdated_translation_remembers_the_source_it_was_made_from():
    page = make_content_page(lead_fr="Bonjour", lead_es="Hola")

    save(page, lead_fr="Bonsoir")

    record = version(page, "es").texts.get(place="lead")
    assert record.source_text == "Bonjour"


def test_a_source_that_goes_back_makes_its_translation_done_again():
    page = make_content_page(lead_fr="Bonjour", lead_es="Hola")
    save(page, lead_fr="Bonsoir")

    save(page, lead_fr="Bonjour")

    assert state(page, "lead") == State.DONE


def test_a_missing_translation_that_is_typed_is_done():
    page = make_content_page(lead_fr="Bonjour")
    person = make_staff()

    save(page, person, lead_es="Hola")

    record = version(page, "es").texts.get(place="lead")
    assert record.state == State.DONE
    assert record.confirmed_by == person


def test_source_and_translation_changed_in_one_save_are_done():
    page = make_content_page(lead_fr="Bonjour", lead_es="Hola")

    save(page, lead_fr="Bonsoir", lead_es="Buenas noches")

    assert state(page, "lead") == State.DONE


def test_an_outdated_translation_that_is_edited_is_to_be_reviewed():
    page = make_content_page(lead_fr="Bonjour", lead_es="Hola")
    save(page, lead_fr="Bonsoir")

    save(page, lead_es="¡Hola!")

    record = version(page, "es").texts.get(place="lead")
    assert record.state == State.UNREVIEWED
    assert record.source_text == "Bonjour"


def test_rich_text_that_only_the_editor_wrote_anew_is_no_change():
    item = faq_item(answer_fr="<p>Oui.</p>", answer_es="<p>Sí.</p>")
    page = make_faq_page(items=[item])
    draft = page.get_latest_revision_as_object()
    draft.items.all()[0].answer_fr = '<p data-block-key="x1y2z">Oui.</p>'
    draft.save_revision()

    assert state(page, f"items:{item.row_key}/answer") == State.DONE


def test_texts_of_rows_have_states_of_their_own():
    item = faq_item(question_es="¿Ofrecen pasantías?")
    page = make_faq_page(items=[item])

    assert state(page, f"items:{item.row_key}/question") == State.DONE
    assert state(page, f"items:{item.row_key}/answer") == State.MISSING


def test_a_text_that_comes_back_remembers_its_translation():
    item = faq_item(answer_fr="<p>Oui.</p>", answer_es="<p>Sí.</p>")
    page = make_faq_page(items=[item])
    save(page, items=[])
    assert version(page, "es").done == 0

    item.answer_fr = "<p>Non.</p>"
    save(page, items=[item])

    assert state(page, f"items:{item.row_key}/answer") == State.OUTDATED


# Streams


def body(*texts):
    return [
        {"type": "text", "value": f"<p>{text}</p>", "id": f"block-{number}"}
        for number, text in enumerate(texts)
    ]


def test_of_a_body_only_the_changed_block_is_outdated():
    page = make_content_page(body_fr=body("Un", "Deux"), body_es=body("Uno", "Dos"))

    save(page, body_fr=body("Un", "Trois"))

    assert state(page, "body/block-0") == State.DONE
    assert state(page, "body/block-1") == State.OUTDATED


def test_moving_blocks_changes_no_state():
    page = make_content_page(body_fr=body("Un", "Deux"), body_es=body("Uno", "Dos"))

    save(page, body_fr=list(reversed(body("Un", "Deux"))))

    assert version(page, "es").outdated == 0


def test_blocks_built_by_hand_are_paired_by_their_order():
    spanish = [{**block, "id": f"own-{block['id']}"} for block in body("Uno", "Dos")]

    page = make_content_page(body_fr=body("Un", "Deux"), body_es=spanish)

    assert state(page, "body/block-1") == State.DONE


# Any language may be the source


def born_in_spanish():
    """Return a page written in Spanish, translated to English, and from English to French."""
    page = make_content_page(
        title_en="Statement", lead_es="Hola", lead_en="Hello", lead_fr="Bonjour"
    )
    for language, source in {"es": "", "en": "es", "fr": "en"}.items():
        LanguageVersion.objects.of(page).filter(language=language).update(
            source_language=source
        )
    save(page)
    return page


def test_what_is_translated_from_an_outdated_text_waits_for_it():
    page = born_in_spanish()

    save(page, lead_es="Buenas noches")

    assert state(page, "lead", "en") == State.OUTDATED
    assert state(page, "lead", "fr") == State.WAITING


def test_what_is_translated_from_a_missing_text_waits_for_it():
    page = born_in_spanish()

    save(page, lead_en="")

    assert state(page, "lead", "en") == State.MISSING
    assert version(page, "fr").waiting >= 1


def test_a_text_with_a_source_of_its_own_waits_for_it_wherever_that_stands():
    page = born_in_spanish()
    english = version(page, "en").texts.filter(place="lead")
    english.update(own_source="fr")
    version(page, "fr").texts.filter(place="lead").update(own_source="es")

    save(page, lead_es="Buenas noches")

    assert state(page, "lead", "fr") == State.OUTDATED
    assert state(page, "lead", "en") == State.WAITING


def test_a_source_that_the_site_no_longer_has_is_given_up():
    page = make_content_page(lead_fr="Bonjour", lead_es="Hola")
    LanguageVersion.objects.of(page).filter(language="es").update(source_language="pt")
    version(page, "es").texts.filter(place="lead").update(own_source="pt")

    save(page, lead_fr="Bonsoir")

    assert version(page, "es").source_language == "fr"
    assert state(page, "lead") == State.OUTDATED


# What follows the life of a page


def test_a_version_tells_which_language_visitors_do_not_see_yet():
    page = make_content_page(lead_fr="Bonjour", lead_es="Hola")
    revision = save(page, lead_es="¡Hola!")

    assert version(page, "es").is_unpublished
    assert not version(page, "en").is_unpublished
    revision.publish()
    assert not version(page, "es").is_unpublished


def test_an_alias_asks_for_no_translation():
    page = make_content_page(lead_fr="Bonjour")

    alias = page.create_alias(parent=page.get_parent(), update_slug="autre")

    assert not LanguageVersion.objects.of(alias.specific).exists()


def test_a_deleted_page_takes_its_versions_along():
    page = make_content_page()
    pk = page.pk

    page.delete()

    assert not LanguageVersion.objects.filter(page_id=pk).exists()


def test_site_settings_have_states_too():
    settings = SiteSettings.objects.create(name_fr="WIEGO", strapline_fr="Ensemble")

    assert state(settings, "strapline") == State.MISSING
