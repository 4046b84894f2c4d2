import json
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from core.lookups import pages_around
from home.latest import MOST_SHOWN, parts_and_newest, site_parts
from tests.factories import (
    home_page,
    make_organisation_list_page,
    make_press_item,
    make_press_room,
    make_resource_index_page,
    make_resource_page,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    return make_press_room(title_fr="Presse", title_en="Press")


def parts():
    return site_parts(pages_around([], [], parts_and_newest()))


def titles():
    return [[str(entry.title) for entry in part.entries] for part in parts()]


def test_a_site_that_has_none_of_the_parts_shows_none(client):
    assert parts() == []
    assert 'id="latest"' not in client.get("/fr/").text


def test_the_newest_releases_come_first_and_older_ones_stay_in_the_press_room(room):
    for day in range(1, MOST_SHOWN + 2):
        make_press_item(room, title_fr=f"Jour {day}", date=date(2026, 3, day))

    assert titles() == [[f"Jour {day}" for day in range(MOST_SHOWN + 1, 1, -1)]]


def test_a_release_shows_on_the_home_page_when_its_embargo_is_over(room, client):
    until = timezone.now() + timedelta(hours=1)
    item = make_press_item(room, title_fr="Bientôt", embargo_until=until)
    assert "Bientôt" not in client.get("/fr/").text

    type(item).objects.update(embargo_until=timezone.now() - timedelta(seconds=1))
    assert "Bientôt" in client.get("/fr/").text


def test_documents_show_in_the_order_of_the_days_on_which_they_were_added(room):
    index_page = make_resource_index_page()
    for number in range(MOST_SHOWN + 1):
        page = make_resource_page(
            index_page, title_fr=f"Étude {number}", year=2020 - number
        )
        page.first_published_at = datetime(2026, 11, number + 1, tzinfo=UTC)
        page.save()

    assert titles() == [[], [f"Étude {number}" for number in range(MOST_SHOWN, 0, -1)]]


def test_documents_that_were_added_together_show_in_the_order_of_their_years(room):
    index_page = make_resource_index_page()
    for year in (2018, 2025, 2023):
        make_resource_page(index_page, title_fr=f"Étude de {year}", year=year)

    assert titles() == [[], ["Étude de 2025", "Étude de 2023", "Étude de 2018"]]


def test_later_days_come_before_later_years(room):
    index_page = make_resource_index_page()
    added = {2026: (1, 9), 2020: (2, 1), 2021: (2, 23), 1999: (3, 5), 2019: (2, 12)}
    for year, (day, hour) in added.items():
        page = make_resource_page(index_page, title_fr=f"Étude de {year}", year=year)
        page.first_published_at = datetime(2026, 11, day, hour, tzinfo=UTC)
        page.save()

    assert titles() == [[], ["Étude de 1999", "Étude de 2021", "Étude de 2020"]]


def test_the_parts_are_named_and_linked_in_the_language_of_the_reader(room, client):
    make_organisation_list_page(title_fr="Membres", title_en="Members")

    page = client.get("/en/").text

    assert 'href="/en/press/">Press</a></h3>' in page
    assert ">Members</a></h3>" in page


def test_a_document_that_a_text_links_to_is_not_one_of_the_newest(room, client):
    index_page = make_resource_index_page()
    pages = [
        make_resource_page(index_page, title_fr=f"Étude de {year}", year=year)
        for year in range(2000, 2001 + MOST_SHOWN)
    ]
    home = home_page()
    link = f'<p><a linktype="page" id="{pages[0].pk}">x</a></p>'
    home.body_fr = json.dumps([{"type": "text", "value": link}])
    home.save_revision().publish()

    page = client.get("/fr/").text

    assert "Étude de 2001" in page and "Étude de 2000" not in page
    assert f'href="{pages[0].url}"' in page
