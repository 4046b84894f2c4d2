"""What an address names and no database can hold is simply not found."""

import pytest
from django.urls import reverse

from tests.admin.people import make_staff, signed_in
from tests.factories import make_content_page
from tests.translations.test_states import version
from translations.asked import is_key

pytestmark = pytest.mark.django_db

LONG = "9" * 5000
BIG = 10**30


@pytest.mark.parametrize("text", ["", "-1", "1.0", "²", "٣", "1\n", "9" * 19, LONG])
def test_what_no_database_holds_is_no_key(text):
    assert not is_key(text)


def test_a_number_is_a_key():
    assert is_key("42")


def test_numbers_that_no_database_holds_are_not_found():
    page = make_content_page()
    spanish, old = version(page, "es"), page.save_revision()
    addresses = [
        f"{reverse('translation_export')}?section={LONG}",
        f"{reverse('translation_revision', args=[spanish.pk, old.pk])}?with={LONG}",
        reverse("translations_open", args=[page.content_type_id, BIG, "es"]),
    ]
    browser = signed_in(make_staff())

    answers = [browser.get(address).status_code for address in addresses]

    assert answers == [404, 404, 404]
