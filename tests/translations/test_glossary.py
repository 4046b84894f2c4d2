"""The glossary as editors and translators keep it."""

import re
from io import StringIO

import pytest
import yaml
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.urls import reverse

from core.languages import column, content_languages
from tests.admin.forms import open_form
from tests.admin.people import make_staff, make_translator, signed_in
from tests.admin.two_people import browser
from translations.glossary import current_glossary
from translations.models import GlossaryTerm

pytestmark = pytest.mark.django_db


def make_term(**fields):
    fields = {
        "term_fr": "récupératrice·eur de matériaux",
        "term_en": "waste picker",
        "term_es": "recicladora",
        **fields,
    }
    return GlossaryTerm.objects.create(**fields)


def edit_url(term):
    return reverse("wagtailsnippets_translations_glossaryterm:edit", args=[term.pk])


def list_url(query=""):
    return reverse("wagtailsnippets_translations_glossaryterm:list") + query


def load(tmp_path, content):
    path = tmp_path / "terms.yaml"
    path.write_text(content, encoding="utf-8")
    out = StringIO()
    call_command("load_glossary", str(path), stdout=out)
    return out.getvalue()


def test_each_line_is_a_word_that_may_or_must_not_be_written():
    make_term(
        variants_es="recuperadora\n\n recicladora de base ", forbidden_es="basurero"
    )

    glossary = current_glossary()

    [match] = glossary.find("Waste pickers", "en")
    assert match.translations("es") == [
        "recicladora",
        "recuperadora",
        "recicladora de base",
    ]
    assert glossary.find("Las recuperadoras de base", "es")[0].text == "recuperadoras"
    assert glossary.find_forbidden("Los basureros", "es")[0].text == "basureros"


def test_a_name_that_stays_needs_one_language():
    make_term(term_fr="StreetNet International", term_en="", term_es="", is_kept=True)

    [match] = current_glossary().find("StreetNet International", "es")

    assert match.translations("en") == ["StreetNet International"]


def test_the_glossary_is_the_one_of_the_latest_change(django_assert_num_queries):
    term = make_term()
    current_glossary()
    term.term_en = "reclaimer"
    term.save()

    assert current_glossary().find("Reclaimers", "en")
    with django_assert_num_queries(1):
        assert not current_glossary().find("Waste pickers", "en")
    term.delete()
    assert not current_glossary().find("Reclaimers", "en")


def test_a_form_of_the_term_cannot_be_forbidden():
    term = GlossaryTerm(
        term_fr="travailleuse·eur", forbidden_fr="esclave\ntravailleurs"
    )

    with pytest.raises(ValidationError) as refused:
        term.full_clean()

    assert list(refused.value.message_dict) == ["forbidden_fr"]
    assert "travailleurs" in str(refused.value)


@pytest.mark.parametrize("language", content_languages())
def test_a_translator_writes_the_terms_of_one_language(language):
    term = make_term()
    form = open_form(signed_in(make_translator(language)), edit_url(term))
    names = [column("term", code) for code in content_languages()]

    form.set(**{column("term", language): "mine"})
    form.forge(dict.fromkeys(names, "mine"), is_kept="on").save()

    term.refresh_from_db()
    written = [name for name in names if getattr(term, name) == "mine"]
    assert written == [column("term", language)]
    assert not term.is_kept


def test_a_translator_adds_and_deletes_no_term():
    client = signed_in(make_translator("es"))
    term = make_term()
    name = "wagtailsnippets_translations_glossaryterm"

    add = client.post(reverse(f"{name}:add"), {"term_es": "otra"})
    delete = client.post(reverse(f"{name}:delete", args=[term.pk]))

    assert add.status_code == delete.status_code == 302
    assert list(GlossaryTerm.objects.all()) == [term]


def test_staff_add_a_term():
    form = open_form(
        signed_in(make_staff()),
        reverse("wagtailsnippets_translations_glossaryterm:add"),
    )

    form.set(term_fr="syndicat", term_en="trade union", definition_es="Una nota").save()

    term = GlossaryTerm.objects.get()
    assert (term.term, term.term_en, term.definition_es) == (
        "syndicat",
        "trade union",
        "Una nota",
    )


