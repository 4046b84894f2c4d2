"""Our conventions, checked each time the project starts."""

import ast
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core import checks
from modelcluster.models import get_all_child_relations
from modeltranslation.translator import translator
from wagtail.models import AbstractPage
from wagtail.snippets.models import get_snippet_models

from core.languages import content_languages, default_language
from core.models import SitePage, TranslatedChild
from core.registration import DefaultLanguageDescriptor, translated_field_names
from core.rows import Rows

CUSTOM_FIELDS = {"RichTextField", "StreamField"}


def edited_models() -> list[type]:
    """Return the models with a form in which each field belongs to somebody."""
    pages = [model for model in apps.get_models() if issubclass(model, SitePage)]
    snippets = [
        model for model in get_snippet_models() if translated_field_names(model)
    ]
    return [*pages, *snippets]


@checks.register
def check_fields_have_rights(app_configs, **kwargs):
    """Find fields of edit forms that anybody who may open the form could write."""
    problems = []
    for model in edited_models():
        options = edit_handler(model).get_form_options()
        problems += unguarded_fields(model, options)
        problems += stock_rows(model, options)
    return problems


def edit_handler(model):
    """Return the panels of `model`, bound to it."""
    if issubclass(model, AbstractPage):
        return model.get_edit_handler()
    return model.snippet_viewset.get_edit_handler()


def unguarded_fields(model, options) -> list:
    """Return a problem for each field of a form, or of its rows, that needs no right."""
    guarded = options.get("field_permissions", {})
    problems = [
        checks.Error(
            f"Anybody who may edit a {model._meta.verbose_name} can write “{name}”.",
            hint="Show it with a TranslatedFieldPanel or a SharedFieldPanel.",
            obj=model,
            id="core.E001",
        )
        for name in options.get("fields", [])
        if not guarded.get(name)
    ]
    for relation, rows in options.get("formsets", {}).items():
        row_model = getattr(model, relation).rel.related_model
        form_options = getattr(rows.get("form"), "_meta", None)
        row_options = {
            "fields": rows.get("fields", []),
            "field_permissions": getattr(form_options, "field_permissions", None) or {},
        }
        problems += unguarded_fields(row_model, row_options)
    return problems


def stock_rows(model, options) -> list:
    """Return a problem for each list of rows that accepts forged fields and wipes unseen ones."""
    return [
        checks.Error(
            f"The rows “{relation}” are shown by a stock InlinePanel.",
            hint="Show them with a TranslatedInlinePanel.",
            obj=model,
            id="core.E002",
        )
        for relation, rows in options.get("formsets", {}).items()
        if not issubclass(rows.get("formset", object), Rows)
    ]


@checks.register
def check_models_are_registered_here(app_configs, **kwargs):
    """Find translated models whose un-suffixed names hang on the active language."""
    return [
        checks.Error(
            f"“{name}” of {model._meta.label} reads and writes the active language.",
            hint="Register the model with core.registration.register, "
            "not with modeltranslation's own decorator.",
            obj=model,
            id="core.E003",
        )
        for model in translator.get_registered_models(abstract=False)
        for name in translator.get_options_for_model(model).local_fields
        if not isinstance(model.__dict__.get(name), DefaultLanguageDescriptor)
    ]


@checks.register
def check_rows_are_translated_children(app_configs, **kwargs):
    """Find rows with texts whose drafts would not know their language."""
    return [
        checks.Error(
            f"The rows {row._meta.label} have texts and are no TranslatedChild.",
            hint="Let the model inherit core.models.TranslatedChild first.",
            obj=row,
            id="core.E004",
        )
        for model in edited_models()
        for row in row_models(model)
        if translated_field_names(row) and not issubclass(row, TranslatedChild)
    ]


def row_models(model) -> list[type]:
    """Return the models of the rows that belong to `model`."""
    return [relation.related_model for relation in get_all_child_relations(model)]


@checks.register
def check_page_model_is_ours(app_configs, **kwargs):
    """Find code of ours that imports the page model which this site replaced."""
    return [
        checks.Error(
            f"{path.relative_to(settings.BASE_DIR)} imports wagtail.models.Page.",
            hint="Use core.models.SitePage, which is the page model of this site.",
            id="core.E005",
        )
        for app_config in apps.get_app_configs()
        if is_ours(Path(app_config.path))
        for path in sorted(Path(app_config.path).rglob("*.py"))
        if imports_stock_page(path.read_text())
    ]


def is_ours(app_folder: Path) -> bool:
    """Tell whether an app is part of the project, and not of a virtual environment inside it."""
    below = app_folder.is_relative_to(settings.BASE_DIR)
    return below and "site-packages" not in app_folder.parts


def imports_stock_page(code: str) -> bool:
    """Tell whether `code` imports `Page` from Wagtail."""
    if "wagtail.models" not in code or "Page" not in code:
        return False
    return any(
        isinstance(node, ast.ImportFrom)
        and node.module in ("wagtail.models", "wagtail.models.pages")
        and any(alias.name == "Page" for alias in node.names)
        for node in ast.walk(ast.parse(code))
    )


@checks.register
def check_language_settings(app_configs, **kwargs):
    """Find language settings that contradict one another."""
    problems = []
    for is_wrong, message, hint in _language_rules():
        if is_wrong:
            problems.append(checks.Error(message, hint=hint, id="core.E006"))
    return problems


def _language_rules():
    return [*_default_language_rules(), *_column_rules()]


def _default_language_rules():
    required = tuple(settings.MODELTRANSLATION_REQUIRED_LANGUAGES)
    return [
        (
            default_language() != content_languages()[0],
            f"The default language, {default_language()}, is not the first of LANGUAGES.",
            "Put it first: forms and menus show the languages in that order.",
        ),
        (
            default_language() != settings.LANGUAGE_CODE,
            f"LANGUAGE_CODE is {settings.LANGUAGE_CODE} and the default language of "
            f"texts is {default_language()}.",
            "Set MODELTRANSLATION_DEFAULT_LANGUAGE = LANGUAGE_CODE.",
        ),
        (
            required != (default_language(),),
            f"Texts are required in {', '.join(required) or 'no language'}.",
            "Set MODELTRANSLATION_REQUIRED_LANGUAGES = (LANGUAGE_CODE,).",
        ),
    ]


def _column_rules():
    missing = CUSTOM_FIELDS - set(settings.MODELTRANSLATION_CUSTOM_FIELDS)
    return [
        (
            bool(missing),
            f"{', '.join(sorted(missing))} cannot be translated.",
            "Name them in MODELTRANSLATION_CUSTOM_FIELDS.",
        ),
        (
            getattr(settings, "WAGTAIL_I18N_ENABLED", False),
            "WAGTAIL_I18N_ENABLED makes a second tree of pages for each language.",
            "Set it to False: each page has a column for each language.",
        ),
    ]
