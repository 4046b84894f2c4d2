"""What is written and what is asked for meet in the same terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import terms, terms_of, tokens


def finds(asked, written, language):
    """Tell whether each word asked for is among the terms of what is written."""
    found = set(terms(written, language))
    return all(token.terms & found for token in tokens(asked, language))


@pytest.mark.parametrize(
    "asked", ["travailleur", "travailleuse", "travailleurs", "travailleuses"]
)
@pytest.mark.parametrize(
    "written",
    [
        "travailleuse·eur·s",
        "travailleur·euse·s",
        "travailleur·se·s",
        "travailleuses·eurs",
        "travailleur.euse.s",
        "travailleur-euse-s",
        "travailleuses et travailleurs",
        "TRAVAILLEUSE•EUR•S",
    ],
)
def test_inclusive_french_is_found_by_each_word_it_stands_for(asked, written):
    assert finds(asked, written, "fr")


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("étudiantes", "étudiant·e·s"),
        ("etudiant", "étudiant(e)s"),
        ("employés", "employé-e-s"),
        ("directrices", "directeur·rice·s"),
        ("acteur", "actrice·teur·s"),
        ("récupérateurs", "récupératrice·eur de matériaux"),
        ("ouvrière", "ouvrier·ère·s"),
        ("ouvrier", "ouvrière·ier·s"),
        ("citoyenne", "citoyen·ne·s"),
        ("syndicaux", "syndical·aux"),
        ("marchand", "marchande·marchand"),
        ("créatifs", "créative·if·s"),
        ("heureuse", "heureux·se·s"),
    ],
)
def test_french_endings_of_many_kinds_are_opened(asked, written):
    assert finds(asked, written, "fr")


@pytest.mark.parametrize(
    "asked", ["trabajador", "trabajadora", "trabajadores", "trabajadoras"]
)
@pytest.mark.parametrize(
    "written",
    [
        "trabajadoras/es",
        "trabajadores/as",
        "trabajador/a",
        "trabajador(a)",
        "trabajador@s",
        "trabajador·a",
    ],
)
def test_inclusive_spanish_is_found_by_each_word_it_stands_for(asked, written):
    assert finds(asked, written, "es")


@pytest.mark.parametrize(
    ("asked", "written", "language"),
    [
        ("oeuvre", "œuvre", "fr"),
        ("œuvre", "oeuvre", "fr"),
        ("economia", "economía", "es"),
        ("Économie", "l’economie", "fr"),
        ("nino", "niño", "es"),
        ("femmes", "femme", "fr"),
        ("workers", "worker", "en"),
        ("organising", "organise", "en"),
        ("niñas", "niñxs", "es"),
        ("ﬁnance", "finance", "en"),
    ],
)
def test_accents_ligatures_and_endings_make_no_difference(asked, written, language):
    assert finds(asked, written, language)


@pytest.mark.parametrize(
    ("asked", "written", "language"),
    [
        ("femme", "faim", "fr"),
        ("vendeuse", "vent", "fr"),
        ("street", "strait", "en"),
        ("ferias", "ferocidad", "es"),
    ],
)
def test_different_words_are_not_mixed_up(asked, written, language):
    assert not finds(asked, written, language)


def test_a_slash_between_two_words_opens_nothing():
    assert terms("and/or", "en") == terms("and or", "en")


def test_an_address_is_taken_apart_and_opened_by_nothing():
    assert terms("info@example.org", "es") == terms("info example org", "es")


def test_a_token_knows_where_it_stands():
    text = "Les travailleuse·eur·s s’organisent"

    found = [text[token.start : token.end] for token in tokens(text, "fr")]

    assert found == ["Les", "travailleuse·eur·s", "s", "organisent"]


def test_a_language_without_a_stemmer_finds_words_as_they_are_written():
    assert terms_of("kazi", "sw") == {"kazi"}


@given(st.text(), st.sampled_from(["fr", "en", "es", "ar", "zh-hans", "xx"]))
def test_no_text_is_too_odd(text, language):
    for token in tokens(text, language):
        assert token.terms
        assert all(term for term in token.terms)
