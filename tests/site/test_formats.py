from datetime import date

import pytest
from django.utils import translation
from django.utils.formats import date_format


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("fr", "15 janvier 2026"),
        ("en", "15 January 2026"),
        ("es", "15 de enero de 2026"),
    ],
)
def test_dates_are_written_as_readers_of_the_language_write_them(language, written):
    with translation.override(language):
        assert date_format(date(2026, 1, 15)) == written
