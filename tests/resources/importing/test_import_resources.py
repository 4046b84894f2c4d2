"""The command that imports documents from the files of other programs."""

import csv
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from core.addresses import lock_tree
from resources.importing import storing
from resources.models import (
    ResourceAuthor,
    ResourceFacet,
    ResourcePage,
    ResourceType,
    Sector,
)
from tests.factories import make_resource_index_page, make_resource_page

pytestmark = pytest.mark.django_db

TABLE = """key,title,title_fr,language,authors,year,type,sectors,countries,abstract_fr
wp-1,A Paper,Un document,en,"Chen, Martha;WIEGO",2019,report,Récupération,Brésil;GH,Un résumé.
"""
RIS = """TY  - RPRT
TI  - A Paper
AU  - Chen, Martha
PY  - 2019
DO  - 10.1000/182
LA  - en
ER  - 
"""


@pytest.fixture(autouse=True)
def site():
    make_resource_index_page()
    ResourceType.objects.create(key="report", label_fr="Rapport")
    Sector.objects.create(key="waste", label_fr="Récupération")


@pytest.fixture
def run(tmp_path):
    def run(content, name="list.csv", **options):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        told = StringIO()
        with translation.override("en"):
            call_command(
                "import_resources", str(path), stdout=told, stderr=told, **options
            )
        return told.getvalue()

    return run


def test_a_line_becomes_a_draft_with_all_it_says(run):
    run(TABLE)

    page = ResourcePage.objects.get()
    assert (page.title_fr, page.title_en) == ("Un document", "A Paper")
    assert (page.original_title, page.original_language) == ("A Paper", "en")
    assert [str(row) for row in page.authors.all()] == ["Chen, Martha", "WIEGO"]
    assert [sector.key for sector in page.sectors.all()] == ["waste"]
    assert (page.countries, page.type.key) == (["BR", "GH"], "report")
    assert (
        not page.live and page.latest_revision.as_object().abstract_fr == "Un résumé."
    )
    assert not ResourceFacet.objects.exists()


def test_a_published_document_answers_and_is_listed(run, client):
    run(TABLE, publish=True)

    page = ResourcePage.objects.get()
    assert page.live_revision == page.latest_revision
    assert client.get(page.get_url()).status_code == 200
    assert client.get("/fr/ressources/?sector=waste").context["listing"].total == 1


@pytest.mark.parametrize("publish", [True, False])
def test_a_file_imported_again_changes_nothing(run, publish):
    run(TABLE, publish=publish)
    before = ResourcePage.objects.get().latest_revision_id

    told = run(TABLE, publish=publish)

    assert "Unchanged: 1" in told
    assert ResourcePage.objects.get().latest_revision_id == before


def test_what_a_file_says_otherwise_is_changed_and_the_rest_stays(run):
    run(TABLE, publish=True)

    told = run(TABLE.replace("2019", "2020").replace("Un résumé.", ""), publish=True)

    page = ResourcePage.objects.get()
    assert "Changed: 1" in told
    assert (page.year, page.abstract_fr) == (2020, "Un résumé.")


@pytest.mark.parametrize(
    "known",
    [
        {"doi": "10.1000/182"},
        {"original_title": "A paper", "year": 2019, "authors": "Chen"},
    ],
)
def test_a_document_is_known_by_its_doi_else_by_title_year_and_author(run, known):

    if "authors" in known:
        known = {**known, "authors": [ResourceAuthor(family=known["authors"])]}
    make_resource_page(**known)

    run(RIS if "doi" in known else RIS.replace("DO  - 10.1000/182\n", ""), "list.ris")

    assert ResourcePage.objects.count() == 1


def test_what_somebody_saves_before_a_file_is_written_stays(run, monkeypatch):
    run(TABLE)

    def save_and_lock(model):
        draft = ResourcePage.objects.get().get_latest_revision_as_object()
        draft.abstract_es = "Un resumen"
        draft.save_revision()
        lock_tree(model)

    monkeypatch.setattr(storing, "lock_tree", save_and_lock)
    run(TABLE.replace("Un résumé.", "Un autre."))

    draft = ResourcePage.objects.get().get_latest_revision_as_object()
    assert (draft.abstract_fr, draft.abstract_es) == ("Un autre.", "Un resumen")


def test_a_draft_of_somebody_is_not_published(run):
    run(TABLE, publish=True)
    page = ResourcePage.objects.get()
    page.abstract_fr = "Pas encore"
    page.save_revision()

    run(TABLE.replace("2019", "2020"), publish=True)

    page.refresh_from_db()
    draft = page.get_latest_revision_as_object()
    assert (page.year, page.abstract_fr) == (2019, "Un résumé.")
    assert (draft.year, draft.abstract_fr) == (2020, "Un résumé.")


def test_a_dry_run_tells_and_writes_nothing(run):
    told = run(TABLE, dry_run=True)

    assert "Nothing was written" in told and "New: 1" in told
    assert not ResourcePage.objects.exists()


def test_each_fault_names_its_file_line_and_field(run, tmp_path):
    wrong = TABLE + "wp-2,Other,,xx9,,soon,reprot,dust,Atlantis,\n"
    report = tmp_path / "report.csv"

    with pytest.raises(CommandError, match="left out"):
        run(wrong, report=report)

    rows = list(csv.DictReader(report.open(encoding="utf-8-sig")))
    faults = {row["field"]: row["fault"] for row in rows if row["action"] == "refused"}
    assert {"year", "type", "sectors", "countries"} <= set(faults)
    assert "“report”" in faults["type"] and "Atlantis" in faults["countries"]
    assert {row["line"] for row in rows} == {"2", "3"}
    # The good line was imported all the same.
    assert ResourcePage.objects.count() == 1


def test_documents_without_type_or_language_take_those_of_the_command(run):
    ResourceType.objects.create(key="book", cited_as="report", label_fr="Livre")
    bare = RIS.replace("LA  - en\n", "")
    with pytest.raises(CommandError):
        run(bare, "list.ris")

    run(bare, "list.ris", type="book", language="es")

    page = ResourcePage.objects.get()
    assert (page.type.key, page.original_language) == ("book", "es")


def test_a_file_of_another_encoding_is_read_when_named(run):
    content = TABLE.replace("Un document", "Été").encode("cp1252")
    with pytest.raises(CommandError, match="UTF-8"):
        run(content)

    run(content, encoding="cp1252")

    assert ResourcePage.objects.get().title_fr == "Été"


def test_a_table_of_a_spreadsheet_in_utf_16_is_read(run):
    run(TABLE.replace(",", ",").encode("utf-16"))

    assert ResourcePage.objects.count() == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff\xfe",
        b'title\n"' + b"x" * 200_000,
        b"@book{" * 2000,
        b"title\n=1+1\n",
    ],
)
@pytest.mark.parametrize("name", ["a.csv", "a.ris", "a.bib", "a.exe"])
def test_a_hostile_file_is_refused_with_words(run, content, name):
    try:
        run(content, name)
    except CommandError as error:
        assert str(error)
    assert not ResourcePage.objects.filter(live=True).exists()
