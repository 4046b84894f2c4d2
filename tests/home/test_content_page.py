import pytest

from tests.factories import make_content_page

pytestmark = pytest.mark.django_db


def body(*texts, anchors=()):
    anchors = [*anchors, *[""] * len(texts)]
    return [
        {"type": "heading", "value": {"text": text, "anchor": anchor}}
        for text, anchor in zip(texts, anchors, strict=False)
    ]


def anchors(page, language=None):
    body = page.text("body", language).value
    return [block.value["anchor"] for block in body]


def test_the_contents_list_is_made_from_the_headings():
    page = make_content_page(body_fr=body("Le Conseil", "L’argent"))

    assert [(entry.anchor, entry.text) for entry in page.contents] == [
        ("le-conseil", "Le Conseil"),
        ("l-argent", "L’argent"),
    ]


def test_a_page_without_body_has_no_contents():
    assert make_content_page().contents == []


def test_the_headings_of_a_translation_have_the_anchors_of_the_original():
    page = make_content_page(
        body_fr=body("Le Conseil", "L’argent"), body_en=body("The Board", "Money")
    )

    assert anchors(page, "en") == ["le-conseil", "l-argent"]


def test_a_translation_with_other_headings_has_anchors_of_its_own():
    page = make_content_page(
        body_fr=body("Le Conseil", "L’argent"), body_en=body("The Board")
    )

    assert anchors(page, "en") == ["the-board"]


def test_an_anchor_stays_when_its_heading_changes():
    page = make_content_page(body_fr=body("Le Conseil"))

    page.body_fr[0].value["text"] = "Le bureau"
    page.save_revision().publish()

    page.refresh_from_db()
    assert anchors(page) == ["le-conseil"]


def test_headings_of_the_same_words_have_different_anchors():
    page = make_content_page(
        body_fr=body(
            "Le Conseil", "Le Conseil", "Autre", anchors=["", "", "le-conseil"]
        )
    )

    assert anchors(page) == ["le-conseil-2", "le-conseil-3", "le-conseil"]


@pytest.mark.parametrize("language", ["fr", "en", "es"])
def test_each_heading_has_its_anchor_on_the_page(client, language):
    page = make_content_page(
        body_fr=body("Le Conseil", "L’argent"), body_en=body("The Board", "Money")
    )

    url = page.get_url().replace("/fr/", f"/{language}/")
    text = client.get(url).text

    for anchor in ["le-conseil", "l-argent"]:
        assert text.count(f'id="{anchor}"') == 1
        assert text.count(f'href="#{anchor}"') == 1
