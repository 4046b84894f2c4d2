import pytest
from django.core.exceptions import ValidationError
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageViewRestriction

from core.blocks import BodyBlock
from core.models import SiteImage
from tests.factories import home_page, make_content_page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english_interface")]


def clean(*children):
    block = BodyBlock()
    value = block.to_python([{"type": name, "value": v} for name, v in children])
    return block.clean(value)


def errors(*children) -> dict:
    """Return the messages of the only wrong child, by the name of its field."""
    with pytest.raises(ValidationError) as caught:
        clean(*children)
    (error,) = caught.value.block_errors.values()
    return {name: e.messages[0] for name, e in error.block_errors.items()}


def heading(text, anchor=""):
    return ("heading", {"text": text, "anchor": anchor})


def make_image(**fields):
    return SiteImage.objects.create(
        title="Marché", file=get_test_image_file(), **fields
    )


def test_a_call_to_action_leads_to_a_page_or_an_address_but_not_both():
    page = home_page().pk
    url = "https://example.org/"

    assert clean(("call_to_action", {"label": "Lire", "page": page, "url": ""}))
    assert clean(("call_to_action", {"label": "Lire", "page": None, "url": url}))
    for fields in [{"page": page, "url": url}, {"page": None, "url": ""}]:
        assert (
            "one of the two"
            in errors(("call_to_action", {"label": "Lire", **fields}))["page"]
        )


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org", "a"])
def test_a_call_to_action_leads_to_web_addresses_only(url):
    assert "url" in errors(("call_to_action", {"label": "Lire", "url": url}))


def test_a_call_to_action_has_no_button_while_its_page_is_a_draft():
    page = make_content_page()
    (block,) = clean(("call_to_action", {"label": "Lire", "page": page.pk}))
    assert "Lire" in block.render()

    page.unpublish()
    (block,) = clean(("call_to_action", {"label": "Lire", "page": page.pk}))

    assert "Lire" not in block.render()


def test_a_call_to_action_has_no_button_while_its_page_is_private():
    section = make_content_page(title_fr="Coulisses")
    page = make_content_page(parent=section, title_fr="Secret")
    PageViewRestriction.objects.create(page=section, restriction_type="login")
    button = {"label": "Lire", "text": "Un mot.", "page": page.pk}
    (block,) = clean(("call_to_action", button))
    html = block.render()

    assert "Un mot." in html
    assert not [word for word in ("Lire", "secret", "coulisses") if word in html]


def test_a_call_to_action_without_words_vanishes_with_its_button():
    page = make_content_page()
    page.unpublish()
    (block,) = clean(("call_to_action", {"label": "Lire", "page": page.pk}))

    assert not block.render().strip()


def test_an_image_says_what_it_shows_or_only_decorates():
    silent = make_image().pk
    spoken = make_image(alt_text_fr="Une vendeuse").pk

    assert clean(("image", {"image": spoken}))
    assert clean(("image", {"image": silent, "is_decorative": True}))
    assert "no text alternative" in errors(("image", {"image": silent}))["image"]


def test_a_decoration_has_an_empty_alternative():
    image = make_image(alt_text_fr="Une vendeuse").pk

    (spoken,) = clean(("image", {"image": image}))
    (decoration,) = clean(("image", {"image": image, "is_decorative": True}))

    assert 'alt="Une vendeuse"' in spoken.render()
    assert 'alt=""' in decoration.render()


def table(*headings):
    columns = [{"type": "text", "heading": heading} for heading in headings]
    return {
        "caption": "Membres",
        "table": {"columns": columns, "rows": [], "caption": ""},
    }


def test_a_table_has_a_heading_above_each_column():
    assert clean(("table", table("Pays", "Nombre")))
    assert "heading" in errors(("table", table("Pays", " ")))["caption"]


def test_two_headings_do_not_share_an_anchor():
    message = errors(heading("Un", "a"), heading("Deux", "a"))["anchor"]

    assert message.startswith("“a” is already the anchor of “Un”.")


@pytest.mark.parametrize("anchor", ["main", "Deux mots", "é"])
def test_an_anchor_is_free_and_fits_an_address(anchor):
    assert "anchor" in errors(heading("Un", anchor))


# As the editor has them right after somebody chose the kind of block.
UNFINISHED = [
    ("image", {"image": None, "caption": "", "is_decorative": False}),
    ("document", {"document": None, "label": ""}),
    ("call_to_action", {"text": "", "label": "", "page": None, "url": ""}),
    ("table", {"caption": "", "table": {"columns": [], "rows": []}}),
    ("quote", {"text": "", "source": ""}),
    ("heading", {"text": "", "anchor": ""}),
    ("text", ""),
    ("list", [{"title": "", "text": ""}]),
    ("people", [{"name": "", "role": "", "text": "", "photo": None}]),
]


@pytest.mark.parametrize("child", UNFINISHED, ids=[name for name, _ in UNFINISHED])
def test_a_draft_may_wait_for_what_its_blocks_need(child):
    block = BodyBlock()
    value = block.to_python([{"type": child[0], "value": child[1]}])

    saved = block.clean_deferred(value)

    assert len(saved) == 1
    saved.render_as_block()


def test_a_draft_waits_for_the_text_alternative_of_an_image():
    block = BodyBlock()
    image = {"image": make_image().pk, "caption": "", "is_decorative": False}
    value = block.to_python([{"type": "image", "value": image}])

    assert block.clean_deferred(value)
    with pytest.raises(ValidationError):
        block.clean(value)
