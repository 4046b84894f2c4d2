import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from core.registration import translated_field_names

TEMPLATES = sorted((Path(settings.BASE_DIR) / "templates").rglob("*.html"))
PRINTED = re.compile(r"\{\{\s*(?P<path>[\w.]+)")


def _translated_names() -> set[str]:
    return {
        name for model in apps.get_models() for name in translated_field_names(model)
    }


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_templates_read_texts_in_the_language_of_the_reader(template):
    """`{{ page.title }}` would print the default language for everybody."""
    slips = [
        match["path"]
        for match in PRINTED.finditer(template.read_text())
        if match["path"].split(".")[0] in {"page", "item", "funder", "thread"}
        and match["path"].split(".")[-1] in _translated_names()
    ]

    assert slips == [], 'use {% text page "…" as … %} instead'
