import pytest

from faq.models import FaqItem
from tests.admin.forms import draft_of, open_page, rich_text
from tests.admin.people import make_staff, make_translator, signed_in
from tests.factories import faq_item, make_faq_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_faq_page(
        items=[
            faq_item(anchor="stages", question_fr="Des stages ?", sort_order=0),
            faq_item(anchor="dons", question_fr="Des dons ?", sort_order=1),
        ]
    )


def questions(page, language):
    return [
        getattr(item, f"question_{language}") or ""
        for item in draft_of(page).items.all()
    ]


def add_draft_row(page, **fields):
    """Let a colleague add a row that is in no published version, so has no primary key."""
    draft = draft_of(page)
    draft.items.add(faq_item(anchor="presse", sort_order=2, **fields))
    draft.save_revision()


def test_a_translator_writes_in_the_rows_of_their_language(page):
    form = open_page(signed_in(make_translator("es")), page)

    form.set(**{"items-0-question_es": "¿Prácticas?"}).save()

    assert questions(page, "es") == ["¿Prácticas?", ""]
    assert questions(page, "fr") == ["Des stages ?", "Des dons ?"]


def test_a_translator_forges_no_other_language_of_a_row(page):
    form = open_page(signed_in(make_translator("es")), page)

    form.forge(
        {
            "items-0-question_fr": "FORGED",
            "items-0-answer_fr": rich_text("FORGED"),
            "items-0-question_en": "FORGED",
            "items-0-anchor": "forged",
        }
    ).save()

    item = draft_of(page).items.all()[0]
    assert (item.question_fr, item.question_en) == ("Des stages ?", None)
    assert "FORGED" not in item.answer_fr
    assert item.anchor == "stages"


@pytest.mark.parametrize(
    "forged",
    [
        {"items-0-DELETE": "on"},
        {"items-0-ORDER": "2", "items-1-ORDER": "1"},
        {"items-TOTAL_FORMS": "1", "items-INITIAL_FORMS": "1"},
        {"items-TOTAL_FORMS": "0", "items-INITIAL_FORMS": "0"},
        {
            "items-TOTAL_FORMS": "3",
            "items-2-id": "",
            "items-2-question_es": "FORGED",
            "items-2-ORDER": "3",
        },
        {"items-0-id": ""},
        {"items-0-id": "999999"},
        {"items-0-id": "not a number"},
        {"items-0-id": "", "items-0-row_key": "not a key"},
    ],
)
def test_a_translator_adds_deletes_and_reorders_no_rows(page, forged):
    form = open_page(signed_in(make_translator("es")), page)

    response = form.forge(forged).save()

    assert response.status_code in (200, 302)
    assert questions(page, "fr") == ["Des stages ?", "Des dons ?"]


def test_a_row_that_the_form_left_out_keeps_all_its_texts(page):
    item = FaqItem.objects.get(anchor="dons")
    item.question_es = "¿Donaciones?"
    item.save()
    page.save_revision()
    form = open_page(signed_in(make_translator("es")), page)
    names = [name for name in form.data if name.startswith("items-1-")]

    form.drop(*names).save()

    assert questions(page, "es") == ["", "¿Donaciones?"]


def test_a_form_without_its_counts_changes_no_row(page):
    form = open_page(signed_in(make_translator("es")), page)

    response = form.drop("items-TOTAL_FORMS", "items-INITIAL_FORMS").save()

    assert response.status_code == 200
    assert questions(page, "fr") == ["Des stages ?", "Des dons ?"]


def test_a_translator_writes_in_a_row_that_is_not_published_yet(page):
    add_draft_row(page, question_fr="La presse ?", question_en="The press?")
    form = open_page(signed_in(make_translator("es")), page)

    form.set(**{"items-2-question_es": "¿La prensa?"}).save()

    assert questions(page, "es") == ["", "", "¿La prensa?"]
    assert questions(page, "fr") == ["Des stages ?", "Des dons ?", "La presse ?"]
    assert questions(page, "en") == ["", "", "The press?"]


def test_rows_that_are_not_published_yet_are_not_confused_when_one_is_added(page):
    add_draft_row(page, question_fr="La presse ?")
    form = open_page(signed_in(make_translator("es")), page)
    draft = draft_of(page)
    draft.items.add(faq_item(anchor="avant", question_fr="Avant ?", sort_order=-1))
    draft.save_revision()

    form.set(**{"items-2-question_es": "¿La prensa?"}).save()

    rows = {item.question_fr: item.question_es for item in draft_of(page).items.all()}
    assert rows["La presse ?"] == "¿La prensa?"
    assert not rows["Avant ?"]


def test_a_translator_who_leaves_out_unpublished_rows_loses_none(page):
    add_draft_row(page, question_fr="La presse ?")
    form = open_page(signed_in(make_translator("es")), page)

    form.forge({"items-TOTAL_FORMS": "0", "items-INITIAL_FORMS": "0"}).save()

    assert questions(page, "fr") == ["Des stages ?", "Des dons ?", "La presse ?"]


def test_staff_add_delete_and_reorder_rows(page):
    form = open_page(signed_in(make_staff()), page)

    form.set(**{"items-0-DELETE": "on", "items-1-ORDER": "2"})
    form.add_row(
        "items",
        ORDER="1",
        question_fr="La presse ?",
        answer_fr=rich_text("Oui."),
        question_en="",
        answer_en="null",
        question_es="",
        answer_es="null",
        anchor="presse",
    )
    response = form.save("publish")

    assert response.status_code == 302
    assert questions(page, "fr") == ["La presse ?", "Des dons ?"]


def test_staff_keep_unpublished_rows_they_did_not_touch(page):
    add_draft_row(page, question_fr="La presse ?")
    form = open_page(signed_in(make_staff()), page)

    form.set(**{"items-0-question_fr": "Vos stages ?"}).save()

    assert questions(page, "fr") == ["Vos stages ?", "Des dons ?", "La presse ?"]
