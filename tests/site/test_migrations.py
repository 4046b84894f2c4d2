"""The rows that exist before our columns do, and what migrations may know of languages."""

import ast
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from wagtail.models import Site

from core.languages import column, content_languages, default_language
from core.models import SitePage
from home.models import HomePage

ROOT = Path(settings.BASE_DIR)

pytestmark = pytest.mark.django_db


def test_no_migration_is_missing(capsys):
    call_command("makemigrations", "--check", "--dry-run")

    assert "No changes detected" in capsys.readouterr().out


def test_root_of_the_tree_has_its_texts_in_the_default_language():
    root = SitePage.objects.get(depth=1)

    for name in ("title", "slug", "url_path"):
        assert getattr(root, column(name, default_language()))


def test_home_page_stands_in_the_place_of_the_welcome_page():
    home = HomePage.objects.get()

    assert SitePage.objects.filter(depth=2).count() == 1
    assert Site.objects.get(is_default_site=True).root_page_id == home.pk
    for language in content_languages():
        assert getattr(home, column("title", language))
        assert getattr(home, column("url_path", language))


def test_every_page_has_a_path_in_every_language():
    for language in content_languages():
        missing = {f"{column('url_path', language)}__isnull": True}
        assert not SitePage.objects.filter(**missing).exists()


def test_data_migrations_name_no_column_of_a_language():
    """A language that is added later would be left out of a column named by hand."""
    named = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted(ROOT.glob("*/migrations/0*.py"))
        for name in names_in_functions(path)
        if any(name.endswith(f"_{language}") for language in content_languages())
    ]

    assert named == []


def test_tables_change_through_migrations_alone():
    """`sync_translation_fields` adds columns that the next migration adds again, and fails."""
    programs = [ROOT / "Makefile", ROOT / "Dockerfile", ROOT / ".ci" / "run"]
    programs += [
        path
        for path in ROOT.rglob("*.py")
        if not {".venv", "tests"} & set(path.parts)
        # Ours of that name refuses to run.
        and path.name != "sync_translation_fields.py"
    ]

    users = [
        path.name
        for path in programs
        if path.exists() and "sync_translation_fields" in path.read_text()
    ]

    assert users == []


def names_in_functions(path):
    """Yield the attributes and the texts that the functions of a migration use."""
    for function in ast.parse(path.read_text()).body:
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Attribute):
                    yield node.attr
                elif isinstance(node, ast.keyword) and node.arg:
                    yield node.arg
                elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value
