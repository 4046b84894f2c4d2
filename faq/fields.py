"""A field for several audiences."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from faq.audiences import Audience


class AudiencesField(models.JSONField):
    """A list of `Audience` values, edited as checkboxes."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("default", list)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        return forms.TypedMultipleChoiceField(
            choices=Audience.choices,
            required=not self.blank,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        unknown = [item for item in value if item not in Audience.values]
        if unknown:
            raise ValidationError(
                _("“%(value)s” is not an audience. Choose from: %(choices)s."),
                params={
                    "value": ", ".join(map(str, unknown)),
                    "choices": ", ".join(Audience.values),
                },
            )
