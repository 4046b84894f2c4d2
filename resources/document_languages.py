"""The languages in which documents are written, which are more than those of the site."""

from functools import cache

from babel import Locale, UnknownLocaleError
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import ChoiceField
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.collation import sort_key
from core.languages import current_language

# What CLDR names beside languages: many at once, none, one that nobody knows.
NOT_LANGUAGES = {"mul", "und", "zxx", "root"}


def language_codes() -> list[str]:
    """Return the codes of two and three letters that have a name."""
    codes = _names("en")
    return [code for code in codes if code.isalpha() and code not in NOT_LANGUAGES]


def language_name(code: str, reader: str | None = None) -> str:
    """Return the name of a language for a reader of another: `Anglais`; the code where CLDR has none."""
    names = _names(reader or current_language())
    name = names.get(code) or names.get(code.split("-")[0]) or code
    return name[:1].upper() + name[1:]


def language_choices(reader: str | None = None) -> list[tuple[str, str]]:
    """Return every language with its name for `reader`, sorted as they expect."""
    reader = reader or get_language() or current_language()
    choices = [(code, language_name(code, reader)) for code in language_codes()]
    return sorted(choices, key=lambda choice: sort_key(choice[1], reader))


@cache
def _names(language):
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return dict(locale.languages)


class LanguageField(models.CharField):
    """A language, chosen by its name and stored as its code of ISO 639."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 12)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        return ChoiceField(
            choices=lambda: [("", "—"), *language_choices()],
            required=not self.blank,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
        )

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        if value and value.split("-")[0] not in language_codes():
            raise ValidationError(
                _(
                    "“%(value)s” is no code of a language. Write two or three letters, such as fr."
                ),
                params={"value": value},
            )
