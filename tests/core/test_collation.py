import pytest

from core.collation import sort_key


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("fr", ["Eau", "Échelle", "Étude", "Zola"]),
        ("fr", ["Odeur", "Œuvre", "Ofir"]),
        ("fr", ["cote", "coté", "côte", "côté"]),
        ("fr", ["L’Oréal", "La Poste", "Laval"]),
        ("es", ["Nube", "Nzinga", "Ñandú", "Oaxaca"]),
        ("fr", ["Ñandú", "Nube", "Nzinga"]),
        ("es-mx", ["Nzinga", "Ñandú"]),
        ("en", ["Bread", "bread", "Łódź", "zebra"]),
        ("fr", ["Åland", "Øresund", "Straße", "Strasse z"]),
    ],
)
def test_names_stand_where_readers_look_for_them(language, names):
    shuffled = names[::-1]

    assert sorted(shuffled, key=lambda name: sort_key(name, language)) == names


def test_accents_typed_in_two_characters_sort_the_same():
    assert sort_key("E\u0301cole", "fr")[:2] == sort_key("École", "fr")[:2]


def test_the_reader_of_the_page_decides_when_no_language_is_named(settings):
    assert sort_key("ñ") == sort_key("ñ", "fr")
