"""The recipe of docs/developers/add-a-language.md, followed with Arabic in a copy of the project."""

import json
import re

import pytest
from bs4 import BeautifulSoup

from tests.programs import copy_of_project, manage

LAST_LANGUAGE = '    ("es", _("Spanish")),\n'
NEW_LANGUAGE = '    ("ar", _("Arabic")),\n'

# Asks the copy for pages, as a visitor does, and prints what came.
VISIT = """
import json
from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client
settings.ALLOWED_HOSTS = ["*"]
home = Client().get("/ar/")
print(json.dumps({
    "status": home.status_code,
    "html": home.content.decode(),
    "groups": list(Group.objects.values_list("name", flat=True)),
}))
"""


@pytest.fixture
def copy(tmp_path):
    """A copy of the project, with nothing that git does not know."""
    return copy_of_project(tmp_path / "project")


@pytest.fixture
def run_in_copy(copy, tmp_path, empty_database_url):
    def run_in_copy(*arguments):
        return manage(
            *arguments,
            cwd=copy,
            VAR_DIR=str(tmp_path),
            DATABASE_URL=empty_database_url,
        )

    return run_in_copy


def add_arabic(copy):
    path = copy / "wiego_site" / "settings" / "base.py"
    settings = path.read_text()
    assert LAST_LANGUAGE in settings
    path.write_text(settings.replace(LAST_LANGUAGE, LAST_LANGUAGE + NEW_LANGUAGE))


def visit(run_in_copy):
    answer = json.loads(run_in_copy("shell", "--verbosity=0", "-c", VISIT))
    assert answer["status"] == 200, answer["html"][:2000]
    return answer, BeautifulSoup(answer["html"], "html.parser")


def test_site_with_content_gets_a_fourth_language(copy, run_in_copy):
    run_in_copy("migrate", "--verbosity=0")
    run_in_copy("load_content")
    add_arabic(copy)

    run_in_copy("makemigrations", "--verbosity=0")
    run_in_copy("migrate", "--verbosity=0")

    answer, page = visit(run_in_copy)
    assert (page.html["lang"], page.html["dir"]) == ("ar", "rtl")
    assert '[dir="rtl"] .weave{' in page.style.text
    heading = page.find("h1")
    french = heading if heading.has_attr("lang") else heading.find(lang=True)
    assert (french["lang"], french["dir"]) == ("fr", "ltr")
    assert re.search(r'href="/ar/[^"]+/"', answer["html"])
    assert "Translators ar" in answer["groups"]
    run_in_copy("makemigrations", "--check", "--dry-run")


# That PostgreSQL takes four languages is shown by the site that has content.
@pytest.mark.sqlite
def test_new_site_starts_with_four_languages(copy, run_in_copy):
    add_arabic(copy)

    run_in_copy("makemigrations", "--verbosity=0")
    run_in_copy("migrate", "--verbosity=0")
    run_in_copy("load_content")

    _answer, page = visit(run_in_copy)
    assert (page.html["lang"], page.html["dir"]) == ("ar", "rtl")
