"""Fields in which editors choose from lists of another app, which they know by name alone."""

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from core.collation import sort_key
from core.texts import text


class RegionFormField(forms.ModelChoiceField):
    """One region, called what it is called in the language of the admin."""

    def label_from_instance(self, obj):
        return str(text(obj, "label")) or obj.key


class RegionField(models.ForeignKey):
    """A region of the site's list; an organization whose region is deleted has none."""

    def __init__(self, to="resources.Region", on_delete=models.SET_NULL, **kwargs):
        super().__init__(to, on_delete, **kwargs)

    def formfield(self, **kwargs):
        # The list is short: a select shows it whole, where a chooser opens a window.
        kwargs |= {"form_class": RegionFormField, "widget": forms.Select}
        return super().formfield(**kwargs)


class SectorsField(models.JSONField):
    """Sectors of the site's list, kept by their ids: revisions of rows hold no relations to many."""

    sector_model = "resources.Sector"

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("default", list)
        super().__init__(*args, **kwargs)

    def sectors(self):
        """Return every sector there is, by id."""
        return apps.get_model(self.sector_model).objects.in_bulk()

    def formfield(self, **kwargs):
        return forms.TypedMultipleChoiceField(
            choices=self.sector_choices,
            coerce=int,
            required=not self.blank,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )

    def sector_choices(self):
        named = [(pk, str(text(row, "label"))) for pk, row in self.sectors().items()]
        return sorted(named, key=lambda choice: sort_key(choice[1]))

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        unknown = [pk for pk in value if pk not in self.sectors()]
        if unknown:
            raise ValidationError(
                _(
                    "There is no sector with the number %(value)s. Choose from the list."
                ),
                params={"value": ", ".join(map(str, unknown))},
            )
