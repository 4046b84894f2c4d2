from dataclasses import replace

import pytest

from tests.admin.people import make_translator
from translations.memory import concordance, suggestions
from translations.models import MemoryEntry, MemoryWord, MemoryWordCount
from translations.remembering import forget, remember, remember_many
from translations.units import Kind, Unit

pytestmark = pytest.mark.django_db


def unit(source, target="", key="page:1/intro/es", **fields):
    fields = {"kind": Kind.PLAIN, "source_language": "en", **fields}
    fields = {"label": "Introduction", "target_language": "es", **fields}
    return Unit(key=key, source=source, target=target, **fields)


def suggested(text, document=""):
    found = suggestions(text, document).for_text
    return [(suggestion.percent, suggestion.target) for suggestion in found]


def test_the_same_text_elsewhere_is_suggested_with_who_translated_it_and_where():
    person = make_translator("es", first_name="Lucía", last_name="Paz")
    remember(unit("Who may join?", "¿Quién puede unirse?"), person)

    [found] = suggestions(unit("Who may join?", key="page:2/question/es")).for_text

    assert (found.percent, found.target) == (100, "¿Quién puede unirse?")
    assert (found.translator, found.label) == ("Lucía Paz", "Introduction")
    assert found.difference == []


def test_a_similar_text_is_suggested_with_its_difference():
    remember(unit("Street vendors demand fair fees", "Las vendedoras exigen tasas"))

    asked = unit("Street vendors demand fair prices", key="page:2/intro/es")
    [found] = suggestions(asked).for_text

    assert 75 <= found.percent < 100
    assert [(piece.change, piece.text) for piece in found.difference[-2:]] == [
        ("removed", "fees"),
        ("added", "prices"),
    ]


def test_what_is_too_different_is_not_suggested():
    remember(unit("Street vendors demand fair fees", "Las vendedoras exigen tasas"))

    asked = unit("Street vendors read many books about childcare", key="page:2/a/es")
    assert suggested(asked) == []


def test_another_pair_of_languages_is_not_suggested():
    remember(unit("Contact", "Contacto"))

    assert suggested(unit("Contact", key="x", target_language="fr")) == []
    assert suggested(unit("Contact", key="x", source_language="fr")) == []


def test_a_text_is_not_suggested_to_itself():
    remember(unit("Who may join?", "¿Quién puede unirse?"))

    assert suggested(unit("Who may join?")) == []


def test_the_same_document_comes_first_and_the_latest_next():
    remember(unit("Apply now", "Solicite ya", key="a"), document="page:9")
    remember(unit("Apply now", "Postule ya", key="b"), document="page:1")
    remember(unit("Apply now", "Solicite ahora", key="c"), document="page:9")

    found = suggestions(unit("Apply now", key="d"), document="page:1").for_text

    assert [s.target for s in found] == ["Postule ya", "Solicite ahora", "Solicite ya"]
    assert [s.is_same_document for s in found] == [True, False, False]


def test_a_translation_that_many_texts_share_is_suggested_once():
    remember_many(unit("Apply now", "Solicite ya", key=str(n)) for n in range(8))

    assert suggested(unit("Apply now", key="d")) == [(100, "Solicite ya")]


def test_the_latest_translation_of_a_text_replaces_the_one_before():
    remember(unit("Apply now", "Solicite ya", key="a"))
    remember(unit("Apply now", "Postule ya", key="a"))

    assert suggested(unit("Apply now", key="d")) == [(100, "Postule ya")]
    assert MemoryEntry.objects.count() == 1


def test_a_text_without_a_translation_is_forgotten():
    remember(unit("Apply now", "Solicite ya", key="a"))
    remember(unit("Apply now", "  ", key="a"))

    assert not MemoryEntry.objects.exists()
    assert not MemoryWord.objects.exists()


def test_sentences_are_suggested_where_the_whole_is_new():
    remember(
        unit(
            "<p>WIEGO was founded in 1997. It works in many cities.</p>",
            "<p>WIEGO se fundó en 1997. Trabaja en muchas ciudades.</p>",
            kind=Kind.RICH,
            key="a",
        )
    )

    asked = (
        "<p>About us. WIEGO was founded in 1997.</p><p>And much more to be read.</p>"
    )
    found = suggestions(unit(asked, kind=Kind.RICH, key="b"))

    [(sentence, [suggestion])] = found.for_sentences
    assert sentence == "WIEGO was founded in 1997."
    assert (suggestion.percent, suggestion.target) == (100, "WIEGO se fundó en 1997.")
    assert found.for_text == []


def test_a_suggestion_keeps_its_formats_and_takes_the_links_of_the_text():
    remember(
        unit(
            '<p>Read <b>our</b> <a linktype="page" id="1">rules</a></p>',
            '<p>Lea <b>nuestras</b> <a linktype="page" id="1">reglas</a></p>',
            kind=Kind.RICH,
            key="a",
        )
    )

    asked = '<p>Read our <a linktype="page" id="44">rules</a></p>'
    found = suggested(unit(asked, kind=Kind.RICH, key="b"))

    target = '<p>Lea <b>nuestras</b> <a linktype="page" id="44">reglas</a></p>'
    assert found == [(100, target)]


def test_suggestions_and_concordance_cost_two_queries_each(
    django_assert_max_num_queries,
):
    person = make_translator("es")
    remember_many(
        [
            unit(f"Text {n} of the members. It is long.", f"Texto {n}. Es.", key=str(n))
            for n in range(40)
        ],
        person,
    )

    with django_assert_max_num_queries(2):
        found = suggestions(unit("Text 7 of the members. It is long.", key="x"))
        assert found.for_text and found.for_sentences
    with django_assert_max_num_queries(2):
        assert concordance("members", "en", "es")


def test_a_concordance_finds_words_in_any_form_with_their_translation():
    remember(unit("Street vendors organize", "Las vendedoras se organizan", key="a"))
    remember(unit("The street is long", "La calle es larga", key="b"))

    found = concordance("vendor street", "en", "es")

    assert [entry.target_text for entry in found] == ["Las vendedoras se organizan"]
    assert concordance("", "en", "es") == concordance("nowhere", "en", "es") == []


def test_what_is_forgotten_is_suggested_no_more_and_counted_no_more(
    django_capture_on_commit_callbacks,
):
    with django_capture_on_commit_callbacks(execute=True):
        remember(unit("Apply now", "Solicite ya", key="a"))
    assert MemoryWordCount.objects.filter(count=1).count() == 3

    with django_capture_on_commit_callbacks(execute=True):
        forget(["a"])

    assert suggested(unit("Apply now", key="b")) == []
    assert not MemoryWordCount.objects.exclude(count=0).exists()


def test_a_text_of_common_words_alone_is_still_found_where_it_is_the_same(monkeypatch):
    monkeypatch.setattr("translations.memory.MOST_WORDS_READ", 0)
    remember(unit("Apply now", "Solicite ya", key="a"))

    assert suggested(unit("Apply now", key="b")) == [(100, "Solicite ya")]


def test_very_long_texts_are_remembered_and_found():
    words = " ".join(f"word{number}" for number in range(3000))
    text = unit(words, words.upper(), key="a")
    remember(text)

    assert suggested(replace(text, key="b")) == [(100, words.upper())]
