import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from core.countries import CountryField, country_choices, country_codes, country_name


def test_there_are_the_countries_of_the_standard():
    codes = country_codes()

    assert len(codes) == 249
    assert {"CA", "ZA", "GB", "TW", "PS"} <= set(codes)
    assert not {"EU", "XK", "UK", "ZZ"} & set(codes)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("fr", "Pays-Bas"),
        ("en", "Netherlands"),
        ("es", "Países Bajos"),
        ("ar", "هولندا"),
    ],
)
def test_a_country_is_named_in_the_language_of_the_reader(language, name):
    assert country_name("NL", language) == name


def test_a_language_that_nobody_knows_reads_english():
    assert country_name("NL", "xx") == "Netherlands"


def test_an_editor_chooses_from_names_sorted_in_their_language():
    with translation.override("fr"):
        names = [name for _code, name in country_choices()]

    assert names.index("Égypte") < names.index("Émirats arabes unis")
    assert names.index("Émirats arabes unis") < names.index("Équateur")
    assert names.index("Équateur") < names.index("Fidji")


@pytest.mark.parametrize("value", ["ca", "UK", "XX", "1A"])
def test_a_code_outside_the_standard_is_refused_with_the_code(value):
    with pytest.raises(ValidationError, match=value):
        CountryField().clean(value, None)
