"""An embargo holds to the second on every door, with or without the job that runs what is due."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone as django_timezone
from django.utils import translation

from core.due import due
from core.models import SitePage
from core.reading import url_in
from core.visibility import visible
from search import engine
from search.asking import search_url
from search.models import PromotedResult
from tests.factories import make_content_page, make_press_item

pytestmark = pytest.mark.django_db

END = datetime(2026, 6, 1, 12, 0, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
WORD = "Zanzibar"


@pytest.fixture
def clock(monkeypatch):
    """Set what time it is."""

    def set_to(moment):
        monkeypatch.setattr(django_timezone, "now", lambda: moment)

    set_to(END - SECOND)
    return set_to


@pytest.fixture
def item(clock):
    texts = {f"title_{code}": f"{WORD} {code}" for code in ("fr", "en", "es")}
    return make_press_item(**texts, summary_fr=WORD, embargo_until=END)


def linking_page(item):
    link = f'<p><a linktype="page" id="{item.pk}">le communiqué</a></p>'
    body = json.dumps([{"type": "text", "value": link}])
    return make_content_page(title_fr="Renvoi", body_fr=body)


DOORS = {
    "the page": lambda item: url_in(item, "fr"),
    "the page in English": lambda item: url_in(item, "en"),
    "the list": lambda item: url_in(item.get_parent(), "fr"),
    "the list of its year": lambda item: url_in(item.get_parent(), "fr") + "?year=2026",
    "the feed": lambda item: url_in(item.get_parent(), "fr") + "?format=atom",
    "the feed in English": lambda item: (
        url_in(item.get_parent(), "en") + "?format=atom"
    ),
    "the map of the site": lambda item: "/sitemap-fr-1.xml",
    "the home page": lambda item: "/fr/",
}


def read(client, door, item):
    response = client.get(DOORS[door](item))
    content = b"".join(response) if response.streaming else response.content
    return response.status_code, content.decode()


@pytest.mark.parametrize("door", DOORS)
def test_a_second_before_its_end_nobody_reads_it_by(client, item, door):
    _status, text = read(client, door, item)

    assert WORD not in text
    assert item.slug_fr not in text


@pytest.mark.parametrize("door", [name for name in DOORS if name != "the home page"])
def test_from_its_end_on_everybody_reads_it_by(client, item, clock, door):
    clock(END)

    status, text = read(client, door, item)

    assert status == 200
    assert WORD in text or item.slug_fr in text


def test_its_address_is_that_of_no_page_until_then(client, item, clock):
    assert client.get(url_in(item, "fr")).status_code == 404

    clock(END)
    assert client.get(url_in(item, "fr")).status_code == 200


def test_the_year_of_an_embargoed_item_is_not_offered(client, item):
    (all_years,) = (
        client.get(url_in(item.get_parent(), "fr")).context["releases"].year.choices
    )

    assert all_years.count == 0


def test_other_pages_do_not_link_to_it(client, item, clock):
    page = linking_page(item)

    assert item.slug_fr not in client.get(page.get_url()).text

    clock(END)
    assert item.slug_fr in client.get(page.get_url()).text


def found(language="fr"):
    with translation.override(language):
        return engine.find(WORD, language).count


def test_the_search_learns_of_it_once_what_is_due_has_run(item, clock):
    assert found() == 0

    clock(END)
    run_due()

    assert found() == 1
    assert [hit.url for hit in hits_of(WORD)] == [url_in(item, "fr")]


def hits_of(word, language="fr"):
    with translation.override(language):
        return engine.find(word, language).hits


def run_due():
    due.send(sender=None, now=django_timezone.now())


def test_an_embargo_set_later_takes_a_public_item_away(client, item, clock):
    clock(END)
    run_due()

    item.refresh_from_db()
    item.embargo_until = END + SECOND
    item.save_revision().publish()

    assert client.get(url_in(item, "fr")).status_code == 404
    assert found() == 0
    assert not visible(SitePage.objects.filter(pk=item.pk)).exists()


def test_staff_promote_it_and_it_is_shown_from_its_end_on(client, item, clock):
    PromotedResult.objects.create(page=item, words_fr="dons")
    address = search_url("fr") + "?q=dons"

    assert WORD not in client.get(address).text

    clock(END)
    assert WORD in client.get(address).text


def test_no_redirect_tells_its_address(client, item, clock):
    before = url_in(item, "fr")
    item.slug_fr = "nouvelle-adresse"
    item.save()

    answer = client.get(before)
    assert answer.status_code == 404
    assert "nouvelle-adresse" not in answer.text

    clock(END)
    assert client.get(before).url == url_in(item, "fr")


def test_staff_preview_what_is_under_embargo(rf, item):
    response = item.make_preview_request(rf.get("/admin/"), "fr")

    assert response.status_code == 200
    assert WORD in response.text
