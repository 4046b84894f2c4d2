"""A page with texts to send away, and somebody who translates it."""

import pytest

from tests.admin.people import make_translator, signed_in
from tests.factories import make_content_page


@pytest.fixture
def page():
    return make_content_page(
        lead_fr="Bonjour", headline_fr="Nos principes", headline_es="Principios"
    )


@pytest.fixture
def translator(page):
    return signed_in(make_translator("es"))
