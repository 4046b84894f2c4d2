from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.reading import url_in
from press import listing
from tests.factories import make_press_item, make_press_room

pytestmark = pytest.mark.django_db

DATES = {"statement": date(2022, 1, 1), "press_release": date(2023, 1, 1)}


@pytest.fixture
def room():
    return make_press_room()


def make_items(room, *kinds):
    for kind in kinds:
        make_press_item(room, kind=kind, date=DATES[kind])


def numbers(response):
    filters = response.context["releases"].filters
    return [{c.value: c.count for c in shown.choices} for shown in filters]


def test_each_choice_says_what_it_leaves(client, room):
    make_items(room, "statement", "statement", "press_release")
    url = url_in(room, "fr")

    by_kind, by_year = numbers(client.get(url))
    assert by_kind == {"": 3, "press_release": 1, "statement": 2}
    assert list(by_year.items()) == [("", 3), ("2023", 1), ("2022", 2)]
    by_kind, by_year = numbers(client.get(f"{url}?kind=statement"))
    assert by_year == {"": 2, "2022": 2}
    by_kind, by_year = numbers(client.get(f"{url}?year=2023"))
    assert by_kind == {"": 1, "press_release": 1}


def test_an_embargo_keeps_a_release_out_of_the_numbers(client, room):
    make_items(room, "statement")
    make_press_item(
        room,
        date=date(2024, 1, 1),
        embargo_until=timezone.now() + timedelta(hours=1),
    )

    by_kind, by_year = numbers(client.get(url_in(room, "fr")))

    assert by_kind == {"": 1, "statement": 1}
    assert by_year == {"": 1, "2022": 1}


def test_the_first_view_has_the_latest_and_a_year_has_them_all(
    client, room, monkeypatch
):
    monkeypatch.setattr(listing, "MOST_SHOWN", 2)
    make_items(room, "statement", "statement", "statement", "press_release")
    url = url_in(room, "fr")

    latest, year = client.get(url), client.get(f"{url}?year=2022")

    assert [entry.date.year for entry in latest.context["releases"].entries] == [
        2023,
        2022,
    ]
    assert numbers(latest)[1] == {"": 2, "2023": 1, "2022": 3}
    assert len(year.context["releases"].entries) == 3


def test_a_view_of_the_room_reads_no_body_and_asks_as_often_for_many(client, room):
    make_items(room, "press_release")
    url = url_in(room, "fr")
    client.get(url)
    with CaptureQueriesContext(connection) as for_one:
        client.get(url)
    make_items(room, "statement", "statement", "press_release")

    with CaptureQueriesContext(connection) as for_many:
        client.get(url)

    assert len(for_many) == len(for_one)
    limit = f"LIMIT {listing.MOST_SHOWN}"
    (of_rows,) = [q["sql"] for q in for_many if q["sql"].endswith(limit)]
    assert '"summary_' in of_rows
    assert '"body_' not in of_rows


def test_filters_that_leave_nothing_lead_back_to_all(client, room):
    make_items(room, "statement", "press_release")
    url = url_in(room, "fr")

    html = client.get(f"{url}?kind=statement&year=2023").text

    assert "Aucun communiqué ne répond aux deux filtres." in html
    assert f'<a href="{url}">Afficher tous les communiqués</a>' in html
    assert "Rien n’a encore été publié ici" not in html
