"""What every model with texts in several languages does when it is saved."""

from django.db import models

from core.languages import column, default_language
from core.registration import translated_field_names


class TranslatedModel(models.Model):
    """Keeps each un-suffixed column equal to the default language's, on partial saves too."""

    class Meta:
        abstract = True

    def save_base(self, *args, update_fields=None, **kwargs):
        if update_fields:
            update_fields = self._with_twin_columns(update_fields)
        return super().save_base(*args, update_fields=update_fields, **kwargs)

    def _with_twin_columns(self, update_fields):
        twins = {
            name: column(name, default_language())
            for name in translated_field_names(type(self))
        }
        named = set(update_fields)
        for name, twin in twins.items():
            if named & {name, twin}:
                named |= {name, twin}
        return frozenset(named)
