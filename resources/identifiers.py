"""The numbers by which the world knows a document: DOI and ISBN."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

DOI = re.compile(r"10\.\d{4,9}/\S+")
DOI_PREFIX = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


def bare_doi(value: str) -> str:
    """Return a DOI without the address or the word that people write before it."""
    return DOI_PREFIX.sub("", value.strip(), count=1)


def is_doi(value: str) -> bool:
    return bool(DOI.fullmatch(value))


def is_isbn(value: str) -> bool:
    """Tell whether the last figure of an ISBN fits the others."""
    figures = isbn_figures(value)
    if re.fullmatch(r"\d{13}", figures):
        weighed = (int(f) * (3 if i % 2 else 1) for i, f in enumerate(figures))
        return sum(weighed) % 10 == 0
    if re.fullmatch(r"\d{9}[\dX]", figures):
        values = [10 if figure == "X" else int(figure) for figure in figures]
        return sum(v * (10 - i) for i, v in enumerate(values)) % 11 == 0
    return False


def isbn_figures(value: str) -> str:
    """Return an ISBN without its hyphens and blanks."""
    return re.sub(r"[\s-]", "", value).upper()


class DoiField(models.CharField):
    """A DOI, stored bare however it was typed."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 255)
        super().__init__(*args, **kwargs)

    def to_python(self, value):
        value = super().to_python(value)
        return bare_doi(value) if isinstance(value, str) else value

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        if value and not is_doi(value):
            raise ValidationError(
                _("“%(value)s” is no DOI. Write it like 10.1000/182."),
                params={"value": value},
            )


class IsbnField(models.CharField):
    """An ISBN of ten or thirteen figures, of which the last proves the others."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 20)
        super().__init__(*args, **kwargs)

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        if value and not is_isbn(value):
            raise ValidationError(
                _("“%(value)s” is no ISBN. Compare its figures with the document."),
                params={"value": value},
            )
