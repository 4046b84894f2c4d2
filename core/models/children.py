"""What translated pages and their rows have in common."""

from modelcluster.models import get_serializable_data_for_fields

from core.models.translated import TranslatedModel
from core.registration import translated_field_names


class TranslatedChild(TranslatedModel):
    """A row of a page whose revisions name the language of every text."""

    class Meta:
        abstract = True

    def serializable_data(self):
        """Return the revision data without un-suffixed texts, which would change language if the default did."""
        data = get_serializable_data_for_fields(self)
        for name in translated_field_names(type(self)):
            data.pop(name, None)
        return data
