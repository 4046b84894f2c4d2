"""A translator reads the source, writes beside it, and is told what became of each text."""

import pytest
from django.urls import reverse

from core.models import SiteSettings
from tests.admin.people import make_staff, make_translator, signed_in
from tests.factories import make_content_page
from tests.translations.desk.desks import (
    Sitting,
    answer,
    desk_url,
    make_desk_page,
    question,
)
from tests.translations.test_states import body, latest, save, state, version
from translations.models import GlossaryTerm, LanguageVersion, Origin, State

pytestmark = pytest.mark.django_db


def test_each_text_stands_beside_its_source_with_its_state():
    page = make_desk_page()

    html = Sitting(page).html

    assert "Question 1\u202f?" in html
    assert "Preguntas frecuentes" in html
    assert "desk-badge--missing" in html
    assert "desk-badge--outdated" in html
    assert "desk-badge--done" in html


def test_an_outdated_text_shows_which_words_of_the_source_changed():
    html = Sitting(make_desk_page()).html

    assert "<del><span" in html
    assert "tout le monde" in html
    assert "toutes et à tous" in html
    assert "Hola a todo el mundo" in html


def test_only_what_is_to_do_is_shown_to_whoever_asks_for_it():
    page = make_desk_page()

    html = Sitting(page).open(show="todo").html

    assert "Question 1\u202f?" in html
    assert "Preguntas frecuentes</textarea>" not in html


def test_what_is_typed_is_saved_on_the_draft_and_is_to_be_reviewed():
    page = make_desk_page()
    place = question(page)

    answered = Sitting(page).autosave({place: "¿Pregunta?"})

    assert answered["texts"][place]["result"] == "saved"
    assert latest(page).items.all()[0].question_es == "¿Pregunta?"
    assert state(page, place) == State.UNREVIEWED


def test_a_text_that_was_only_shown_is_not_written():
    page = make_desk_page()
    sitting = Sitting(page)
    save(page, headline_es="Hola, compañeras")

    response = sitting.submit({question(page): "¿Pregunta?"})

    assert response.status_code == 302
    assert latest(page).headline_es == "Hola, compañeras"
    assert latest(page).items.all()[0].question_es == "¿Pregunta?"


def test_a_text_is_done_when_its_translator_says_so():
    page = make_desk_page()
    place = question(page)

    Sitting(page).submit({place: "¿Pregunta?"}, done=place)

    assert state(page, place) == State.DONE


def test_an_empty_text_is_not_done():
    page = make_desk_page()
    place = question(page)

    answered = Sitting(page).autosave({}, done=place)

    assert answered["texts"][place]["result"] == "error"
    assert "Nothing is written yet" in answered["texts"][place]["notes"]
    assert state(page, place) == State.MISSING


def test_a_text_may_be_the_same_as_its_source():
    page = make_desk_page()

    answered = Sitting(page).autosave({"headline": "Hola"}, same="headline")

    assert "Same as the source" in answered["texts"]["headline"]["badge"]
    assert state(page, "headline") == State.DONE
    assert not latest(page).headline_es


def test_nothing_is_done_whose_source_changed_while_it_was_read():
    page = make_desk_page()
    sitting = Sitting(page)
    save(page, headline_fr="Au revoir")

    answered = sitting.autosave({"headline": "Hola a todas"}, done="headline")

    assert "changed meanwhile" in answered["texts"]["headline"]["notes"]
    assert "Au revoir" in answered["texts"]["headline"]["original"]
    assert latest(page).headline_es == "Hola a todas"
    assert state(page, "headline") == State.UNREVIEWED


def test_two_people_in_one_text_see_both_and_choose():
    page = make_desk_page()
    mine, theirs = Sitting(page), Sitting(page)
    theirs.autosave({"headline": "Buenos días"})

    answered = mine.autosave({"headline": "Bienvenidas"})["texts"]["headline"]

    assert answered["result"] == "conflict"
    assert "Buenos días" in answered["notes"]
    assert latest(page).headline_es == "Buenos días"
    mine.fields["shown:headline"] = answered["shown"]
    mine.autosave({"headline": "Bienvenidas"})
    assert latest(page).headline_es == "Bienvenidas"


def test_without_a_script_a_conflict_keeps_what_was_typed_in_the_field():
    page = make_desk_page()
    mine, theirs = Sitting(page), Sitting(page)
    theirs.autosave({"headline": "Buenos días"})

    html = mine.submit({"headline": "Bienvenidas"}).content.decode()

    assert "Bienvenidas</textarea>" in html
    assert "Buenos días" in html
    assert "Take theirs" in html


