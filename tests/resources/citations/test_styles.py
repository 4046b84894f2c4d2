"""What a reader copies: the citation of a document in three styles."""

from dataclasses import replace

import pytest

from resources.citations.record import BOOK, EDITOR, Author
from resources.citations.styles import STYLES, apa, chicago, house
from tests.resources.citations.records import BRIEF, HOSTILE, ILO, PAPER


def plain(citation) -> str:
    """Return the citation with ordinary spaces."""
    return str(citation).replace("\u00a0", " ").replace("\u202f", " ")


def people(count):
    return tuple(Author(f"Name{i}", "Ann") for i in range(1, count + 1))


@pytest.mark.parametrize(
    "style, language, expected",
    [
        (
            house,
            "en",
            "Bonnet, Florence, Joann Vanek and Martha Chen. 2019. Women and Men in the "
            "Informal Economy. WIEGO Statistical Brief 42. Manchester: WIEGO.",
        ),
        (
            house,
            "fr",
            "Bonnet, Florence, Joann Vanek et Martha Chen. 2019. Women and Men in the "
            "Informal Economy. WIEGO Statistical Brief 42. Manchester : WIEGO.",
        ),
        (
            chicago,
            "en",
            "Bonnet, Florence, Joann Vanek, and Martha Chen. 2019. Women and Men in the "
            "Informal Economy. WIEGO Statistical Brief 42. Manchester: WIEGO.",
        ),
        (
            apa,
            "en",
            "Bonnet, F., Vanek, J., & Chen, M. (2019). Women and Men in the Informal "
            "Economy (WIEGO Statistical Brief No. 42). WIEGO.",
        ),
        (
            apa,
            "fr",
            "Bonnet, F., Vanek, J. et Chen, M. (2019). Women and Men in the Informal "
            "Economy (WIEGO Statistical Brief n° 42). WIEGO.",
        ),
        (
            apa,
            "es",
            "Bonnet, F., Vanek, J., y Chen, M. (2019). Women and Men in the Informal "
            "Economy (WIEGO Statistical Brief N.º 42). WIEGO.",
        ),
    ],
)
def test_a_report_of_three_people(style, language, expected):
    assert plain(style(BRIEF, language)) == expected


@pytest.mark.parametrize(
    "style, language, expected",
    [
        (
            chicago,
            "en",
            "Ogando, Ana Carolina, and Jean-Paul Rogan. 2017. “Gender and informal "
            "livelihoods.” Journal of Sociology 37 (7): 435–451. ",
        ),
        (
            chicago,
            "fr",
            "Ogando, Ana Carolina et Jean-Paul Rogan. 2017. « Gender and informal "
            "livelihoods ». Journal of Sociology 37 (7) : 435–451. ",
        ),
        (
            chicago,
            "es",
            "Ogando, Ana Carolina y Jean-Paul Rogan. 2017. «Gender and informal "
            "livelihoods». Journal of Sociology 37 (7): 435–451. ",
        ),
        (
            apa,
            "en",
            "Ogando, A. C., & Rogan, J.-P. (2017). Gender and informal livelihoods. "
            "Journal of Sociology, 37(7), 435–451. ",
        ),
    ],
)
def test_an_article_leads_to_its_doi(style, language, expected):
    doi = "https://doi.org/10.1108/IJSSP-06-2016-0077"

    assert plain(style(PAPER, language)) == expected + doi


def test_a_body_is_an_author_whose_name_is_never_taken_apart():
    record = replace(BRIEF, authors=(ILO,), series="", publisher="ILO")

    assert str(apa(record, "en")).startswith(
        "International Labour Organization. (2019)"
    )
    assert str(house(record, "en")).startswith(
        "International Labour Organization. 2019"
    )


def test_apa_does_not_name_the_author_again_as_publisher():
    record = replace(BRIEF, authors=(Author(name="WIEGO"),), series="")

    assert str(apa(record, "en")) == (
        "WIEGO. (2019). Women and Men in the Informal Economy."
    )


def test_without_an_author_the_title_stands_first():
    record = replace(BRIEF, authors=(), series="")

    assert str(apa(record, "en")).startswith(
        "Women and Men in the Informal Economy. (2"
    )
    assert str(house(record, "en")).startswith(
        "Women and Men in the Informal Economy. 2"
    )


@pytest.mark.parametrize(
    "language, words", [("en", "n.d."), ("fr", "s. d."), ("es", "s. f.")]
)
def test_without_a_date_each_language_says_so(language, words):
    record = replace(BRIEF, year=None)

    assert f"({words})." in plain(apa(record, language))
    assert f"Chen. {words} Women" in plain(chicago(record, language))


def test_apa_names_nineteen_of_many_and_the_last():
    names = str(apa(replace(BRIEF, authors=people(25)), "en"))

    assert "Name19, A., … Name25, A. (2019)" in names
    assert "Name20" not in names


def test_chicago_names_seven_of_more_than_ten():
    ten, eleven = (
        str(chicago(replace(BRIEF, authors=people(count)), "en")) for count in (10, 11)
    )

    assert "and Ann Name10." in ten
    assert "Ann Name7, et al. 2019." in eleven


def test_a_title_that_asks_gets_no_stop_besides():
    record = replace(BRIEF, title="Who counts?", series="")

    for style in STYLES.values():
        assert "Who counts? " in str(style(record, "en"))
        assert "?." not in str(style(record, "en"))


def test_editors_stand_first_where_there_is_no_author():
    editors = (
        Author("Chen", "Martha", role=EDITOR),
        Author("Carré", "F.", role=EDITOR),
    )
    record = replace(BRIEF, kind=BOOK, authors=editors)

    assert str(apa(record, "en")).startswith("Chen, M., & Carré, F. (Eds.). (2019)")
    assert str(chicago(record, "en")).startswith(
        "Chen, Martha, and F. Carré, eds. 2019"
    )


@pytest.mark.parametrize(
    "family, word",
    [
        ("Iglesias", "e"),
        ("Hidalgo", "e"),
        ("Hierro", "y"),
        ("Yáñez", "y"),
        ("Paz", "y"),
    ],
)
def test_spanish_avoids_two_sounds_alike(family, word):
    record = replace(BRIEF, authors=(Author("Chen", "M."), Author(family)))

    assert f"Chen, M. {word} {family}." in str(chicago(record, "es"))


def test_titles_are_marked_and_nothing_of_a_record_is_markup():
    citation = house(replace(BRIEF, title=HOSTILE), "en")

    assert "<cite>x}" in citation.__html__()
    assert "<script>" not in citation.__html__()
    assert "\n" not in str(citation)


def test_a_language_without_words_of_its_own_is_cited_in_english():
    assert str(apa(BRIEF, "pt-br")) == str(apa(BRIEF, "en"))
