import json
import re
from datetime import UTC, date, datetime, time, timedelta
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.html import strip_tags

from core.languages import content_languages
from core.reading import url_in
from press.hours import contact_entry, offset_name
from tests.factories import make_press_item, make_press_room, press_contact

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def room():
    return make_press_room(contacts=[press_contact()])


def titles(response):
    return [str(entry.title) for entry in response.context["releases"].entries]


def test_releases_stand_newest_first(client, room):
    make_press_item(room, title_fr="Ancien", date=date(2022, 1, 1))
    make_press_item(room, title_fr="Récent", date=date(2023, 1, 1))

    assert titles(client.get(room.get_url())) == ["Récent", "Ancien"]


def test_visitors_choose_a_kind_and_a_year(client, room):
    make_press_item(room, title_fr="Ancien", date=date(2022, 1, 1))
    make_press_item(room, title_fr="Récent", date=date(2023, 1, 1), kind="statement")
    url = url_in(room, "fr")

    assert titles(client.get(f"{url}?year=2022")) == ["Ancien"]
    assert titles(client.get(f"{url}?kind=statement")) == ["Récent"]
    assert titles(client.get(f"{url}?kind=statement&year=2022")) == []


@pytest.mark.parametrize("query", ["?year=1066", "?kind=<b>", "?kind=%00"])
def test_an_unknown_filter_is_left_out_and_told(client, room, query):
    make_press_item(room)

    response = client.get(url_in(room, "fr") + query)

    assert len(titles(response)) == 1
    assert "n’est pas dans cette liste" in response.text


@pytest.mark.parametrize("language", content_languages())
def test_each_language_has_a_feed_of_what_is_offered_in_it(client, room, language):
    texts = {f"title_{code}": f"Titre {code}" for code in content_languages()}
    make_press_item(room, **texts)

    response = client.get(url_in(room, language) + "?format=atom")

    feed = ElementTree.fromstring(response.content)
    entries = feed.findall(f"{ATOM}entry")
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    assert [e.findtext(f"{ATOM}title") for e in entries] == [f"Titre {language}"]
    (link,) = entries[0].findall(f"{ATOM}link")
    assert link.get("href").startswith(f"http://testserver/{language}/") or link.get(
        "href"
    ).startswith("http")


def test_a_release_that_is_not_translated_is_in_no_feed_of_that_language(client, room):
    make_press_item(room, title_fr="Seulement en français")

    text = client.get(url_in(room, "en") + "?format=atom").text

    assert "<entry>" not in text


def test_control_characters_do_not_break_the_feed(client, room):
    make_press_item(room, title_fr="Un \x0b titre", summary_fr="<b>&\x01")

    ElementTree.fromstring(client.get(url_in(room, "fr") + "?format=atom").content)


def test_search_engines_read_a_release_as_news(client, room):
    item = make_press_item(
        room, title_fr="Accra", title_en="Accra now", date=date(2022, 2, 9)
    )

    text = client.get(url_in(item, "en")).text

    scripts = re.findall(r'ld\+json">(.*?)</script>', text, re.S)
    (news,) = [d for d in map(json.loads, scripts) if d["@type"] == "NewsArticle"]
    assert (news["headline"], news["inLanguage"]) == ("Accra now", "en")
    assert news["datePublished"] == "2022-02-09"
    assert news["url"].endswith(url_in(item, "en"))


def test_sample_data_is_labelled_in_the_list_and_on_the_page(client, room):
    item = make_press_item(room, is_sample=True)

    for url in [url_in(room, "fr"), url_in(item, "fr")]:
        assert "Données d’exemple" in client.get(url).text


def entry_at(*moment, **fields):
    contact = press_contact(**fields)
    with translation.override("en"):
        return contact_entry(contact, datetime(*moment, tzinfo=UTC))


def test_hours_follow_summer_time():
    winter = entry_at(2026, 1, 14, 12, time_zone="Europe/Paris")
    summer = entry_at(2026, 7, 15, 12, time_zone="Europe/Paris")

    assert (winter.offset, winter.opens_in_utc) == ("UTC+1", time(8))
    assert (summer.offset, summer.opens_in_utc) == ("UTC+2", time(7))
    assert summer.place == "Paris"


