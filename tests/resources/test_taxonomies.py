"""The lists by which documents are sorted, as editors and translators keep them."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from core.languages import column, content_languages
from resources.models import Region, ResourceType, Sector, Theme
from resources.models.taxonomies import CATEGORIES
from tests.admin.forms import open_form
from tests.admin.people import make_staff, make_translator, signed_in
from tests.admin.two_people import browser
from translations.models import LanguageVersion

pytestmark = pytest.mark.django_db


def make_theme(**fields):
    fields = {"label_fr": "Droit", "label_en": "Law", "label_es": "Derecho", **fields}
    theme = Theme(**fields)
    theme.full_clean()
    theme.save()
    return theme


def url(model, view, *args):
    return reverse(
        f"wagtailsnippets_resources_{model._meta.model_name}:{view}", args=args
    )


def test_a_key_is_made_of_the_label_and_stays_when_the_label_changes():
    theme = make_theme(label_fr="Économie & climat")

    theme.label_fr = "Climat"
    theme.full_clean()

    assert theme.key == "economie_climat"


def test_two_entries_with_one_label_have_two_keys():
    keys = [make_theme().key for _ in range(3)]

    assert keys == ["droit", "droit_2", "droit_3"]


def test_a_label_without_letters_needs_a_key():
    with pytest.raises(ValidationError) as refused:
        Theme(label_fr="…").full_clean()

    assert column("label", "fr") in refused.value.message_dict


def test_a_key_belongs_to_one_entry_of_a_list_and_to_any_other_list():
    make_theme(key="law")

    Sector(label_fr="Droit", key="law").full_clean()
    with pytest.raises(ValidationError):
        Theme(label_fr="Loi", key="law").full_clean()


def test_the_style_of_citation_of_a_type_is_one_that_programs_know():
    with pytest.raises(ValidationError):
        ResourceType(label_fr="Carte", cited_as="map").full_clean()


@pytest.mark.parametrize("model", CATEGORIES)
def test_staff_add_an_entry_without_thinking_of_its_key(model):
    form = open_form(signed_in(make_staff()), url(model, "add"))

    form.set(label_fr="Afrique de l’Ouest", label_en="West Africa").save()

    entry = model.objects.get()
    assert (entry.label, entry.label_en) == ("Afrique de l’Ouest", "West Africa")
    assert entry.key == "afrique_de_louest"


@pytest.mark.parametrize("language", content_languages())
def test_a_translator_writes_the_labels_of_one_language_and_no_key(language):
    theme = make_theme(key="law")
    client = signed_in(make_translator(language))
    form = open_form(client, url(Theme, "edit", theme.pk))
    names = [column("label", code) for code in content_languages()]

    form.set(**{column("label", language): "mine"})
    form.forge(dict.fromkeys(names, "mine"), key="stolen").save()

    theme.refresh_from_db()
    written = [name for name in names if getattr(theme, name) == "mine"]
    assert written == [column("label", language)]
    assert theme.key == "law"


def test_two_people_write_two_languages_of_an_entry_and_both_keep_theirs():
    theme = make_theme()
    edit = url(Theme, "edit", theme.pk)
    hers, his = (open_form(browser(name), edit) for name in ("aminata", "kofi"))

    hers.set(label_en="Legislation").save()
    his.set(label_es="Leyes").save()

    theme.refresh_from_db()
    assert (theme.label_en, theme.label_es) == ("Legislation", "Leyes")


def test_the_list_shows_every_language_under_its_own_name():
    make_theme()

    html = signed_in(make_staff()).get(url(Theme, "list")).content.decode()

    for word in ("Français", "English", "Español", "Droit", "Law", "Derecho"):
        assert word.lower() in html.lower()


def test_a_label_that_lacks_a_language_waits_for_its_translators():
    region = Region.objects.create(key="africa", label_fr="Afrique", label_en="Africa")

    missing = {
        version.language: version.missing
        for version in LanguageVersion.objects.of(region)
    }

    assert missing["es"] == 1
    assert missing["en"] == 0
