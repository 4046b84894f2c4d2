"""The picture that stands beside a link to a page where people share it."""

from dataclasses import dataclass
from urllib.parse import urljoin

from django.templatetags.static import static
from django.utils.translation import gettext
from wagtail.blocks import StreamValue
from wagtail.images.shortcuts import get_rendition_or_not_found

from core.blocks import ImageValue
from core.registration import translated_field_names
from core.texts import text

# What the large services show; JPEG, since some of them read no WebP.
SHAPE = "fill-1200x630|format-jpeg|jpegquality-75"
# Made by `python -m docs.shared_picture`.
HOUSE_PICTURE = "img/shared.png"


@dataclass(frozen=True)
class SharedPicture:
    """The absolute address of a picture, and what it shows."""

    url: str
    alt: str


def shared_picture(page, page_url: str) -> SharedPicture:
    """Return the first picture of `page`, which is at `page_url`; the cloth of the house if it has none."""
    shown = _first_image(page)
    rendition = shown and get_rendition_or_not_found(shown["image"], SHAPE)
    # A picture whose file is lost has a rendition that was never saved.
    if rendition and rendition.pk:
        return SharedPicture(urljoin(page_url, rendition.url), str(shown.alt))
    alt = gettext("Coloured threads and white threads, woven into one cloth")
    return SharedPicture(urljoin(page_url, static(HOUSE_PICTURE)), alt)


def _first_image(page) -> ImageValue | None:
    values = (text(page, name).value for name in translated_field_names(type(page)))
    streams = (value for value in values if isinstance(value, StreamValue))
    shown = (block.value for stream in streams for block in stream)
    images = (value for value in shown if isinstance(value, ImageValue))
    return next((value for value in images if value["image"]), None)
