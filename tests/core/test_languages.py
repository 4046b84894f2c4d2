"""What the site says of its languages."""

import pytest
from django.utils.translation import override

from core.languages import name_in_sentence


@pytest.mark.parametrize(
    ("reader", "names"),
    [
        ("en", ["French", "English", "Spanish"]),
        ("fr", ["français", "anglais", "espagnol"]),
        ("es", ["francés", "inglés", "español"]),
        ("de", ["Französisch", "Englisch", "Spanisch"]),
    ],
)
def test_a_sentence_names_a_language_as_its_reader_writes_it(reader, names):
    with override(reader):
        assert [name_in_sentence(code) for code in ("fr", "en", "es")] == names


def test_a_language_that_django_does_not_know_is_named_all_the_same():
    assert name_in_sentence("xx") == "Xx"
