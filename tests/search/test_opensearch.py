"""Where the settings name a server of OpenSearch, it answers as the database does.

These tests run on a stand-in of the documented interface, and on a real server too where
OPENSEARCH_URL names one: `OPENSEARCH_URL=http://localhost:9200 pytest -m opensearch`.
"""

import os
from functools import partial

import pytest
from django.core.checks import run_checks

from search.databases import opensearch
from search.engine import find, suggest
from search.models import Generation, IndexEntry
from search.rebuilding import rebuild
from tests.factories import home_page, make_content_page
from tests.search.opensearch_stand_in import stand_in
from tests.search.test_engine import titles

pytestmark = pytest.mark.django_db
INDEX = "wiego-site-test"

SEARCHES = [
    "travailleuse",
    "domestiques statistiques",
    '"travail domestique"',
    '"domestique travail"',
    "travail -domestique",
    "economia",
    "oeuvre",
    "rien de tel",
    '"',
    "\x00 OR * ~ :",
]


@pytest.fixture(params=["stand-in", pytest.param("real", marks=pytest.mark.opensearch)])
def server(request, settings, commits):
    settings.OPENSEARCH_INDEX = INDEX
    if request.param == "real":
        settings.OPENSEARCH_URL = os.environ["OPENSEARCH_URL"]
        yield None
        opensearch.client(settings.OPENSEARCH_URL).indices.delete(index=INDEX)
    else:
        with stand_in() as server:
            settings.OPENSEARCH_URL = server.url
            yield server


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    """Do what waits for the end of a transaction, which no test reaches."""
    return partial(django_capture_on_commit_callbacks, execute=True)


@pytest.fixture
def pages(server, commits):
    with commits():
        make_content_page(
            title_fr="Statistiques",
            title_es="Estadísticas",
            lead_fr="Les travailleuse·eur·s domestiques",
            lead_es="La economía informal",
        )
        make_content_page(title_fr="Le travail domestique", lead_fr="Une œuvre")
        make_content_page(title_fr="Un travail", lead_fr="Une économie")


@pytest.mark.parametrize("asked", SEARCHES)
def test_it_finds_what_the_database_finds(pages, settings, asked):
    found = find(asked, "fr")

    settings.OPENSEARCH_URL = ""
    expected = find(asked, "fr")
    assert sorted(titles(found)) == sorted(titles(expected))
    assert found.counts_by_kind == expected.counts_by_kind
    assert found.counts_by_language == expected.counts_by_language


def test_it_answers_in_place_of_the_database(pages):
    IndexEntry.objects.update(title="Relu", title_language="fr")

    assert titles(find("oeuvre", "fr")) == ["Relu"]
    assert suggest("trav", "fr")[0].plain_title == "Relu"


def test_words_in_a_title_come_first(pages):
    found = titles(find("domestique", "fr"))
    assert found == ["Le travail domestique", "Statistiques"]


def test_what_is_taken_back_is_found_no_more(pages, commits):
    page = home_page().get_children().get(title="Un travail")
    with commits():
        page.specific.unpublish()

    assert "Un travail" not in titles(find("travail", "fr"))


def test_an_entry_that_only_the_server_still_has_is_not_shown(pages):
    IndexEntry.objects.filter(title="Un travail").delete()

    assert "Un travail" not in titles(find("travail", "fr"))


def test_what_is_rolled_back_is_never_sent(server, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=False):
        make_content_page(title_fr="Jamais publié")

    assert find("jamais", "fr").count == 0


def test_a_rebuild_fills_a_server_that_has_nothing(pages, server, commits):
    everywhere = Generation.objects.values_list("pk", flat=True)
    opensearch.forget(generation=list(everywhere))
    assert find("travail", "fr").matches == []

    with commits():
        rebuild()

    assert len(find("travail", "fr").matches) == 2


def test_the_database_answers_where_the_server_does_not(pages, settings, caplog):
    settings.OPENSEARCH_URL = "http://127.0.0.1:9"

    assert len(find("travail", "fr").matches) == 2
    assert "the database does" in caplog.text


def test_a_page_is_published_while_the_server_fails(settings, commits, caplog):
    with stand_in() as server:
        settings.OPENSEARCH_URL = server.url
        server.is_broken = True
        with commits():
            make_content_page(title_fr="Publiée quand même")

        assert titles(find("publiée", "fr")) == ["Publiée quand même"]
    assert "manage.py rebuild_search" in caplog.text


def test_a_wrong_address_is_told_without_its_password(settings):
    settings.OPENSEARCH_URL = "search.example.org?password=hush"

    (problem,) = [p for p in run_checks() if p.id == "search.E001"]
    assert "hush" not in str(problem)
    assert "https://" in problem.hint


def test_an_address_without_a_port_is_taken(settings):
    settings.OPENSEARCH_URL = "https://user:hush@search.example.org"

    assert [p for p in run_checks() if p.id.startswith("search.")] == []


def test_a_missing_package_is_named(settings, monkeypatch):
    settings.OPENSEARCH_URL = "https://search.example.org:9200"
    monkeypatch.setattr("search.checks.find_spec", lambda name: None)

    (problem,) = [p for p in run_checks() if p.id.startswith("search.")]
    assert "opensearch-py" in problem.msg
