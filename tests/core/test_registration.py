import pytest
from django.conf import settings
from django.utils import translation

from core.models import MenuItem, SiteImage, SitePage, SiteSettings
from faq.models import FaqItem, FaqPage
from home.models import ContentPage, HomePage
from tests.factories import faq_item, make_content_page, make_faq_page

LANGUAGES = [code for code, _label in settings.LANGUAGES]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", LANGUAGES)
def test_constructor_fills_the_default_language_only(language):
    with translation.override(language):
        page = ContentPage(title="Gouvernance", lead="Qui décide ?")

    assert (page.title_fr, page.title_en, page.title_es) == ("Gouvernance", None, None)
    assert (page.lead_fr, page.lead_en) == ("Qui décide ?", None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_column_wins_over_the_unsuffixed_name(language):
    with translation.override(language):
        page = ContentPage(title="Ancien", title_fr="Gouvernance")

    assert page.title == page.title_fr == "Gouvernance"


@pytest.mark.parametrize("language", LANGUAGES)
def test_assignment_changes_the_default_language_only(language):
    page = make_content_page(title_en="Governance")

    with translation.override(language):
        page.title = "Qui décide"
        page.save()

    page = ContentPage.objects.get(pk=page.pk)
    assert (page.title, page.title_fr, page.title_en) == (
        "Qui décide",
        "Qui décide",
        "Governance",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_unsuffixed_column_stores_the_default_language(language):
    page = make_content_page(title_en="Governance")

    with translation.override(language):
        page.title_fr = "Qui décide"
        page.save_revision().publish()
        stored = ContentPage.objects.filter(pk=page.pk).values("title", "slug").get()

    assert stored == {"title": "Qui décide", "slug": "gouvernance"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_of_a_page_follow_the_same_rule(language):
    page = make_faq_page(items=[faq_item(question_en="Do you offer internships?")])

    with translation.override(language):
        page.save_revision().publish()
        row = FaqItem.objects.values("question", "question_fr", "question_en").get()

    assert row == {
        "question": "Proposez-vous des stages ?",
        "question_fr": "Proposez-vous des stages ?",
        "question_en": "Do you offer internships?",
    }


@pytest.mark.parametrize("model", [SitePage, HomePage, FaqPage, FaqItem, MenuItem])
@pytest.mark.parametrize("manager", ["_default_manager", "_base_manager"])
def test_queries_mean_the_same_in_every_language(model, manager):
    field = "label" if model is MenuItem else None
    field = field or ("question" if model is FaqItem else "slug")
    queryset = getattr(model, manager).filter(**{field: "x"}).order_by(field)

    statements = set()
    for language in LANGUAGES:
        with translation.override(language):
            statements.add(str(queryset.all().query))

    assert len(statements) == 1
    assert f"{field}_" not in statements.pop().partition("WHERE")[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_refreshing_a_page_changes_no_text(language):
    page = make_content_page(title_en="Governance")

    with translation.override(language):
        page.title_en = "Not saved"
        page.refresh_from_db()

    assert (page.title, page.title_fr, page.title_en) == (
        "Gouvernance",
        "Gouvernance",
        "Governance",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_deferred_texts_load_when_they_are_read(language):
    make_content_page(title_en="Governance", lead_en="Who decides?")

    with translation.override(language):
        page = ContentPage.objects.defer("lead_en", "title").get()
        only = ContentPage.objects.only("title_en").get()

    assert (page.title, page.lead_en) == ("Gouvernance", "Who decides?")
    assert (only.title_en, only.title, only.lead_en) == (
        "Governance",
        "Gouvernance",
        "Who decides?",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_saving_some_fields_keeps_the_unsuffixed_columns(language):
    page = make_content_page(title_en="Governance")

    with translation.override(language):
        page.title_en = "How we decide"
        page.save(update_fields=["title_en"], clean=False)

    stored = ContentPage.objects.filter(pk=page.pk).values("title", "title_en").get()
    assert stored == {"title": "Gouvernance", "title_en": "How we decide"}


@pytest.mark.parametrize("name", ["title", "title_fr"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_saving_one_of_two_twin_columns_saves_both(language, name):
    page = make_content_page()

    with translation.override(language):
        page.title = "Qui décide"
        page.save(update_fields=[name], clean=False)

    stored = ContentPage.objects.filter(pk=page.pk).values("title", "title_fr").get()
    assert stored == {"title": "Qui décide", "title_fr": "Qui décide"}


def test_a_text_that_is_missing_reads_as_empty_not_as_none():
    assert ContentPage().lead == ""
    assert SiteImage().alt_text == ""
    assert SiteSettings().strapline == ""
