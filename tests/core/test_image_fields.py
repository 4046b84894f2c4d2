import io
import struct
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from core.models import SiteImage
from tests.admin.forms import read_form
from tests.admin.people import make_staff, signed_in

pytestmark = pytest.mark.django_db


def png(width=20, height=20):
    file = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(file, "PNG")
    return file.getvalue()


def png_that_claims(width, height):
    """Return a small file whose header promises a picture of this size."""
    body = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    header = b"IHDR" + body
    chunk = (
        struct.pack(">I", len(body)) + header + struct.pack(">I", zlib.crc32(header))
    )
    return png()[:8] + chunk + png()[33:]


def upload(name, content):
    client = signed_in(make_staff())
    data = {
        "title": "Photo",
        "file": SimpleUploadedFile(name, content),
        "collection": "1",
        "focal_point_x": "",
    }
    return client.post(reverse("wagtailimages:add"), data)


def test_a_picture_is_kept():
    response = upload("photo.png", png())

    assert response.status_code == 302
    assert SiteImage.objects.get().width == 20


@pytest.mark.parametrize(
    "name, content",
    [
        ("cut.png", png(200, 200)[:120]),
        ("noise.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 200),
        ("text.gif", b"GIF89a but no picture"),
        ("empty.webp", b"RIFF\0\0\0\0WEBPVP8 "),
        ("header.png", png()[:40]),
        ("bomb.png", png_that_claims(60_000, 60_000)),
        ("large.png", png_that_claims(8_000, 6_000)),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
    ],
)
def test_a_file_that_is_no_sound_picture_is_an_error_of_the_form(name, content):
    response = upload(name, content)

    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert not SiteImage.objects.exists()


def test_many_pictures_at_once_are_checked_the_same_way():
    client = signed_in(make_staff())
    data = {
        "files[]": SimpleUploadedFile("cut.png", png(200, 200)[:120]),
        "title": "Photo",
        "collection": "1",
    }

    answer = client.post(reverse("wagtailimages:add_multiple"), data).json()

    assert answer["success"] is False
    assert not SiteImage.objects.exists()


def test_pictures_uploaded_together_are_described_below_one_another():
    client = signed_in(make_staff())
    data = {"files[]": SimpleUploadedFile("stall.png", png()), "collection": "1"}
    url = reverse("wagtailimages:add_multiple")
    uploaded = client.post(url, {**data, "title": "Stall"}).json()
    image = SiteImage.objects.get()
    form = read_form(f"<form>{uploaded['form']}</form>".encode())

    form[f"image-{image.pk}-alt_text_en"] = "A stall of fruits"
    url = reverse("wagtailimages:edit_multiple", args=[image.pk])
    answer = client.post(
        url, form, headers={"x-requested-with": "XMLHttpRequest"}
    ).json()

    assert answer["success"] is True
    image.refresh_from_db()
    assert image.alt_text_en == "A stall of fruits"


def test_the_title_of_a_picture_is_made_of_the_name_of_its_file():
    form = signed_in(make_staff()).get(reverse("wagtailimages:add")).context["form"]

    assert form.fields["file"].widget.attrs["data-controller"] == "w-sync"
    assert form.fields["file"].widget.attrs["data-w-sync-target-value"] == "#id_title"
