"""The countries of ISO 3166, named in the language of whoever reads."""

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

# Regions that CLDR names beside the countries of ISO 3166.
NOT_COUNTRIES = "AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ"


def country_codes() -> list[str]:
    """Return the two-letter codes of ISO 3166."""
    return [
        code
        for code in _territories("en")
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES
    ]


def country_name(code: str, language: str | None = None) -> str:
    """Return the name of a country in `language`: `Canada`; the code where CLDR has no name."""
    return _territories(language or current_language()).get(code, code)


def country_choices(language: str | None = None) -> list[tuple[str, str]]:
    """Return every country with its name in `language`, sorted as its readers expect."""
    language = language or get_language() or current_language()
    choices = [(code, country_name(code, language)) for code in country_codes()]
    return sorted(choices, key=lambda choice: sort_key(choice[1], language))


@cache
def _territories(language):
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return dict(locale.territories)


class CountryField(models.CharField):
    """A country of ISO 3166, chosen by its name and stored as two letters."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 2)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        return ChoiceField(
            choices=lambda: [("", _("No country")), *country_choices()],
            required=not self.blank,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
        )

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        if value and value not in country_codes():
            raise ValidationError(
                _(
                    "“%(value)s” is not a country of ISO 3166. Write its two letters, such as CA for Canada."
                ),
                params={"value": value},
            )
