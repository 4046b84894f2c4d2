"""What translated pages and their rows have in common."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import (
    get_serializable_data_for_fields,
    model_from_serializable_data,
)

from core.languages import columns
from core.models.translated import TranslatedModel
from core.registration import translated_field_names


class TranslatedChild(TranslatedModel):
    """A row of a page whose revisions name the language of every text."""

    # A row of a draft has no primary key yet; by this it is known from one edit to the next.
    row_key = models.UUIDField(_("row key"), default=uuid4, editable=False)

    class Meta:
        abstract = True

    def serializable_data(self):
        """Return the revision data without un-suffixed texts, which would change language if the default did."""
        data = get_serializable_data_for_fields(self)
        for name in translated_field_names(type(self)):
            data.pop(name, None)
        return data

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        """Return the row as a revision has it; a language younger than the revision stays as it is stored."""
        row = model_from_serializable_data(
            cls, data, check_fks=check_fks, strict_fks=strict_fks
        )
        names = [
            name
            for field_name in translated_field_names(cls)
            for name in columns(field_name)
            if name not in data and field_name not in data
        ]
        if row is not None and row.pk and names:
            stored = cls._default_manager.filter(pk=row.pk).values(*names).first()
            for name, value in (stored or {}).items():
                setattr(row, name, value)
        return row