def test_hours_of_the_other_side_of_the_world_are_on_the_day_before():
    entry = entry_at(2026, 7, 15, 12, time_zone="Pacific/Auckland")

    assert (entry.days_in_utc, entry.opens_in_utc) == ("Sunday to Thursday", time(21))
    assert entry.closes_in_utc == time(5)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ((2026, 7, 15, 6, 59, 59), False),
        ((2026, 7, 15, 7, 0, 0), True),
        ((2026, 7, 15, 14, 59, 59), True),
        ((2026, 7, 15, 15, 0, 0), False),
        ((2026, 7, 18, 10, 0, 0), False),
    ],
)
def test_it_says_whether_somebody_answers_now(moment, is_open):
    assert entry_at(*moment, time_zone="Europe/Paris").is_open is is_open


@pytest.mark.parametrize(
    ("moment", "lasts"),
    [
        ((2026, 7, 15, 1, 0, 0), "6\xa0hours"),
        ((2026, 7, 15, 6, 59, 59), "1\xa0minute"),
        ((2026, 7, 15, 7, 0, 0), "8\xa0hours"),
        ((2026, 7, 15, 12, 29, 30), "2\xa0hours, 31\xa0minutes"),
        ((2026, 7, 15, 15, 0, 0), "16\xa0hours"),
        ((2026, 7, 17, 15, 0, 0), "2\xa0days, 16\xa0hours"),
    ],
)
def test_it_says_how_long_somebody_answers_or_when_again(moment, lasts):
    assert entry_at(*moment, time_zone="Europe/Paris").lasts == lasts


def test_a_weekend_in_which_clocks_go_forward_is_an_hour_shorter():
    friday = entry_at(2026, 3, 27, 16, time_zone="Europe/Paris")

    assert friday.lasts == "2\xa0days, 15\xa0hours"


@pytest.mark.parametrize(
    ("hour", "language", "sentence"),
    [
        (1, "fr", "Répond de nouveau dans 6 heures."),
        (1, "en", "Answers again in 6 hours."),
        (1, "es", "Vuelve a responder en 6 horas."),
        (9, "fr", "Répond en ce moment, encore pendant 6 heures."),
        (9, "en", "Answers now, for another 6 hours."),
        (9, "es", "Responde ahora, durante 6 horas más."),
    ],
)
def test_readers_anywhere_are_told_at_once_when_somebody_answers(
    client, room, monkeypatch, hour, language, sentence
):
    now = datetime(2026, 7, 15, hour, tzinfo=UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)

    words = strip_tags(client.get(url_in(room, language)).text)

    assert sentence in re.sub(r"\s+", " ", words)


@pytest.mark.parametrize(
    ("minutes", "name"),
    [(0, "UTC"), (780, "UTC+13"), (-210, "UTC−3:30"), (345, "UTC+5:45")],
)
def test_offsets_are_written_as_people_write_them(minutes, name):
    assert offset_name(timedelta(minutes=minutes)) == name


def test_contacts_say_their_hours_in_the_language_of_the_reader(client, room):
    assert "Temps universel (UTC)" in client.get(url_in(room, "fr")).text
    assert "universal time (UTC)" in client.get(url_in(room, "en")).text
    assert "tiempo universal (UTC)" in client.get(url_in(room, "es")).text


@pytest.mark.parametrize("closes_at", [time(8, 30), time(9)])
def test_hours_that_end_before_they_begin_or_at_once_are_refused(room, closes_at):
    contact = press_contact(page=room, opens_at=time(9), closes_at=closes_at)
    sentence = f"closes at {closes_at:%H:%M}, not later than it opens"

    with (
        translation.override("en"),
        pytest.raises(ValidationError, match=sentence) as refused,
    ):
        contact.full_clean()
    assert list(refused.value.error_dict) == ["closes_at"]


def test_a_french_reader_is_told_in_french_that_the_hours_end_too_early(room):
    contact = press_contact(page=room, opens_at=time(9), closes_at=time(9))

    with (
        translation.override("fr"),
        pytest.raises(ValidationError, match="à 09:00, ne suit pas l’ouverture"),
    ):
        contact.full_clean()


@pytest.mark.parametrize(
    ("field", "value"), [("time_zone", "Mars/Phobos"), ("language", "xx-mars")]
)
def test_what_is_no_zone_or_language_is_refused(room, field, value):
    contact = press_contact(page=room, **{field: value})

    with pytest.raises(ValidationError, match=value):
        contact.full_clean()
