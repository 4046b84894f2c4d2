"""Registers models with modeltranslation so that no meaning hangs on the active language.

Stock modeltranslation lets `page.title` read and write the column of whatever language
is active, so a publish from an English admin would turn the French URL English. Here an
un-suffixed name always means the default language; a visitor's language is chosen in one
place, `core.texts`. See docs/decisions/0002-unsuffixed-names-mean-the-default-language.md.
"""

from django.db.models import Model
from django.db.models.options import Options
from modelcluster.fields import ParentalKey
from modeltranslation.fields import TranslationFieldDescriptor
from modeltranslation.translator import NotRegistered, translator
from modeltranslation.translator import TranslationOptions as StockTranslationOptions

from core.languages import column, content_languages, default_language

__all__ = [
    "TranslationOptions",
    "edited_models",
    "fields_of_names",
    "register",
    "translated_field_names",
]


class TranslationOptions(StockTranslationOptions):
    """Says which fields of a model exist in every language."""

    # Those of them that hold names which a translation of any text must not lose.
    names_to_keep: tuple[str, ...] = ()


def register(model: type[Model]):
    """Return a decorator that registers `model` with the decorated `TranslationOptions`."""

    def decorate(options: type[TranslationOptions]) -> type[TranslationOptions]:
        manager_classes = {
            manager.name: type(manager) for manager in model._meta.managers
        }
        translator.register(model, options)
        _restore_managers(model, manager_classes)
        _pin_fields(model)
        _pin_constructor(model)
        return options

    return decorate


def translated_field_names(model: type[Model]) -> list[str]:
    """Return the translated fields of `model`, inherited ones included, un-suffixed."""
    try:
        return sorted(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return []


def fields_of_names() -> dict[type[Model], tuple[str, ...]]:
    """Return the models that hold names to keep, with the fields that do."""
    return {
        model: names
        for model in translator.get_registered_models(abstract=False)
        if (names := translator.get_options_for_model(model).names_to_keep)
    }


def edited_models() -> list[type[Model]]:
    """Return the translated models that are edited by themselves, not as rows of others.

    Page types are left to the base of all pages, whose drafts are of their own type.
    """
    return [
        model
        for model in translator.get_registered_models(abstract=False)
        if not model._meta.parents
        and not any(
            isinstance(field, ParentalKey) for field in model._meta.get_fields()
        )
    ]


class DefaultLanguageDescriptor(TranslationFieldDescriptor):
    """Reads and writes the default language's column, whatever language is active."""

    def __get__(self, instance, owner):
        if instance is None:
            return self
        value = getattr(instance, column(self.field.name, default_language()))
        # The base column may be NOT NULL where its language columns are nullable.
        if value is None and not self.field.null:
            return self.field.get_default()
        return value

    def __set__(self, instance, value):
        instance.__dict__[self.field.name] = value
        if not _is_loading(instance):
            setattr(instance, column(self.field.name, default_language()), value)


def _is_loading(instance: Model) -> bool:
    return getattr(instance, "_mt_init", False) or getattr(
        instance, "_mt_disable", False
    )


def _restore_managers(model, manager_classes):
    """Undo the rewriting of queries, so that `filter(slug=…)` means the same everywhere."""
    for manager in model._meta.local_managers:
        if manager.name in manager_classes:
            manager.__class__ = manager_classes[manager.name]
    # The base manager, which refreshes instances and follows foreign keys, is made from
    # the class of the options.
    model._meta.__class__ = Options
    model._meta.__dict__.pop("base_manager", None)
    model._meta._expire_cache()


def _pin_fields(model):
    for name in translator.get_options_for_model(model).local_fields:
        stock = model.__dict__[name]
        setattr(model, name, DefaultLanguageDescriptor(stock.field))
        source = model._meta.get_field(name)
        # Uses of a page or an image are counted once, on the language columns.
        source.wagtail_reference_index_ignore = True
        for language in content_languages():
            field = model._meta.get_field(column(name, language))
            field.wagtail_reference_index_ignore = False
            field.required_on_save = (
                getattr(source, "required_on_save", False)
                and language == default_language()
            )


def _pin_constructor(model):
    """Make `Model(title=…)` fill the default language's column, and no other."""
    names = translated_field_names(model)
    register_constructor = model.__init__

    def __init__(self, *args, **kwargs):
        for name in names:
            if name in kwargs:
                value = kwargs.pop(name)
                kwargs.setdefault(column(name, default_language()), value)
        register_constructor(self, *args, **kwargs)

    model.__init__ = __init__
