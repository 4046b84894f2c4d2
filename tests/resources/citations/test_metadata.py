"""What Zotero, Google Scholar and libraries read in a page."""

from dataclasses import replace

from resources.citations.metadata import dublin_core, highwire, structured
from resources.citations.record import EDITOR, Author
from tests.resources.citations.records import BRIEF, HOSTILE, ILO, PAPER


def test_each_author_has_an_element_of_their_own():
    pairs = highwire(BRIEF)

    assert [value for name, value in pairs if name == "citation_author"] == [
        "Bonnet, Florence",
        "Vanek, Joann",
        "Chen, Martha",
    ]


def test_a_report_names_its_institution_and_an_article_its_journal():
    report, article = (
        dict(highwire(BRIEF, "https://x.org/a.pdf")),
        dict(highwire(PAPER)),
    )

    assert report["citation_technical_report_institution"] == "WIEGO"
    assert report["citation_technical_report_number"] == "42"
    assert report["citation_publication_date"] == "2019/01"
    assert report["citation_pdf_url"] == "https://x.org/a.pdf"
    assert article["citation_journal_title"] == "Journal of Sociology"
    assert article["citation_issue"] == "7"


def test_dublin_core_tells_creators_from_contributors():
    editor = Author("Chen", "Martha", role=EDITOR)

    pairs = dublin_core(replace(PAPER, authors=(ILO, editor)))

    assert ("DC.creator", "International Labour Organization") in pairs
    assert ("DC.contributor", "Chen, Martha") in pairs
    assert ("DC.identifier", "https://doi.org/10.1108/IJSSP-06-2016-0077") in pairs


def test_schema_org_knows_people_from_bodies():
    data = structured(replace(BRIEF, authors=(*BRIEF.authors[:1], ILO)))

    assert data["@type"] == "Report"
    assert [author["@type"] for author in data["author"]] == ["Person", "Organization"]
    assert data["datePublished"] == "2019-01"
    assert "isbn" not in data


def test_no_value_holds_a_line_break():
    pairs = highwire(replace(BRIEF, title=HOSTILE)) + dublin_core(
        replace(BRIEF, title=HOSTILE)
    )

    assert not [value for _name, value in pairs if "\n" in value or "\r" in value]
