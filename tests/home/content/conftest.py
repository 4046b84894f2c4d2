import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def english_messages(default_language):
    """Read the reports in English, whatever the translations say."""
    with translation.override("en"):
        yield
