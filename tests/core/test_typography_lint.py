import pytest
from django.conf import settings

from core.languages import native_name
from core.typography_lint import lint


def wrong(words, language, is_label=False) -> list[tuple[str, str]]:
    """Return what is found and the suggestion, with `_` for U+202F and `~` for U+00A0."""
    return [
        (show(found.wrong), show(found.suggestion))
        for found in lint(words, language, is_label)
    ]


def show(words: str) -> str:
    return words.replace("\u202f", "_").replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("words", "found", "suggestion"),
    [
        ("Vraiment?", "?", "_?"),
        ("Quoi?!", "?!", "_?!"),
        ("Oui; non", ";", "_;"),
        ("Note: ici", ":", "~:"),
        ("Elle dit «oui »", "«", "«_"),
        ("Elle dit « oui»", "»", "_»"),
        ("l'économie", "l'", "l’"),
        ('les "membres" ici', '"membres"', "«_membres_»"),
        ("deux  espaces", "  ", " "),
        ("une virgule , ici", " ", ""),
        ("( ici)", " ", ""),
        ("(ici )", " ", ""),
        ("un,deux", ",", ", "),
    ],
)
def test_french_faults_are_found_with_a_suggestion(words, found, suggestion):
    assert wrong(words, "fr") == [(found, suggestion)]


@pytest.mark.parametrize(
    "words",
    [
        "Vraiment ? Oui ! Bien ; voici : « oui ».",
        "Vraiment\u202f? Voici\u00a0: «\u202foui\u202f».",
        "L’économie, 12 600 membres, 3,5 millions, 50%",
        "à 10:30, 3:1, https://example.org/?q=l'or, nous@example.org",
        "voir www.example.org/a;b?c=1",
        "Women and Men in the Informal Economy: A Statistical Picture",
        "Who speaks for the workers? (en anglais)",
        "« ¿Quién decide? » (en espagnol)",
        "Les travailleuse·eur·s, les étudiant·e·s",
        "Les années 1990 ... et après",
        "Ligne une\nLigne deux",
    ],
)
def test_french_that_reads_well_has_no_faults(words):
    assert wrong(words, "fr") == []


@pytest.mark.parametrize(
    ("words", "found", "suggestion"),
    [
        ("Qué hora es?", "Qué hora es?", "¿Qué hora es?"),
        ("Hola. Vamos!", "Vamos!", "¡Vamos!"),
        ("¿Sí? Quién viene?", "Quién viene?", "¿Quién viene?"),
        ("¿Quién viene ?", " ", ""),
        ("¿ Quién viene?", " ", ""),
        ("Dice « sí».", " ", ""),
        ('Dice "sí".', '"sí"', "«sí»"),
        ("Dos  espacios", "  ", " "),
    ],
)
def test_spanish_faults_are_found_with_a_suggestion(words, found, suggestion):
    assert wrong(words, "es") == [(found, suggestion)]


@pytest.mark.parametrize(
    "words",
    [
        "¿Qué hora es? ¡Ya! Son las 10:30.",
        "¿El Sr. Pérez viene?",
        "¡Cómo?",
        "Si no es así, ¿por qué?",
        "Dice «sí» (¿no?): https://example.org/?q=1",
    ],
)
def test_spanish_that_reads_well_has_no_faults(words):
    assert wrong(words, "es") == []


def test_english_wants_no_french_spaces():
    assert wrong('Why ? It\'s  fine: "yes".', "en") == [(" ", ""), ("  ", " ")]


def test_a_language_without_rules_has_no_faults():
    assert wrong("a  b ? «c» l'd", "ar") == []


@pytest.mark.parametrize(
    ("form", "both"),
    [
        ("travailleuse·eur·s", "travailleuses et travailleurs"),
        ("récupératrice·eur·s", "récupératrices et récupérateurs"),
        ("étudiant·e·s", "étudiantes et étudiants"),
        ("professionnel·le·s", "professionnelles et professionnels"),
        ("praticien·ne·s", "praticiennes et praticiens"),
        ("elles·ils", "elles et ils"),
        ("chacun·e", "chacune et chacun"),
        ("employeuse·eur", "employeuse ou employeur"),
        ("un·e", "une ou un"),
    ],
)
def test_labels_are_asked_to_name_both_where_a_sentence_may_have_dots(form, both):
    assert wrong(f"Pour {form}", "fr", is_label=True) == [(form, both)]
    assert wrong(f"Pour {form}", "fr") == []


def test_a_fault_is_shown_with_the_words_around_it():
    [found] = lint("Un début assez long pour qu’on le coupe, vraiment? Oui", "fr")

    assert found.before == "…qu’on le coupe, vraiment"
    assert found.after == " Oui"


def test_faults_come_in_the_order_of_the_text():
    found = lint("l'or, vraiment? deux  espaces", "fr")

    assert [finding.position for finding in found] == [0, 14, 20]


def test_suggestions_have_no_faults_themselves():
    for language in dict(settings.LANGUAGES):
        words = 'Pourquoi? C\'est «ça» . ( oui ) "non"'
        for found in lint(words, language):
            corrected = lint(found.suggestion, language)
            assert corrected == [], (native_name(language), found.suggestion)
