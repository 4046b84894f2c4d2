"""A long file is shown page by page, and written as a whole with what was chosen on any page."""

import polib
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.admin.people import make_translator, signed_in
from tests.factories import make_content_page
from tests.translations.files.sending import EXPORT, confirm, groups, message, upload
from tests.translations.test_states import latest, save
from translations.models import ImportedFile

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def short_pages(monkeypatch):
    monkeypatch.setattr("translations.import_pages.ROWS", 2)


@pytest.fixture
def pages():
    return [make_content_page(title_fr=f"Page {n}") for n in range(6)]


@pytest.fixture
def client():
    return signed_in(make_translator("es"))


def filled(client) -> bytes:
    query = {"queue": "q=Page", "language": "es", "format": "po"}
    po = polib.pofile(client.get(EXPORT, query).content.decode())
    for entry in po:
        entry.msgstr = entry.msgid.replace("Page", "Página")
    return str(po).encode()


def shown(response) -> list[str]:
    return [
        row["there"] for group in response.context["groups"] for row in group["rows"]
    ]


def turn(client, response, to, **posted):
    address = response.request["PATH_INFO"]
    return client.post(address, {"to": to, **posted}, follow=True)


def boxes(response) -> list[str]:
    rows = [row for group in response.context["groups"] for row in group["rows"]]
    return [row["take"] for row in rows if row["take"]]


def titles_es(pages):
    return [latest(page).title_es for page in pages]


def test_every_text_of_the_file_is_on_one_of_its_pages(pages, client):
    first = upload(client, filled(client))

    second = turn(client, first, ":2")
    third = turn(client, second, ":3")

    assert groups(first) == {"applied": 6}
    found = shown(first) + shown(second) + shown(third)
    assert sorted(found) == [f"Página {n}" for n in range(6)]


def test_the_whole_file_is_written_whatever_page_is_shown(pages, client):
    second = turn(client, upload(client, filled(client)), ":2")

    report = confirm(client, second)

    assert titles_es(pages) == [f"Página {n}" for n in range(6)]
    assert groups(report) == {"applied": 6}
    assert len(shown(turn(client, report, "applied:3"))) == 2


def test_texts_of_one_kind_are_shown_alone(pages, client):
    content = filled(client)
    save(pages[5], title_es="Otra")

    response = turn(client, upload(client, content), "target-changed:1")

    assert groups(response) == {"applied": 5, "target-changed": 1}
    assert shown(response) == ["Página 5"]


def test_what_is_ticked_on_one_page_is_kept_on_the_way_over_others(pages, client):
    content = filled(client)
    for page in pages:
        save(page, title_es="Otra")
    first = upload(client, content)
    ticked = boxes(first)[0]

    second = turn(client, first, ":2", shown=boxes(first), take=[ticked])
    third = turn(client, second, ":3", shown=boxes(second), take=boxes(second))
    back = turn(client, third, ":1", shown=boxes(third))
    confirm(client, back, shown=boxes(back), take=[ticked])

    assert "3 texts are ticked so far" in message(back)
    assert titles_es(pages) == [
        "Página 0", "Otra", "Página 2", "Página 3", "Otra", "Otra",
    ]  # fmt: skip


def test_a_box_that_is_cleared_again_is_not_taken(pages, client):
    content = filled(client)
    save(pages[0], title_es="Otra")
    first = turn(client, upload(client, content), "target-changed:1")
    again = turn(
        client, first, "target-changed:1", shown=boxes(first), take=boxes(first)
    )

    confirm(client, again, shown=boxes(again))

    assert latest(pages[0]).title_es == "Otra"


def test_a_report_can_be_read_again_and_is_written_once(pages, client):
    report = confirm(client, upload(client, filled(client)))
    revisions = pages[0].revisions.count()

    again = confirm(client, report)

    assert "This file was imported already." in message(again)
    assert groups(client.get(report.request["PATH_INFO"])) == {"applied": 6}
    assert pages[0].revisions.count() == revisions


def test_a_report_says_why_a_text_was_refused(pages, client):
    content = filled(client).decode().replace("Página 5", "x" * 400).encode()

    report = confirm(client, upload(client, content))
    refused = turn(client, report, "refused:1")

    assert groups(report) == {"applied": 5, "refused": 1}
    [row] = refused.context["groups"][0]["rows"]
    assert "400" in row["reason"]


@pytest.mark.parametrize("to", ["", ":99", "x:y", "applied:-1", "applied:\x00", "::2"])
def test_a_page_that_is_not_there_shows_another(pages, client, to):
    response = turn(client, upload(client, filled(client)), to)

    assert response.status_code == 200
    assert len(shown(response)) == 2


def test_a_page_of_the_plan_opens_only_the_pages_it_shows(pages, client):
    first = upload(client, filled(client))
    with CaptureQueriesContext(connection) as few:
        client.get(first.request["PATH_INFO"])
    for number in range(6, 18):
        pages.append(make_content_page(title_fr=f"Page {number}"))
    longer = upload(client, filled(client))

    with CaptureQueriesContext(connection) as many:
        client.get(longer.request["PATH_INFO"])

    assert groups(longer) == {"applied": 18}
    assert len(many) == len(few)


def test_a_file_kept_without_its_results_is_read_again(pages, client):
    first = upload(client, filled(client))
    ImportedFile.objects.update(results="")

    assert groups(client.get(first.request["PATH_INFO"])) == {"applied": 6}


def test_a_long_file_is_written_bit_by_bit_and_the_page_says_how_far_it_is(
    pages, client, monkeypatch
):
    monkeypatch.setattr("translations.import_writing.BIT", 2)
    monkeypatch.setattr("translations.import_writing.SITTING", -1)
    first = upload(client, filled(client))

    second = confirm(client, first)
    written = titles_es(pages)
    last = confirm(client, confirm(client, second))

    assert written.count(None) == 4
    assert "2 of 6 texts are dealt with." in message(second)
    assert "data-go-on" in second.content.decode()
    assert titles_es(pages) == [f"Página {n}" for n in range(6)]
    assert groups(last) == {"applied": 6}
    assert "data-go-on" not in last.content.decode()


def test_a_bit_that_was_written_but_not_noted_is_written_once(
    pages, client, monkeypatch
):
    first = upload(client, filled(client))
    confirm(client, first)
    ImportedFile.objects.update(position=0)
    revisions = pages[0].revisions.count()

    confirm(client, first)

    assert pages[0].revisions.count() == revisions
