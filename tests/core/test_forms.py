import json

import pytest
from wagtail.models import Revision

from core.models import SitePage
from tests.admin.forms import open_page, read_form, rich_text
from tests.admin.two_people import autosave, browser, draft, stream_fields
from tests.factories import (
    make_content_page,
    make_funder_list_page,
    make_partnership_page,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_partnership_page(kicker_fr="Ensemble")


@pytest.fixture
def hers(page):
    return open_page(browser("aminata"), page)


@pytest.fixture
def his(page):
    return open_page(browser("kofi"), page)


def saved(response) -> bool:
    return response.status_code == 302


# Different columns


def test_two_people_who_write_different_languages_both_keep_their_text(page, hers, his):
    assert saved(hers.set(kicker_fr="A", intro_fr=rich_text("Neuf")).save())
    assert saved(his.set(kicker_es="Juntas").save())

    page = draft(page)
    assert (page.kicker_fr, page.kicker_es) == ("A", "Juntas")
    assert "Neuf" in page.intro_fr


def test_a_text_that_both_wrote_alike_is_no_conflict(page, hers, his):
    assert saved(hers.set(kicker_fr="A").save())
    assert saved(his.set(kicker_fr="A").save())

    assert draft(page).kicker_fr == "A"


def test_emptying_a_text_is_a_change_like_any_other(page, hers, his):
    hers.set(kicker_fr="").save()
    his.set(kicker_es="Juntas").save()

    assert (draft(page).kicker_fr or "", draft(page).kicker_es) == ("", "Juntas")


def test_pages_chosen_dates_and_ticks_are_merged(page, hers, his):
    target = make_funder_list_page()
    hers.set(funders_page=str(target.pk), policy_reviewed_on="2026-01-15").save()
    assert saved(his.forge(show_in_menus="on").save())

    page = draft(page)
    assert (page.funders_page_id, str(page.policy_reviewed_on)) == (
        target.pk,
        "2026-01-15",
    )
    assert page.show_in_menus is True


def test_a_tick_taken_away_by_one_person_stays_away(page):
    SitePage.objects.filter(pk=page.pk).update(show_in_menus=True)
    SitePage.objects.get(pk=page.pk).specific.save_revision()
    hers, his = open_page(browser("a"), page), open_page(browser("b"), page)
    assert "show_in_menus" in hers.data

    assert saved(hers.drop("show_in_menus").save())
    assert saved(his.set(kicker_es="Juntas").save())

    assert draft(page).show_in_menus is False


def test_a_required_text_that_somebody_else_filled_is_there(page):
    draft_page = draft(page)
    draft_page.title_en = ""
    draft_page.save_revision()
    hers, his = open_page(browser("a"), page), open_page(browser("b"), page)

    hers.set(title_en="Partners").save()
    his.set(kicker_es="Juntas").save()

    assert draft(page).title_en == "Partners"


# Streams


@pytest.fixture
def stream_page():
    body = [
        {"type": "heading", "value": {"text": "Un", "anchor": ""}},
        {"type": "text", "value": "<p>Deux</p>"},
        {"type": "list", "value": [{"title": "T", "text": "<p>x</p>"}]},
    ]
    return make_content_page(body_fr=json.dumps(body), body_en=json.dumps(body[:1]))


def test_streams_of_different_languages_are_merged(stream_page):
    hers, his = (
        open_page(browser("a"), stream_page),
        open_page(browser("b"), stream_page),
    )

    assert saved(hers.forge(stream_fields("body_en", "One", "Two")).save())
    assert saved(his.forge(stream_fields("body_en", "Un")).forge(title_es="G").save())

    page = draft(stream_page)
    assert [block.value["text"] for block in page.body_en] == ["One", "Two"]
    assert len(page.body_fr) == 3 and page.title_es == "G"


def test_a_stream_that_both_changed_is_a_conflict_with_both_texts(stream_page):
    hers, his = (
        open_page(browser("a"), stream_page),
        open_page(browser("b"), stream_page),
    )
    hers.forge(stream_fields("body_en", "Aminata wrote this")).save()

    response = his.forge(stream_fields("body_en", "Kofi wrote this")).save()

    html = response.content.decode()
    assert response.status_code == 200
    assert "Aminata wrote this" in html and "Kofi wrote this" in html
    assert draft(stream_page).body_en[0].value["text"] == "Aminata wrote this"


# Conflicts


def test_a_conflict_shows_both_texts_and_saves_nothing(page, hers, his):
    hers.set(kicker_fr="Version <b>Aminata</b>").save()

    response = his.set(kicker_fr="Version Kofi", kicker_es="Juntas").save()

    html = response.content.decode()
    assert response.status_code == 200 and 'class="conflict"' in html
    assert "&lt;b&gt;Aminata&lt;/b&gt;" in html and "<mark>Kofi</mark>" in html
    assert draft(page).kicker_fr == "Version <b>Aminata</b>"
    assert draft(page).kicker_es is None


def test_a_conflict_names_the_other_person(page, hers, his):
    hers.set(kicker_fr="A").save()

    html = his.set(kicker_fr="B").save().content.decode()

    assert "Aminata" in html


def test_the_text_of_a_conflict_stays_in_the_form_and_saving_again_keeps_it(
    page, hers, his
):
    hers.set(kicker_fr="A", kicker_en="A too").save()
    response = his.set(kicker_fr="B", kicker_es="Juntas").save()

    his.data = read_form(response.content)
    assert (his.data["kicker_fr"], his.data["kicker_es"]) == ("B", "Juntas")
    # What only she changed is shown now, so that it can be read.
    assert his.data["kicker_en"] == "A too"
    assert saved(his.save())

    page = draft(page)
    assert (page.kicker_fr, page.kicker_es, page.kicker_en) == ("B", "Juntas", "A too")


def test_a_third_text_is_a_new_conflict(page, hers, his):
    hers.set(kicker_fr="A").save()
    response = his.set(kicker_fr="B").save()
    open_page(hers.client, page).set(kicker_fr="A again").save()

    his.data = read_form(response.content)

    assert not saved(his.save())
    assert draft(page).kicker_fr == "A again"


def test_rich_texts_changed_by_both_are_a_conflict(page, hers, his):
    hers.set(intro_fr=rich_text("Aminata")).save()

    response = his.set(intro_fr=rich_text("Kofi")).save()

    assert not saved(response)
    assert b"<mark>Aminata</mark>" in response.content


def test_something_unreadable_typed_over_a_newer_value_is_a_conflict_too(
    page, hers, his
):
    hers.set(policy_reviewed_on="2026-01-15").save()

    response = his.set(policy_reviewed_on="soon").save()
    his.data = read_form(response.content)
    his.set(policy_reviewed_on="2026-02-01")

    assert not saved(response)
    assert b"15" in response.content
    assert saved(his.save())


# Forms that do not show everything


def test_what_a_post_leaves_out_is_never_wiped(page, hers):
    hers.drop("kicker_fr", "intro_fr", "title_en").set(kicker_es="Juntas")

    assert saved(hers.save())

    page = draft(page)
    assert (page.kicker_fr, page.title_en) == ("Ensemble", "Partner with us")
    assert "introduction" in page.intro_fr


@pytest.mark.parametrize("note", ["", "{", "[]", '{"columns": {"kicker_fr": 4}}'])
def test_a_form_without_a_readable_note_saves_what_was_typed(page, hers, note):
    assert hers.set(kicker_es="Juntas", note=note).save().status_code in (200, 302)


def test_a_page_without_a_revision_is_merged_too(page):
    SitePage.objects.update(latest_revision=None, live_revision=None)
    Revision.objects.all().delete()
    hers, his = open_page(browser("a"), page), open_page(browser("b"), page)

    assert autosave(hers.set(kicker_fr="A"))["success"]
    assert autosave(his.set(kicker_es="Juntas"))["success"]

    assert (draft(page).kicker_fr, draft(page).kicker_es) == ("A", "Juntas")
