import gettext
import os

import pytest
from django.core.exceptions import ImproperlyConfigured

from core.catalogues import compile_catalogues

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture
def catalogue(settings, tmp_path):
    settings.LOCALE_PATHS = [tmp_path]
    source = tmp_path / "fr" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(HEADER + 'msgid "Home"\nmsgstr "Accueil"\n')
    return source


def translated(source, message):
    with source.with_suffix(".mo").open("rb") as file:
        return gettext.GNUTranslations(file).gettext(message)


def test_texts_are_compiled_without_the_tools_of_gettext(catalogue):
    assert compile_catalogues() == [catalogue.with_suffix(".mo")]

    assert translated(catalogue, "Home") == "Accueil"


def test_texts_that_did_not_change_are_left_alone(catalogue):
    compile_catalogues()

    assert compile_catalogues() == []


def test_text_that_changed_is_compiled_again(catalogue):
    compile_catalogues()
    catalogue.write_text(HEADER + 'msgid "Home"\nmsgstr "Page d’accueil"\n')
    later = catalogue.with_suffix(".mo").stat().st_mtime + 10
    os.utime(catalogue, (later, later))

    compile_catalogues()

    assert translated(catalogue, "Home") == "Page d’accueil"


def test_fuzzy_text_is_not_shown(catalogue):
    catalogue.write_text(HEADER + '#, fuzzy\nmsgid "Home"\nmsgstr "Maison ?"\n')

    compile_catalogues()

    assert translated(catalogue, "Home") == "Home"


def test_broken_file_is_named_and_leaves_the_old_texts(catalogue):
    compile_catalogues()
    catalogue.write_text(HEADER + "Home = Accueil\n")
    later = catalogue.with_suffix(".mo").stat().st_mtime + 10
    os.utime(catalogue, (later, later))

    with pytest.raises(ImproperlyConfigured, match="django.po"):
        compile_catalogues()

    assert translated(catalogue, "Home") == "Accueil"
