import pytest
from bs4 import BeautifulSoup

from core.languages import content_languages, default_language
from tests.admin.forms import draft_of, edit_url, open_page, rich_text
from tests.admin.people import make_staff, make_translator, make_user, signed_in
from tests.factories import (
    faq_item,
    funder,
    make_content_page,
    make_faq_page,
    make_funder_list_page,
)

pytestmark = pytest.mark.django_db


def form_of(page, user):
    return BeautifulSoup(signed_in(user).get(edit_url(page)).content, "html.parser")


def text_of(soup, selector):
    return " ".join(soup.select_one(selector).get_text(" ").split())


def test_one_declaration_shows_a_text_in_all_languages():
    form = open_page(signed_in(make_staff()), make_content_page())

    for name in ("title", "headline", "slug", "lead", "body", "seo_title"):
        shown = {
            language for language in content_languages() if _has(form, name, language)
        }
        assert shown == set(content_languages()), name
        assert name not in form.data


def _has(form, name, language):
    return any(key.startswith(f"{name}_{language}") for key in form.data)


def test_a_translator_sees_inputs_of_their_language_alone():
    page = make_faq_page(items=[faq_item()])

    form = open_page(signed_in(make_translator("es")), page)

    texts = [name for name in form.data if name[-3:] in ("_fr", "_en", "_es")]
    assert texts
    assert {name[-2:] for name in texts} == {"es"}
    assert "slug_es" not in form.data
    assert "items-0-anchor" not in form.data


def test_a_translator_of_two_languages_sees_both():
    form = open_page(signed_in(make_translator("en", "es")), make_content_page())

    assert {"title_en", "title_es"} <= set(form.data)
    assert "title_fr" not in form.data


def test_only_the_default_language_is_required():
    soup = form_of(make_content_page(), make_staff())

    for language in content_languages():
        label = soup.select_one(f"label[for=id_title_{language}]")
        is_marked = label.select_one(".w-required-mark") is not None
        assert is_marked == (language == default_language())


def test_a_page_is_not_published_without_its_default_title():
    form = open_page(signed_in(make_staff()), make_content_page())

    response = form.set(title_fr="").save("publish")

    assert "title_fr" in response.context["form"].errors
    assert list(response.context["form"].errors) == ["title_fr"]


def test_a_label_names_the_field_and_the_language():
    soup = form_of(make_content_page(), make_staff())

    assert text_of(soup, "label[for=id_title_es]") == "Title, Español"


def test_inputs_tell_the_browser_their_language_and_direction(settings):
    soup = form_of(make_content_page(), make_staff())

    for language in content_languages():
        title = soup.select_one(f"#id_title_{language}")
        assert (title["lang"], title["dir"]) == (language, "ltr")
        assert title["spellcheck"] == "true"
        assert soup.select_one(f"[data-language={language}] #id_lead_{language}")


def test_each_title_fills_the_slug_of_its_language():
    page = make_content_page()
    page.unpublish()

    soup = form_of(page, make_staff())

    for language in content_languages():
        title = soup.select_one(f"#id_title_{language}")
        assert title["data-w-sync-target-value"] == f"#id_slug_{language}"
        slug = soup.select_one(f"#id_slug_{language}")
        assert slug["data-w-slug-locale-value"] == language


def test_a_title_without_a_slug_to_fill_asks_for_no_script():
    title = form_of(make_content_page(), make_translator("es")).select_one(
        "#id_title_es"
    )

    assert "w-sync" not in title.get("data-controller", "")


def test_a_translator_reads_the_source_beside_each_input():
    page = make_content_page(
        title_en="Governance",
        lead_fr="Un <b>texte</b>.",
        body_fr=[("heading", {"text": "Le Conseil", "anchor": "conseil"})],
    )

    soup = form_of(page, make_translator("es"))

    sources = [
        " ".join(source.get_text(" ").split()) for source in soup.select(".source")
    ]
    assert any("Français" in text and "Gouvernance" in text for text in sources)
    assert any("English" in text and "Governance" in text for text in sources)
    assert any("Un <b>texte</b>." in text for text in sources)
    assert any("Le Conseil" in text for text in sources)
    assert soup.select_one(".source__text[lang=fr][dir=ltr]")


