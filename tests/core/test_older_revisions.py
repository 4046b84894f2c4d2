"""Older revisions, previews and copies of pages that several people edit."""

import pytest
from django.urls import reverse

from core.models import SitePage
from tests.admin.forms import open_form, open_page
from tests.admin.two_people import browser, draft, question, rows
from tests.factories import faq_item, make_faq_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_faq_page(
        intro_fr="Ancien",
        items=[faq_item(anchor="a", sort_order=0), faq_item(anchor="b", sort_order=1)],
    )


@pytest.fixture
def hers(page):
    return open_page(browser("aminata"), page)


@pytest.fixture
def his(page):
    return open_page(browser("kofi"), page)


def is_saved(response):
    return response.status_code == 302


def open_older(client, page, revision):
    names = [page.pk, revision.pk]
    return open_form(client, reverse("wagtailadmin_pages:revisions_revert", args=names))


def test_an_older_revision_comes_back_with_its_texts_and_rows(page, hers):
    older = page.latest_revision
    hers.set(intro_fr="Neuf", title_es="P", **question(0, DELETE="on")).save()
    hers = open_page(hers.client, page)
    hers.set(**question(0, question_es="¿B?")).save()

    assert is_saved(open_older(hers.client, page, older).save())

    latest = draft(page)
    assert (latest.intro_fr, latest.title_es or "") == ("Ancien", "")
    assert rows(page, "anchor", "question_es") == [("a", None), ("b", None)] or rows(
        page, "anchor", "question_es"
    ) == [("a", ""), ("b", "")]


def test_rows_that_an_older_revision_did_not_have_go_when_it_comes_back(page, hers):
    older = page.latest_revision
    added = draft(page)
    added.items.add(faq_item(anchor="c", sort_order=9))
    added.save_revision()

    assert is_saved(open_older(hers.client, page, older).save())

    assert rows(page, "anchor") == [("a",), ("b",)]


def test_what_somebody_writes_while_an_older_revision_is_looked_at_is_a_conflict(
    page, hers, his
):
    older = page.latest_revision
    hers.set(intro_fr="Neuf").save()
    form = open_older(his.client, page, older)
    open_page(hers.client, page).set(intro_fr="Encore plus neuf").save()

    response = form.save()

    assert not is_saved(response)
    assert draft(page).intro_fr == "Encore plus neuf"


def test_an_older_revision_takes_nothing_from_what_it_has_in_common(page, hers, his):
    older = page.latest_revision
    hers.set(intro_fr="Neuf").save()
    form = open_older(his.client, page, older)
    open_page(hers.client, page).set(intro_es="Nuevo").save()

    assert is_saved(form.save())

    assert (draft(page).intro_fr, draft(page).intro_es) == ("Ancien", "Nuevo")


def test_a_preview_shows_what_was_typed_although_somebody_else_typed_too(
    page, hers, his
):
    hers.set(intro_fr="Aminata", title_fr="Questions").save()
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])

    answer = his.client.post(url, his.set(intro_fr="Kofi partout").data)

    assert answer.json() == {"is_valid": True, "is_available": True}
    html = his.client.get(url).content.decode()
    assert "Kofi partout" in html and "Questions" in html
    assert draft(page).intro_fr == "Aminata"


def test_a_comparison_shows_the_texts_of_both(page, hers, his):
    older = page.latest_revision
    hers.set(intro_fr="Aminata").save()
    his.set(intro_es="Hola de Kofi", **question(0, question_es="¿A?")).save()
    url = reverse(
        "wagtailadmin_pages:revisions_compare", args=[page.pk, older.pk, "latest"]
    )

    html = his.client.get(url).content.decode()

    assert "Aminata" in html and "Hola de Kofi" in html and "¿A?" in html


def test_rows_of_a_copy_are_merged_on_their_own(page, hers):
    copy = page.copy(update_attrs={"title": "Copie", "slug": "copie"})
    hers_of_copy, his_of_copy = (
        open_page(hers.client, copy),
        open_page(browser("rosa"), copy),
    )

    hers_of_copy.set(**question(0, question_es="¿A?")).save()
    assert is_saved(his_of_copy.set(**question(0, question_en="A?")).save())

    assert rows(copy, "question_es", "question_en")[0] == ("¿A?", "A?")
    assert rows(page, "question_es", "question_en")[0] == (None, None)


def test_a_save_of_the_whole_page_hides_no_newer_draft(page, hers):
    begun_before = SitePage.objects.get(pk=page.pk).specific
    hers.set(intro_fr="Neuf").save()

    begun_before.live_revision.publish()
    begun_before.save()

    assert draft(page).intro_fr == "Neuf"
    assert SitePage.objects.get(pk=page.pk).has_unpublished_changes