def test_two_people_write_two_languages_of_a_term_and_both_keep_theirs():
    term = make_term()
    hers, his = (
        open_form(browser(name), edit_url(term)) for name in ("aminata", "kofi")
    )

    hers.set(term_en="reclaimer").save()
    his.set(term_es="recuperadora").save()

    term.refresh_from_db()
    assert (term.term_en, term.term_es) == ("reclaimer", "recuperadora")


def test_one_text_of_a_term_written_twice_is_a_conflict_that_loses_nothing():
    term = make_term()
    hers, his = (
        open_form(browser(name), edit_url(term)) for name in ("aminata", "kofi")
    )
    hers.set(term_en="reclaimer").save()

    response = his.set(term_en="recycler").save()

    term.refresh_from_db()
    assert term.term_en == "reclaimer"
    assert "recycler" in response.content.decode()


def test_an_older_version_of_a_term_comes_back():
    term, client = make_term(), signed_in(make_staff())
    open_form(client, edit_url(term)).set(term_en="reclaimer").save()
    open_form(client, edit_url(term)).set(term_en="recycler").save()
    term.refresh_from_db()
    first = term.revisions.order_by("pk").first()

    name = "wagtailsnippets_translations_glossaryterm:revisions_revert"
    open_form(client, reverse(name, args=[term.pk, first.pk])).save()

    term.refresh_from_db()
    assert (term.term_en, term.term_es) == ("reclaimer", "recicladora")


@pytest.mark.parametrize("words", ["recicl", "waste pick", "rag"])
def test_terms_are_searched_in_every_language_and_by_what_not_to_write(words):
    make_term(forbidden_en="rag picker")
    make_term(term_fr="syndicat", term_en="trade union", term_es="sindicato")

    html = (
        signed_in(make_translator("es")).get(list_url(f"?q={words}")).content.decode()
    )

    assert "recicladora" in html
    assert "sindicato" not in html


def test_the_list_shows_every_language():
    make_term()

    html = signed_in(make_staff()).get(list_url()).content.decode()

    assert "récupératrice·eur de matériaux" in html
    assert "waste picker" in html and "recicladora" in html


def test_the_terms_that_come_with_the_project_are_whole_and_loaded_once():
    call_command("load_glossary", stdout=StringIO())
    first = GlossaryTerm.objects.count()
    call_command("load_glossary", stdout=StringIO())

    assert GlossaryTerm.objects.count() == first >= 30
    for term in GlossaryTerm.objects.filter(is_kept=False):
        for language in content_languages():
            assert getattr(term, column("term", language)), (term, language)


def test_every_term_that_comes_with_the_project_is_found_as_it_is_written():
    call_command("load_glossary", stdout=StringIO())
    glossary = current_glossary()

    for term in GlossaryTerm.objects.all():
        for language in content_languages():
            for form in term.as_term().forms_in(language):
                [match] = glossary.find(form, language)
                assert str(term.pk) in [found.key for found in match.terms], form


def test_a_term_that_somebody_changed_is_left_alone(tmp_path):
    make_term(term_es="recuperadora")

    told = load(tmp_path, "- term: {fr: autre, en: waste picker, es: recicladora}")

    assert GlossaryTerm.objects.get().term_es == "recuperadora"
    assert re.search(r"\b0\b.*\b1\b", told)


@pytest.mark.parametrize(
    "content",
    [
        "term: syndicat",
        "- syndicat",
        "- term: syndicat",
        "- term: {fr: [a, b]}",
        "- term: {en: union}",
        "- mot: {fr: syndicat}",
        "- term: {fr: syndicat}\n  forbidden: {fr: [syndicats]}",
        "- term: {fr: " + "x" * 200 + "}",
        "- [",
        "- term: {fr: syndicat}\n- term: {en: x}",
    ],
)
def test_a_file_with_a_fault_is_refused_as_a_whole(tmp_path, content):
    with pytest.raises(CommandError):
        load(tmp_path, content)

    assert not GlossaryTerm.objects.exists()


def test_a_fault_in_a_file_says_which_term_it_is_about(tmp_path):
    with pytest.raises(CommandError, match="2.*term_fr"):
        load(tmp_path, yaml.safe_dump([{"term": {"fr": "a"}}, {"term": {"en": "b"}}]))
