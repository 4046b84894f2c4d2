"""Documents of the knowledge base, from content files and back."""

import pytest
import yaml
from django.core.management import call_command

from home.content.dumping import dump
from resources.models import ResourcePage

pytestmark = pytest.mark.django_db

TREE = """
taxonomies:
  resource_type: [{key: book, cited_as: book, label: {fr: Livre}}]
  sector: [{key: waste, label: {fr: Récupération}}]
tree:
- {key: home, parent: null, type: HomePage, title: {fr: Accueil}}
- {key: resources, parent: home, type: ResourceIndexPage, title: {fr: Ressources}, slug: {fr: ressources}}
"""
BOOK = """
resources:
- id: a-book
  is_sample: true
  basis: known
  title: A Book
  title_language: en
  display_title: {fr: Un livre}
  authors: [{kind: corporate, name: WIEGO}, {kind: person, family: Chen, given: Martha}]
  authors_role: editor
  year: 2019
  type: book
  sector: [waste]
  countries: [BR]
  language: en
  isbn: 978-92-95106-42-0
  abstract: {fr: Un résumé.}
"""


@pytest.fixture
def load(tmp_path):
    def load(*texts):
        files = []
        for number, text in enumerate(texts):
            files.append(tmp_path / f"{number}.yaml")
            files[-1].write_text(text)
        call_command("load_content", *map(str, files), verbosity=0)

    return load


def test_a_brief_entry_becomes_a_page_with_its_rows(load, settings):
    settings.SHOW_SAMPLE_DATA = True

    load(TREE, BOOK)

    page = ResourcePage.objects.get(content_key="a-book")
    assert (page.title_fr, page.original_title) == ("Un livre", "A Book")
    assert (page.url_path, page.live) == ("/accueil/ressources/un-livre/", True)
    assert [str(row) for row in page.authors.all()] == ["WIEGO", "Chen, Martha"]
    assert {row.role for row in page.authors.all()} == {"editor"}
    assert [sector.key for sector in page.sectors.all()] == ["waste"]
    assert (page.type.key, page.countries) == ("book", ["BR"])


def test_samples_are_drafts_where_no_sample_data_is_shown(load, settings):
    settings.SHOW_SAMPLE_DATA = False

    load(TREE, BOOK)

    assert not ResourcePage.objects.get(content_key="a-book").live


def test_what_is_dumped_and_loaded_again_is_the_same(load, settings):
    settings.SHOW_SAMPLE_DATA = True
    load(TREE, BOOK)
    told = dump().text

    load(told)

    assert dump().text == told
    texts = yaml.safe_load(told)["pages"]["a-book"]
    assert texts["sectors"] == ["waste"]
    assert texts["authors"][1] == {
        "family": "Chen",
        "given": "Martha",
        "role": "editor",
    }


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("type: book", "type: bok"),
        ("sector: [waste]", "sector: [dust]"),
        ("year: 2019", "year: soon"),
        ("106-42-0", "106-42-1"),
        ("countries: [BR]", "countries: [Brazil]"),
    ],
)
def test_a_value_that_cannot_be_is_refused(load, right, wrong):
    with pytest.raises(Exception) as refused:
        load(TREE, BOOK.replace(right, wrong))

    assert "a-book" in str(refused.value)
    assert not ResourcePage.objects.exists()
