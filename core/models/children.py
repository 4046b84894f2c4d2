"""What translated pages and their rows have in common."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_serializable_data_for_fields

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
