"""Fields in which editors choose from the lists by which documents are sorted, and from countries."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField

from core.collation import sort_key
from core.countries import country_choices, country_codes
from core.languages import current_language
from core.texts import text


class _NamedChoices(forms.models.ModelChoiceIterator):
    """The entries of a list, named and sorted for whoever works in the admin."""

    def __iter__(self):
        language = current_language()
        named = [(entry, str(text(entry, "label"))) for entry in self.queryset]
        if isinstance(self.field, CategoryFormField):
            yield ("", self.field.empty_label)
        for entry, _label in sorted(named, key=lambda n: sort_key(n[1], language)):
            yield self.choice(entry)


class CategoryFormField(forms.ModelChoiceField):
    """One entry of a list."""

    iterator = _NamedChoices

    def label_from_instance(self, category):
        return str(text(category, "label")) or category.key


class CategoriesFormField(forms.ModelMultipleChoiceField):
    """Several entries of a list."""

    iterator = _NamedChoices
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, category):
        return str(text(category, "label")) or category.key


class CategoryField(models.ForeignKey):
    """One entry of a list, chosen by its name; a page whose entry is deleted has none."""

    def __init__(self, to, on_delete=models.SET_NULL, **kwargs):
        super().__init__(to, on_delete, **kwargs)

    def formfield(self, **kwargs):
        # Lists are short: a select shows them whole, where a chooser opens a window.
        kwargs |= {"form_class": CategoryFormField, "widget": forms.Select}
        return super().formfield(**kwargs)


class CategoriesField(ParentalManyToManyField):
    """Several entries of a list, chosen by their names."""

    def formfield(self, **kwargs):
        kwargs |= {
            "form_class": CategoriesFormField,
            "widget": forms.CheckboxSelectMultiple,
        }
        return super().formfield(**kwargs)


class CountriesField(models.JSONField):
    """Countries of ISO 3166, chosen by their names and stored as two letters each."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("default", list)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        return forms.TypedMultipleChoiceField(
            choices=country_choices,
            required=not self.blank,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            widget=forms.SelectMultiple(attrs={"size": 6}),
        )

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        unknown = [code for code in value if code not in country_codes()]
        if unknown:
            raise ValidationError(
                _(
                    "“%(value)s” is not a country of ISO 3166. Write its two letters, such as CA for Canada."
                ),
                params={"value": ", ".join(map(str, unknown))},
            )
