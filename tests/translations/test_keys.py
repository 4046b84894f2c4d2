"""A text is known by one key, in files, in notes and in the memory."""

import pytest

from tests.factories import faq_item, make_faq_page
from tests.translations.test_states import latest, version
from translations.keys import Key, key_of, units_of
from translations.models import MemoryEntry
from translations.saving import save_texts

pytestmark = pytest.mark.django_db


def test_a_key_leads_back_to_its_text():
    page = make_faq_page(items=[faq_item()])
    spanish = version(page, "es")

    key = Key.read(key_of(spanish, "items:abc/answer"))

    assert key.version() == spanish
    assert key.place == "items:abc/answer"


@pytest.mark.parametrize(
    "text", ["", "x", "core.sitepage:1@es", "core.sitepage:a/b@es", "/@"]
)
def test_what_is_no_key_is_refused(text):
    with pytest.raises(ValueError, match="is no key"):
        Key.read(text)


def test_a_key_of_something_else_leads_nowhere():
    assert Key("no.such", 1, "title", "es").version() is None
    assert Key("nodots", 1, "title", "es").version() is None


def test_units_carry_the_text_with_its_source():
    page = make_faq_page(intro_fr="Bonjour", intro_es="Hola")

    units = {unit.label: unit for unit in units_of(version(page, "es"), latest(page))}

    intro = units["Introduction"]
    assert (intro.source, intro.target) == ("Bonjour", "Hola")
    assert (intro.source_language, intro.target_language) == ("fr", "es")


def test_a_confirmed_translation_is_remembered(django_user_model):
    page = make_faq_page(intro_fr="Bonjour à toutes et à tous")
    person = django_user_model.objects.create_superuser("eva@example.org", "pass word")

    save_texts(
        version(page, "es"),
        person,
        {"intro": "Hola"},
        {"intro": ""},
        confirmed={"intro"},
    )

    entry = MemoryEntry.objects.get(origin=key_of(version(page, "es"), "intro"))
    assert entry.target_text == "Hola"
    assert entry.translator == person
