"""The lists by which documents are sorted, in content files."""

import pytest
import yaml

from resources.models import Region, ResourceType, Theme
from tests.home.content.content_files import SAMPLE, dump, faults_of, load

pytestmark = pytest.mark.django_db

THEMES = """
taxonomies:
  theme:
  - {key: law, label: {fr: Droit, en: Law}}
  - {key: climate, label: {fr: Climat}}
  resource_type:
  - {key: book, label: {fr: Livre}, cited_as: book}
"""


def test_the_shipped_lists_are_loaded_in_every_language():
    lists = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))["taxonomies"]
    load(yaml.safe_dump({"taxonomies": lists}, allow_unicode=True))

    assert Theme.objects.get(key="child_care").label_es == "Cuidado infantil"
    assert Region.objects.get(key="africa").label == "Afrique"
    assert ResourceType.objects.get(key="journal_article").cited_as == "article-journal"


def test_a_second_load_changes_nothing():
    load(THEMES)

    report = load(THEMES)

    assert "taxonomies" not in report
    assert Theme.objects.count() == 2


def test_a_label_that_an_editor_changed_is_kept_and_told():
    load(THEMES)
    Theme.objects.filter(key="law").update(label_en="Legislation")

    report = load(THEMES.replace("en: Law", "en: The law"))

    assert Theme.objects.get(key="law").label_en == "Legislation"
    assert "_theme: law/label_en" in report


def test_an_entry_that_an_editor_deleted_stays_deleted_unless_told_otherwise():
    load(THEMES)
    Theme.objects.get(key="climate").delete()

    report = load(THEMES)

    assert "theme: climate" in report
    assert not Theme.objects.filter(key="climate").exists()
    load(THEMES, overwrite=True)
    assert Theme.objects.filter(key="climate").exists()


def test_a_dump_holds_the_lists():
    load(THEMES)

    dumped = dump()

    Theme.objects.all().delete()
    load(dumped, overwrite=True)
    assert set(Theme.objects.values_list("key", "label_en")) == {
        ("law", "Law"),
        ("climate", None),
    }


@pytest.mark.parametrize(
    "entry, fault",
    [
        ("{key: 'a b', label: {fr: A}}", "a b"),
        ("{key: a, label: {fr: A}, colour: red}", "“colour” is not known here"),
        ("{key: a, label: {de: A}}", "“de” is no language of this site"),
        ("{key: a, label: {fr: A}, cited_as: map}", "“cited_as” is not known here"),
        ("{key: a, label: {en: A}}", "Give “a” a label in the language fr"),
    ],
)
def test_an_entry_that_cannot_be_is_refused_with_its_line(entry, fault):
    faults = faults_of(f"taxonomies:\n  theme:\n  - {entry}\n")

    assert any("3" in found and fault in found for found in faults), faults


def test_lists_that_the_code_knows_are_only_counted():
    report = load("taxonomies:\n  audience:\n  - {key: media}\n")

    assert "taxonomies (1)" in report
