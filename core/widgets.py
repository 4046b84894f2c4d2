"""Widgets for texts in several languages."""

import re

from django.db import models
from wagtail.admin.widgets import AdminAutoHeightTextInput

# A column beside two others shows about this many letters of one line.
LETTERS_OF_A_COLUMN = 40

LINE_BREAKS = re.compile(r"\s*[\r\n]+\s*")


def widget_for(db_field: models.Field):
    """Return the widget that shows the whole text of `db_field`, or None where Wagtail's does."""
    if type(db_field.translated_field) is models.TextField:
        return AdminAutoHeightTextInput
    return LineInput if _is_long_line(db_field) else None


def _is_long_line(db_field: models.Field) -> bool:
    if not isinstance(db_field, models.CharField) or db_field.choices:
        return False
    if isinstance(db_field, models.SlugField | models.URLField | models.EmailField):
        return False
    return (db_field.max_length or 0) > LETTERS_OF_A_COLUMN


class LineInput(AdminAutoHeightTextInput):
    """Shows the whole of one long line, broken where the column ends; what comes back is one line."""

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return value if value is None else LINE_BREAKS.sub(" ", value)
