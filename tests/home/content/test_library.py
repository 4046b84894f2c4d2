import pytest
from wagtail.documents import get_document_model

from tests.home.content.content_files import SMALL_SITE, dump, faults_of, load

pytestmark = pytest.mark.django_db

KIT = """
documents: {Our logo: kit/logo.svg}
pages: {about: {lead: {fr: Un réseau.}, body: [{text: {fr: ['[Logo](document:Our%20logo)']}}]}}
"""


@pytest.fixture
def file(tmp_path, settings):
    # Documents are streamed from a disk.
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    }
    load(SMALL_SITE)
    (tmp_path / "kit").mkdir()
    (tmp_path / "kit" / "logo.svg").write_text("<svg/>")
    path = tmp_path / "content.yaml"
    path.write_text(KIT, encoding="utf-8")
    return path


def test_a_content_file_brings_the_documents_that_it_links(file, client):
    load(file)

    document = get_document_model().objects.get(title="Our logo")
    response = client.get(document.url)
    assert b"".join(response.streaming_content) == b"<svg/>"
    assert document.file_size == len("<svg/>")
    # A browser would run what an SVG holds.
    assert response["Content-Disposition"].startswith("attachment")
    assert "document:Our%20logo" in dump()


def test_documents_that_are_there_are_left_as_they_are(file):
    load(file)
    first = get_document_model().objects.get()

    load(file)

    assert get_document_model().objects.get().pk == first.pk


def test_checking_writes_no_document(file):
    load(file, check=True)

    assert not get_document_model().objects.exists()


@pytest.mark.parametrize("path", ["../secret.txt", "/etc/hostname", "kit", "none.png"])
def test_files_elsewhere_or_missing_are_refused_with_their_name(file, path):
    (file.parent.parent / "secret.txt").write_text("secret")
    file.write_text(f"documents: {{Our logo: {path}}}", encoding="utf-8")

    assert f"There is no file “{path}”" in faults_of(file)[0]


def test_documents_that_are_no_mapping_are_refused():
    assert "Write the title of each document" in faults_of("documents: [logo.png]")[0]
