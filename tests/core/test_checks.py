from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList

from core import checks
from core.models import MenuItem
from core.panels import SharedFieldPanel, TranslatedFieldPanel, TranslatedInlinePanel
from faq.models import FaqPage
from home.models import ContentPage


def ids(problems):
    return [problem.id for problem in problems]


def options_of(model, *panels):
    return ObjectList(panels).bind_to_model(model).get_form_options()


def test_the_site_keeps_its_own_conventions():
    call_command("check")


def test_a_field_that_needs_no_right_is_found():
    options = options_of(
        ContentPage, FieldPanel("lead_en"), TranslatedFieldPanel("kicker")
    )

    problems = checks.unguarded_fields(ContentPage, options)

    assert ids(problems) == ["core.E001"]
    assert "lead_en" in problems[0].msg
    assert "SharedFieldPanel" in problems[0].hint


def test_a_field_of_rows_that_needs_no_right_is_found():
    rows = TranslatedInlinePanel(
        "items", panels=[FieldPanel("question_es"), SharedFieldPanel("anchor")]
    )

    problems = checks.unguarded_fields(FaqPage, options_of(FaqPage, rows))

    assert "question_es" in problems[0].msg
    assert len(problems) == 1


def test_stock_rows_are_found():
    options = options_of(FaqPage, InlinePanel("items"))

    assert ids(checks.stock_rows(FaqPage, options)) == ["core.E002"]


def test_a_model_registered_by_other_means_is_found(monkeypatch):
    stock = SimpleNamespace()
    monkeypatch.setattr(FaqPage, "intro", stock)

    problems = checks.check_models_are_registered_here(None)

    assert ids(problems) == ["core.E003"]
    assert "intro" in problems[0].msg


def test_translated_rows_without_their_base_are_found(monkeypatch):
    monkeypatch.setattr(checks, "row_models", lambda model: [ContentPage])
    monkeypatch.setattr(checks, "edited_models", lambda: [FaqPage])

    problems = checks.check_rows_are_translated_children(None)

    assert ids(problems) == ["core.E004"]


@pytest.mark.parametrize(
    "code, is_found",
    [
        ("from wagtail.models import Page", True),
        ("from wagtail.models import (\n    Orderable,\n    Page,\n)", True),
        ("from wagtail.models.pages import Page as StockPage", True),
        ("from wagtail.models import PageManager, Orderable", False),
        ("# from wagtail.models import Page", False),
    ],
)
def test_an_import_of_the_stock_page_is_found(code, is_found):
    assert checks.imports_stock_page(code) is is_found


@pytest.mark.parametrize(
    "name, value, word",
    [
        ("MODELTRANSLATION_CUSTOM_FIELDS", ("RichTextField",), "StreamField"),
        ("MODELTRANSLATION_REQUIRED_LANGUAGES", ("fr", "en"), "fr, en"),
        ("MODELTRANSLATION_REQUIRED_LANGUAGES", (), "no language"),
        ("MODELTRANSLATION_DEFAULT_LANGUAGE", "en", "not the first"),
        ("LANGUAGE_CODE", "es", "LANGUAGE_CODE is es"),
        ("WAGTAIL_I18N_ENABLED", True, "second tree"),
    ],
)
def test_a_wrong_language_setting_is_found(settings, name, value, word):
    setattr(settings, name, value)

    problems = checks.check_language_settings(None)

    assert set(ids(problems)) == {"core.E006"}
    assert any(word in problem.msg for problem in problems)
    assert all(problem.hint for problem in problems)


def test_tables_are_not_altered_outside_of_migrations():
    with pytest.raises(CommandError, match="makemigrations"):
        call_command("sync_translation_fields")


def test_the_rows_of_the_site_settings_are_checked_too():
    assert MenuItem in [
        row for model in checks.edited_models() for row in checks.row_models(model)
    ]
