import pytest
from django.core.cache import cache
from django.utils import translation


@pytest.fixture(autouse=True)
def default_language():
    """Start each test from the default language and an empty cache."""
    cache.clear()
    with translation.override("fr"):
        yield
