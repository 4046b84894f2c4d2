from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation
from wagtail.rich_text import RichText

from core.models import SiteImage, SiteSettings
from core.models.site_settings import MenuItem
from core.typography_remarks import review, reviews
from tests.factories import (
    faq_item,
    home_page,
    make_content_page,
    make_faq_page,
    make_partnership_page,
)

pytestmark = pytest.mark.django_db


def found(instance, languages=None) -> list[tuple[str, str]]:
    """Return the places, as the English admin names them, and what is wrong there."""
    with translation.override("en"):
        remarks = review(instance, languages).remarks
        return [(remark.place.name, remark.finding.wrong) for remark in remarks]


def test_fields_of_every_kind_are_read():
    page = make_partnership_page(
        kicker_fr="Qui?", line_es="Por qué?", intro_en="<p>Why ?</p>"
    )

    assert found(page) == [
        ("Introduction (English)", " "),
        ("Kicker (Français)", "?"),
        ("The line never crossed (Español)", "Por qué?"),
    ]


def test_rich_text_is_read_without_its_tags():
    html = '<p>Un <b>mot</b>, <a href="/?a;b">lien</a></p><p>x<code>a  b?</code></p>'
    page = make_partnership_page(intro_fr=html)

    assert found(page) == []


def test_addresses_are_not_read():
    page = make_content_page(slug_fr="l-annee", title_fr="L’année")

    assert found(page) == []


def test_blocks_are_read_and_named():
    page = home_page()
    page.body_fr = [
        ("heading", {"text": "Pour les étudiant·e·s", "anchor": ""}),
        ("text", RichText("<p>Pour les étudiant·e·s. Qui?</p>")),
        ("list", [{"title": "Un·e", "text": RichText("<p>Oui!</p>")}]),
    ]

    assert found(page) == [
        ("Body (Français) – 1. Heading", "étudiant·e·s"),
        ("Body (Français) – 2. Text", "?"),
        ("Body (Français) – 3. List", "Un·e"),
        ("Body (Français) – 3. List", "!"),
    ]


def test_rows_are_read_and_numbered():
    page = make_faq_page(
        items=[faq_item(), faq_item(anchor="b", question_fr="Des étudiant·e·s ?")]
    )

    assert found(page) == [("Question 2 – Question (Français)", "étudiant·e·s")]
    [remark] = review(page).remarks
    assert remark.place.input_name == "items-1-question_fr"


def test_only_the_languages_asked_for_are_read():
    page = make_content_page(lead_fr="Qui?", lead_es="Quién?")

    assert found(page, ["es"]) == [("Lead (Español)", "Quién?")]


def test_the_whole_site_is_read_as_its_drafts_stand():
    page = make_content_page(lead_fr="Qui?")
    page.lead_fr = "Qui ?"
    page.lead_en = "Who ?"
    page.save_revision()
    settings = SiteSettings.load()
    settings.strapline_fr = "Un  réseau"
    settings.menu_items = [MenuItem(page=page, label_fr="Nos étudiant·e·s")]
    settings.save()
    SiteImage.objects.create(
        title="x", file="x.png", alt_text_fr="C'est", width=1, height=1
    )

    all_found = [(item.instance, found(item.instance)) for item in reviews()]

    assert {str(instance): remarks for instance, remarks in all_found} == {
        "Gouvernance": [("Lead (English)", " ")],
        str(settings): [
            ("Strapline (Français)", "  "),
            ("Menu item 1 – Label (Français)", "étudiant·e·s"),
        ],
        "x": [("Text alternative (Français)", "C'")],
    }


def lint_texts(**options) -> str:
    output = StringIO()
    call_command("lint_texts", stdout=output, **options)
    return output.getvalue()


def test_the_command_lists_the_places_with_links_to_edit_them():
    page = make_content_page(lead_fr="Qui?", lead_en="Who ?")

    lines = lint_texts(language=["fr"])

    assert f"/admin/pages/{page.pk}/edit/" in lines
    assert "    Qui[?]\n    Qui[\u202f?]" in lines
    assert "1 place could be better." in lines


def test_the_command_names_the_languages_there_are():
    with pytest.raises(CommandError, match=r"xx\. .* fr, en, es"):
        lint_texts(language=["xx"])


def test_the_shipped_content_raises_no_alarm():
    call_command("load_content", stdout=StringIO())

    assert "Nothing to correct." in lint_texts()