def test_a_text_that_was_taken_away_comes_back_to_whoever_wrote_it():
    page = make_desk_page()
    place = question(page)
    sitting = Sitting(page)
    save(page, items=latest(page).items.all()[1:])

    html = sitting.submit({place: "¿Pregunta?"}).content.decode()
    answered = sitting.autosave({place: "¿Pregunta?"})

    assert "¿Pregunta?" in html
    assert "no longer on the page" in answered["gone"][place]


def test_rich_text_is_written_in_the_editor_of_its_field():
    page = make_desk_page()
    sitting = Sitting(page)

    assert "data-draftail-input" in sitting.html
    sitting.submit(
        {f"{answer(page)}": "null"}, **{f"html:{answer(page)}": "<p>Sí.</p>"}
    )

    assert "Sí." in latest(page).items.all()[0].answer_es


def test_a_rich_text_that_does_not_arrive_whole_is_refused():
    page = make_desk_page()

    answered = Sitting(page).autosave({answer(page): '{"blocks": 7}'})

    assert answered["texts"][answer(page)]["result"] == "error"


def test_blocks_of_a_body_are_translated_one_by_one():
    page = make_content_page(body_fr=body("Un", "Deux"))

    Sitting(page).submit(
        {"body/block-1": "null"}, **{"html:body/block-1": "<p>Dos</p>"}
    )

    assert "Dos" in str(latest(page).body_es)


def test_terms_of_the_glossary_are_marked_in_the_source():
    GlossaryTerm.objects.create(term_fr="syndicat", term_es="sindicato")
    page = make_content_page(lead_fr="Un syndicat de vendeuses")

    html = Sitting(page).html

    assert '<mark class="glossary-term" title="sindicato">syndicat' in html


def test_what_is_wrong_with_a_saved_translation_stands_below_it():
    page = make_content_page(lead_fr="Nous sommes 45 organisations")

    answered = Sitting(page).autosave({"lead": "Somos 54 organizaciones"})

    assert "desk-note--warning" in answered["texts"]["lead"]["notes"]


def test_what_a_machine_wrote_is_to_be_reviewed_and_said_to_be_of_a_machine():
    page = make_desk_page()

    Sitting(page).autosave({"headline": "Hola"}, origin="machine")

    assert version(page, "es").texts.get(place="headline").origin == Origin.MACHINE
    assert state(page, "headline") == State.UNREVIEWED


def test_earlier_translations_are_suggested():
    page = make_desk_page()
    sitting = Sitting(page)
    sitting.autosave({question(page): "¿Pregunta cero?"}, done=question(page))
    other = make_content_page(lead_fr="Question 0 ?")
    url = desk_url(other, name="translations_beside")

    html = sitting.client.get(url, {"place": "lead"}).content.decode()

    assert "¿Pregunta cero?" in html


def test_site_settings_and_terms_have_a_desk_too():
    settings = SiteSettings.load()
    settings.save()
    term = GlossaryTerm.objects.create(term_fr="syndicat")

    for instance in (settings, term):
        found = LanguageVersion.objects.of(instance).get(language="es")
        client = signed_in(make_staff())
        response = client.get(reverse("translations_desk", args=[found.pk]))
        assert response.status_code == 200


def test_an_original_has_nothing_to_translate():
    page = make_desk_page()

    html = Sitting(page, make_staff(), "fr").html

    assert "nothing to translate" in html


def test_many_texts_ask_the_database_no_more_than_few(django_assert_max_num_queries):
    few = make_content_page(title_fr="Deux", body_fr=body(*map(str, range(2))))
    many = make_content_page(title_fr="Trente", body_fr=body(*map(str, range(30))))
    client = signed_in(make_translator("es"))
    client.get(desk_url(few))

    counts = []
    for page in (few, many):
        with django_assert_max_num_queries(40) as queries:
            client.get(desk_url(page))
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_a_french_source_is_shown_as_visitors_read_it():
    GlossaryTerm.objects.create(term_fr="syndicat", term_es="sindicato")
    page = make_content_page(
        lead_fr="Quel syndicat ?", body_fr=body("<b>Qui</b> est là ?")
    )

    html = Sitting(page).html

    assert "Quel <mark" in html
    assert "</mark>\u202f?</p>" in html
    assert "là\u202f?" in html


def test_typesetting_hides_no_difference_and_makes_none():
    page = make_content_page(lead_fr="Quel syndicat ?", lead_es="¿Qué sindicato?")
    save(page, lead_fr="Quel syndicat suivre ?")

    [text] = [
        t for t in Sitting(page).response.context["desk"].texts if t.place == "lead"
    ]

    changed = [
        piece.text.strip() for piece in text.difference if piece.change != "same"
    ]
    assert changed == ["suivre"]
    assert "suivre" in Sitting(page).html