def test_a_translator_reads_the_source_of_each_row():
    page = make_faq_page(items=[faq_item(answer_fr="<p>Pas <b>encore</b>.</p>")])

    soup = form_of(page, make_translator("es"))

    row = soup.select_one("#inline_child_items-0")
    assert "Proposez-vous des stages ?" in row.get_text()
    assert row.select_one(".source__text b").get_text() == "encore"


def test_a_translator_into_the_default_language_reads_the_others():
    page = make_content_page(title_en="Governance")

    soup = form_of(page, make_translator("fr"))

    assert "Governance" in text_of(soup, ".translated-field__sources")


def test_staff_see_no_source_because_they_write_all_languages():
    soup = form_of(make_content_page(title_en="Governance"), make_staff())

    assert soup.select(".source") == []


def test_a_row_says_in_its_heading_what_it_holds():
    page = make_faq_page(items=[faq_item(question_es="¿Prácticas?")])

    staff = form_of(page, make_staff())
    translator = form_of(page, make_translator("es"))

    assert text_of(staff, "[data-row-name]") == "Proposez-vous des stages ?"
    assert text_of(translator, "[data-row-name]") == "¿Prácticas?"


def test_a_row_is_named_in_the_language_of_whoever_reads_the_admin():
    page = make_faq_page(items=[faq_item(question_es="¿Prácticas?")])
    person = make_staff()
    person.wagtail_userprofile.preferred_language = "es"
    person.wagtail_userprofile.save()

    assert text_of(form_of(page, person), "[data-row-name]") == "¿Prácticas?"


def test_a_row_without_a_translation_is_named_in_the_default_language():
    page = make_funder_list_page(funders=[funder()])

    soup = form_of(page, make_translator("es"))

    assert text_of(soup, "[data-row-name]") == "Fondation Ford"


def test_a_translator_gets_rows_without_buttons_to_arrange_them():
    page = make_faq_page(items=[faq_item()])

    soup = form_of(page, make_translator("es"))

    assert soup.select("#id_items-ADD") == []
    assert soup.select("[data-inline-panel-child-drag]") == []
    assert soup.select("[id$=DELETE-button]") == []


def test_staff_get_rows_with_their_buttons():
    page = make_faq_page(items=[faq_item()])

    soup = form_of(page, make_staff())

    assert soup.select_one("#id_items-ADD")
    assert soup.select_one("#inline_child_items-0 [data-inline-panel-child-drag]")
    assert soup.select_one("#id_items-0-DELETE-button")


def test_a_long_line_comes_back_as_one_line():
    page = make_content_page()
    form = open_page(signed_in(make_staff()), page)

    form.set(headline_fr="Une ligne\r\n  et sa suite").save()

    assert draft_of(page).headline_fr == "Une ligne et sa suite"


def test_each_right_opens_the_field_it_is_named_after():
    user = make_user("Translators es")
    page = make_content_page(title_es="Gobierno", slug_es="gobierno")
    form = open_page(signed_in(user), page)

    form.set(title_es="Gobernanza").forge(slug_es="gobernanza").save()

    draft = draft_of(page)
    assert draft.title_es == "Gobernanza"
    assert draft.slug_es == "gobierno"


def test_a_rich_text_of_one_language_leaves_the_others():
    page = make_faq_page(items=[faq_item(answer_en="<p>Not yet.</p>")])
    form = open_page(signed_in(make_translator("es")), page)

    form.set(**{"items-0-answer_es": rich_text("Todavía no.")}).save()

    item = draft_of(page).items.all()[0]
    assert "Todavía no." in item.answer_es
    assert item.answer_fr == "<p>Pas pour le moment.</p>"
    assert item.answer_en == "<p>Not yet.</p>"
