"""Uploaded documents are handed over, never run."""

import pytest
from django.core.files.base import ContentFile

from core.models import SiteDocument

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files_on_disk(settings, tmp_path):
    """Keep uploads in files, as the site does; the documents are streamed from there."""
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    }


def answer_for(client, name, content=b"<script>alert(1)</script>"):
    document = SiteDocument.objects.create(
        title=name, file=ContentFile(content, name=name)
    )
    return client.get(document.url)


@pytest.mark.parametrize(
    "name", ["page.html", "page.xhtml", "drawing.svg", "data.xml", "code.js", "unknown"]
)
def test_active_content_is_a_download(client, name):
    response = answer_for(client, name)

    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_a_pdf_is_shown_but_runs_nothing(client):
    response = answer_for(client, "report.pdf", b"%PDF-1.4")

    assert "attachment" not in response.get("Content-Disposition", "")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in response["Content-Security-Policy"]
