import json

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from PIL import Image
from wagtail.images.tests.utils import get_test_image_file

from core.models import SiteImage
from tests.factories import home_page, make_content_page

pytestmark = pytest.mark.django_db

TALL = (900, 1600)


def root() -> str:
    return home_page().get_full_url().removesuffix("/fr/")


def page_with(*blocks, **fields):
    body = [{"type": kind, "value": value} for kind, value in blocks]
    return make_content_page(body_fr=json.dumps(body), **fields)


def picture(image, **fields):
    return ("image", {"image": image.pk, "caption": "", **fields})


@pytest.fixture
def image():
    return SiteImage.objects.create(
        title="Marché",
        file=get_test_image_file(size=TALL),
        alt_text_fr="Un étal “rouge”",
        alt_text_en="A stall",
    )


def shared(client, url):
    """Return what the page at `url` says to whoever shares it, by name."""
    soup = BeautifulSoup(client.get(url).text, "html.parser")
    tags = soup.head.find_all("meta", content=True)
    return {tag.get("property") or tag.get("name"): tag["content"] for tag in tags}


def test_a_page_is_shared_with_its_first_picture(client, image):
    portrait = SiteImage.objects.create(title="Awa", file=get_test_image_file())
    people = [{"name": "Awa", "role": "", "text": "", "photo": portrait.pk}]
    page = page_with(("people", people), picture(image))

    said = shared(client, page.get_url())

    rendition = image.renditions.get(filter_spec__startswith="fill-1200x630")
    assert said["og:image"] == root() + rendition.url
    assert said["og:image:alt"] == "Un étal “rouge”"
    assert said["twitter:card"] == "summary_large_image"


def test_the_picture_is_described_in_the_language_of_the_reader(client, image):
    page_with(picture(image), title_en="Governance", slug_en="governance")

    assert shared(client, "/en/governance/")["og:image:alt"] == "A stall"


def test_a_decoration_is_shared_without_words(client, image):
    page = page_with(picture(image, is_decorative=True))

    said = shared(client, page.get_url())

    assert "/media/" in said["og:image"]
    assert "og:image:alt" not in said


def test_a_page_without_a_picture_is_shared_with_the_cloth_of_the_house(client):
    said = shared(client, make_content_page().get_url())

    assert said["og:image"] == root() + "/static/img/shared.png"
    assert "tissés" in said["og:image:alt"]


def test_a_page_whose_picture_is_lost_is_shared_with_the_cloth_too(client, image):
    page = page_with(picture(image))
    image.file.storage.delete(image.file.name)

    assert "shared.png" in shared(client, page.get_url())["og:image"]


def test_the_cloth_of_the_house_has_the_shape_that_services_show():
    path = finders.find("img/shared.png")
    with Image.open(path) as cloth:
        assert cloth.size == (1200, 630)
