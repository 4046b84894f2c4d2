import pytest
from django.core.exceptions import SuspiciousOperation
from django.http import Http404
from django.test import RequestFactory

from wiego_site.media import media_urls, uploaded_file


@pytest.fixture
def upload(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    def upload(name, content=b"content"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return uploaded_file(RequestFactory().get(f"/media/{name}"), name)

    return upload


def test_image_is_shown(upload):
    response = upload("images/market.webp")

    assert response.headers["Content-Type"] == "image/webp"
    assert response.headers["Content-Disposition"].startswith("inline")


@pytest.mark.parametrize("name", ["images/a.svg", "images/a.html", "a.xml", "a.js"])
def test_file_that_could_run_is_offered_for_download(upload, name):
    response = upload(name, b"<script>alert(1)</script>")

    assert response.headers["Content-Disposition"] == "attachment"
    assert "sandbox" in response.headers["Content-Security-Policy"]


def test_document_is_given_only_by_its_own_address(upload):
    with pytest.raises(Http404):
        upload("documents/minutes.pdf")


@pytest.mark.parametrize("name", ["../db.sqlite3", "..%2fdb.sqlite3", "nothing.png"])
def test_nothing_outside_the_folder_is_given(upload, name):
    with pytest.raises((Http404, SuspiciousOperation)):
        uploaded_file(RequestFactory().get("/"), name)


def test_proxy_serves_the_files_of_a_real_site(settings):
    assert media_urls() == []

    settings.SERVES_MEDIA = True
    assert [str(url.pattern) for url in media_urls()] == ["media/<path:name>"]
