"""The feed of new documents."""

import re
from xml.etree import ElementTree

import pytest
from django.utils import translation

from tests.factories import make_resource_page
from tests.resources.lists import address, listing, make

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client, language="fr", query="?format=atom", **headers):
    return client.get(address(query, language), headers=headers)


def entries(response):
    return ElementTree.fromstring(response.content).findall(f"{ATOM}entry")


def test_the_feed_tells_new_documents_of_one_language(client, index_page):
    make_resource_page(index_page, title_fr="Eau", title_en="Water")
    make("Canary", index_page, abstract_fr="Non traduit")
    draft = make_resource_page(index_page, title_fr="Non", title_en="Canary draft")
    draft.unpublish()

    found = [entry.find(f"{ATOM}title").text for entry in entries(feed(client, "en"))]

    assert found == ["Water"]


def test_the_id_of_an_entry_stays_when_its_address_changes(client, index_page):
    page = make("Eau", index_page)
    (before,) = entries(feed(client))

    page.slug_fr = "onde"
    page.save_revision().publish()

    (after,) = entries(feed(client))
    assert after.find(f"{ATOM}id").text == before.find(f"{ATOM}id").text
    assert after.find(f"{ATOM}link").get("href").endswith("/onde/")


def test_a_reader_learns_that_the_feed_has_not_changed(client, index_page):
    make("Eau", index_page)
    first = feed(client)

    assert feed(client, **{"If-None-Match": first["ETag"]}).status_code == 304
    assert first["Content-Type"].startswith("application/atom+xml")


def test_the_feed_is_named_in_the_head_and_follows_the_filters(client, index_page):
    make("Eau", index_page, year=2020)
    make("Feu", index_page, year=2021)

    html = client.get(address("?year=2020")).text
    link = re.search(r'type="application/atom\+xml"[^>]*href="([^"]+)"', html)[1]

    with translation.override("fr"):
        response = client.get(link.replace("&amp;", "&"))
    assert len(entries(response)) == 1


def test_the_feed_follows_all_values_of_a_filter(client, index_page):
    for year in (2020, 2021, 2022):
        make(f"Titre {year}", index_page, year=year)

    found = listing(client, "?year=2022&year=2020")
    response = client.get(found.feed_url)

    assert found.feed_url == "/fr/ressources/?year=2020&year=2022&format=atom"
    assert len(entries(response)) == 2
    assert "(2022, 2020)" in response.text


def test_the_feed_of_a_search_has_what_the_search_finds(client, index_page):
    make("Vente de rue", index_page)
    make("Tri", index_page)

    feed = client.get(address("?q=vente&format=atom")).text

    assert "Vente de rue" in feed and "<title>Tri</title>" not in feed
