"""The index is made anew while the old one is searched."""

from io import StringIO

import pytest
from django.core.management import call_command

from search.engine import find
from search.models import Generation, IndexedWord, IndexEntry
from search.rebuilding import RebuildOvertaken, rebuild
from tests.factories import faq_item, home_page, make_content_page, make_faq_page

pytestmark = pytest.mark.django_db


def entries():
    return sorted(IndexEntry.objects.values_list("page", "part", "language", "title"))


def test_a_rebuilt_index_has_what_publishing_put_in():
    make_content_page(title_en="Governance")
    make_faq_page(items=[faq_item()])
    home_page().save()
    before = entries()

    rebuild()

    assert len(before) > len({page for page, *_rest in before}) == 3
    assert entries() == before


def test_what_was_missing_is_found_after_a_rebuild():
    make_content_page()
    IndexEntry.objects.all().delete()

    rebuild()

    assert len(find("gouvernance", "fr").hits) == 1
    assert IndexedWord.objects.filter(word="gouvernance").exists()


def test_rebuilding_twice_changes_nothing_and_leaves_nothing():
    make_content_page()

    first, second = rebuild(), rebuild()

    assert first == second == IndexEntry.objects.count()
    assert Generation.objects.get().is_current


def test_visitors_search_the_old_index_until_the_new_one_is_whole():
    make_content_page()
    found = []

    rebuild(lambda done, total: found.append(len(find("gouvernance", "fr").hits)))

    assert set(found) == {1}


def test_what_is_published_during_a_rebuild_is_found_then_and_afterwards():
    page = make_content_page(lead_fr="Un loriot")
    found = []

    def publish(done, total):
        page.lead_fr = "Un moineau"
        page.save_revision().publish()
        found.append(len(find("moineau", "fr").hits))

    rebuild(publish)

    assert set(found) == {1}
    assert len(find("moineau", "fr").hits) == 1
    assert find("loriot", "fr").hits == []


def test_a_rebuild_that_was_broken_off_is_cleared_away_by_the_next():
    make_content_page()

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(stop)
    rebuild()

    assert Generation.objects.count() == 1
    assert len(find("gouvernance", "fr").hits) == 1


def test_of_two_rebuilds_the_later_one_counts():
    make_content_page()

    with pytest.raises(RebuildOvertaken):
        rebuild(lambda done, total: rebuild())

    assert len(find("gouvernance", "fr").hits) == 1


def test_the_command_tells_how_far_it_is(english_interface):
    output = StringIO()

    call_command("rebuild_search", stdout=output)

    assert "2 of 2 pages read" in output.getvalue()
