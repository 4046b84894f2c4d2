"""What every public page weighs, holds and leaves out."""

import re
from collections import Counter

import pytest
from django.contrib.staticfiles import finders

from core.languages import content_languages
from tests.site.rendering import Elements, representatives
from wiego_site.compression import compressed

# The pages are rendered from the test database.
pytestmark = pytest.mark.django_db

# All that a first view may take on the wire, headers included, images left out.
MOST_BYTES = 14_000
FONT = "fonts/bricolage-grotesque-800.woff2"
# Measured with gunicorn and WhiteNoise: the header block of a page and of the font.
HEADERS = 600 + 425


@pytest.mark.sqlite
def test_first_view_of_every_page_fits_the_first_flight(pages):
    with open(finders.find(FONT), "rb") as file:
        font = len(file.read())
    weights = {
        page.path: len(compressed(page.html.encode(), "br")) + font + HEADERS
        for page in pages.values()
    }

    assert {path: size for path, size in weights.items() if size > MOST_BYTES} == {}


def test_no_page_carries_a_script(pages):
    for page in pages.values():
        scripts = [
            attributes
            for attributes in Elements(page.html).named("script")
            if attributes != {"type": "application/ld+json"}
        ]
        handlers = re.findall(r"<[^>]+\son\w+=", page.html)

        assert (scripts, handlers) == ([], []), page.path


def test_pages_ask_nobody_else_for_anything(pages):
    for page in pages.values():
        elements = Elements(page.html)
        sources = [tag.get("src", "") for tag in elements.named("img", "iframe")]
        links = [
            tag["href"]
            for tag in elements.named("link")
            if tag["rel"] in {"stylesheet", "preload", "icon"}
        ]

        assert all(url.startswith("/") for url in sources + links), page.path


def test_every_page_has_one_large_heading_and_its_language(pages):
    for page in pages.values():
        elements = Elements(page.html)
        (root,) = elements.named("html")

        assert len(elements.named("h1")) == 1, page.path
        assert root["lang"] == page.language, page.path
        assert root["dir"] == "ltr", page.path


def test_no_anchor_stands_twice_on_a_page(pages):
    for page in pages.values():
        ids = Counter(
            tag["id"] for _name, tag in Elements(page.html).found if "id" in tag
        )

        assert [name for name, count in ids.items() if count > 1] == [], page.path


@pytest.mark.sqlite
@pytest.mark.parametrize("kind", ["FaqPage", "FunderListPage"])
def test_a_link_into_a_shared_list_leads_there_in_each_language(pages, kind):
    # An answer and a kind of funder have one anchor; a body has its own in each language.
    anchors = {
        page.language: {
            tag["id"] for _name, tag in Elements(page.html).found if "id" in tag
        }
        for page in pages.values()
        if page.kind == kind
    }
    first, *others = anchors.values()

    assert set(anchors) == set(content_languages())
    assert len(first) > 3
    assert others == [first] * len(others)


def test_links_inside_a_page_lead_to_something(pages):
    for page in pages.values():
        elements = Elements(page.html)
        ids = {tag.get("id") for _name, tag in elements.found}
        inside = [tag["href"] for tag in elements.named("a") if tag["href"][:1] == "#"]

        assert [href for href in inside if href[1:] not in ids] == [], page.path


def test_questions_have_no_heading_inside_their_summary(pages):
    summaries = [
        summary
        for page in pages.values()
        for summary in re.findall(r"<summary>.*?</summary>", page.html, re.DOTALL)
    ]

    assert summaries
    assert not [summary for summary in summaries if re.search(r"<h\d", summary)]


def test_each_answer_carries_its_anchor_inside_the_details_that_hide_it(pages):
    answers = [
        (page, answer)
        for page in pages.values()
        if page.kind == "PartnershipPage"
        for answer in re.findall(r"<details>.*?</details>", page.html, re.DOTALL)
    ]

    assert answers
    for page, answer in answers:
        (anchor,) = re.findall(r'</summary>\s*<div [^>]*id="([^"]+)"', answer)
        assert f'href="#{anchor}"' in answer, page.path


def test_every_type_of_page_is_looked_at_in_every_language(pages):
    kinds = Counter(page.kind for page in representatives(pages))

    assert set(kinds.values()) == {len({page.language for page in pages.values()})}
    assert {"HomePage", "ContentPage", "PartnershipPage", "FunderListPage"} < set(kinds)
    assert {"PressItemPage", "PressRoomPage"} < set(kinds)
    assert {"OrganisationListPage", "FaqPage", "ContactPage", "showcase"} < set(kinds)
    assert {"search", "400", "403", "404", "500"} < set(kinds)
