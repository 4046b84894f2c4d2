"""The queue comes to know by itself what it does not know yet."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories import home_page, make_content_page
from translations.models import LanguageVersion
from translations.queue import coverage
from translations.queue.coverage import take_in_what_is_new

pytestmark = pytest.mark.django_db


def languages_of(page):
    return sorted(version.language for version in LanguageVersion.objects.of(page))


def test_a_page_from_before_the_queue_is_taken_in():
    page = make_content_page(lead_fr="Bonjour")
    LanguageVersion.objects.all().delete()

    take_in_what_is_new()

    assert languages_of(page) == ["en", "es", "fr"]
    assert LanguageVersion.objects.of(page).get(language="es").missing == 2


def test_a_page_that_lacks_a_new_language_is_taken_in():
    page = make_content_page(lead_fr="Bonjour")
    LanguageVersion.objects.of(page).filter(language="es").delete()

    take_in_what_is_new()

    assert languages_of(page) == ["en", "es", "fr"]


def test_what_is_known_is_left_alone(monkeypatch):
    make_content_page()
    take_in_what_is_new()
    counted = []
    monkeypatch.setattr(coverage, "refresh", counted.append)

    take_in_what_is_new()

    assert counted == []


def test_a_run_takes_in_so_many_and_the_next_goes_on(monkeypatch):
    pages = [make_content_page(title_fr=f"Page {number}") for number in range(3)]
    LanguageVersion.objects.filter(page__in=pages).delete()
    take_in_what_is_new()
    LanguageVersion.objects.filter(page__in=pages).delete()
    monkeypatch.setattr(coverage, "BATCH", 2)

    take_in_what_is_new()
    assert sum(bool(languages_of(page)) for page in pages) == 2

    take_in_what_is_new()
    assert all(languages_of(page) for page in pages)


def test_one_that_fails_keeps_no_other_waiting(monkeypatch):
    broken, page = make_content_page(title_fr="Un"), make_content_page(title_fr="Deux")
    LanguageVersion.objects.all().delete()
    refresh = coverage.refresh

    def refresh_or_fail(draft):
        if draft.pk == broken.pk:
            raise ValueError("no such block")
        refresh(draft)

    monkeypatch.setattr(coverage, "refresh", refresh_or_fail)
    monkeypatch.setattr(coverage, "BATCH", 2)

    with pytest.raises(RuntimeError, match="1 objects cannot be counted"):
        take_in_what_is_new()

    assert languages_of(page) == ["en", "es", "fr"]


def test_an_alias_and_the_root_of_the_tree_are_no_work():
    page = make_content_page()
    alias = page.create_alias(update_slug="alias", parent=home_page())

    take_in_what_is_new()

    assert languages_of(alias) == []
    assert languages_of(home_page().get_parent()) == []


def test_counting_again_finds_what_changed_behind_the_back_of_the_queue():
    page = make_content_page()
    LanguageVersion.objects.of(page).update(missing=77)
    output = StringIO()

    call_command("update_translations", stdout=output)

    assert LanguageVersion.objects.of(page).get(language="es").missing == 1
    assert "counted." in output.getvalue()


def test_counting_says_when_something_cannot_be_counted(monkeypatch):
    make_content_page()

    def fail(draft):
        raise ValueError("no such block")

    monkeypatch.setattr(coverage, "refresh", fail)

    with pytest.raises(CommandError, match="cannot be counted"):
        call_command("update_translations", stdout=StringIO())
