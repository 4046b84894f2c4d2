"""How many messages one visitor may send."""

from unittest.mock import patch

import pytest
from django.core.cache import caches
from django.test import RequestFactory
from django.utils import translation

from contact.limits import visitor_address, visitor_key
from contact.models import Message
from tests.contact.letters import write
from tests.factories import make_contact_page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nobody_has_written():
    caches["shared"].clear()


@pytest.fixture
def page():
    return make_contact_page()


def request(address="192.0.2.1", forwarded=""):
    extra = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    return RequestFactory().get("/", REMOTE_ADDR=address, **extra)


def test_whoever_has_written_often_is_asked_to_wait_and_keeps_the_text(
    client, page, settings
):
    settings.CONTACT_MESSAGES_AN_HOUR = 2
    for number in range(2):
        write(client, page, text=f"Message {number}")

    response = write(client, page, text="Et encore ceci")

    assert response.status_code == 429
    assert "Et encore ceci" in response.text
    assert Message.objects.count() == 2


def test_faulty_messages_are_not_counted(client, page, settings):
    settings.CONTACT_MESSAGES_AN_HOUR = 1
    for _mistake in range(3):
        write(client, page, email="awa")

    assert write(client, page).status_code == 302


def test_visitors_are_counted_apart(client, page, settings):
    settings.CONTACT_MESSAGES_AN_HOUR = 1
    write(client, page)
    client.defaults["REMOTE_ADDR"] = "192.0.2.7"

    assert write(client, page, email="lakshmi@example.org").status_code == 302


def test_a_cache_that_is_down_keeps_nobody_from_writing(client, page):
    broken = patch.object(type(caches["shared"]), "add", side_effect=OSError)

    with broken:
        assert write(client, page).status_code == 302

    assert Message.objects.count() == 1


def test_the_count_is_shared_by_all_server_processes():
    assert "locmem" not in type(caches["shared"]).__module__


def test_what_is_counted_does_not_tell_the_address():
    assert "192.0.2.1" not in visitor_key(request())


def test_without_a_proxy_a_forwarded_address_is_a_mere_claim(settings):
    settings.PROXY_COUNT = 0

    assert visitor_address(request(forwarded="198.51.100.9")) == "192.0.2.1"


def test_behind_a_proxy_its_word_counts_and_not_the_visitors(settings):
    settings.PROXY_COUNT = 1
    hops = "203.0.113.5, 198.51.100.9"

    assert visitor_address(request(forwarded=hops)) == "198.51.100.9"


def test_a_home_network_is_one_visitor():
    first, second = (
        visitor_address(request(address)) for address in ("2001:db8::1", "2001:db8::2")
    )

    assert first == second == "2001:db8::/64"


def test_visitors_whose_addresses_are_written_as_new_ones_are_counted_apart():
    assert visitor_address(request("::ffff:192.0.2.1")) == "192.0.2.1"


def test_the_message_is_in_the_language_of_the_address(client, page, settings):
    settings.CONTACT_MESSAGES_AN_HOUR = 0

    with translation.override("fr"):
        response = write(client, page)

    assert "Plusieurs messages" in response.text
