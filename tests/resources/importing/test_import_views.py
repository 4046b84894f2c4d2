"""The admin's pages by which files of documents come in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from resources import import_views
from resources.models import ResourceImport, ResourcePage, ResourceType
from tests.admin.people import make_staff, make_translator, signed_in
from tests.factories import make_resource_index_page

pytestmark = pytest.mark.django_db

TABLE = "title,language,type,year\n" + "".join(
    f"Paper {number},en,report,2019\n" for number in range(30)
)
UPLOAD = reverse("resource_import_upload")


@pytest.fixture(autouse=True)
def site():
    make_resource_index_page()
    ResourceType.objects.create(key="report", label_fr="Rapport")


@pytest.fixture
def staff():
    return make_staff()


def send(client, text=TABLE, name="list.csv", **values):
    file = SimpleUploadedFile(name, text.encode())
    return client.post(UPLOAD, {"file": file, "encoding": "utf-8-sig", **values})


def go_on(client, address, **values):
    while not ResourceImport.objects.get().is_finished:
        client.post(address)
    return client.get(address)


def test_a_file_is_tried_first_and_written_once_confirmed(staff):
    client = signed_in(staff)
    address = send(client, publish="on").url

    tried = go_on(client, address)
    assert "Import 30 documents" in tried.text
    assert not ResourcePage.objects.exists()

    client.post(address, {"confirm": "yes"})
    written = go_on(client, address)

    assert "Everything is written" in written.text
    assert ResourcePage.objects.filter(live=True).count() == 30
    client.post(address, {"confirm": "yes"})
    assert ResourcePage.objects.count() == 30


def test_a_request_takes_some_documents_and_the_next_goes_on(staff, monkeypatch):
    moments = iter(range(0, 1000, 3))
    monkeypatch.setattr(import_views, "monotonic", lambda: next(moments))
    monkeypatch.setattr(import_views, "AT_ONCE", 20)
    client = signed_in(staff)
    address = send(client).url

    client.post(address)

    assert ResourceImport.objects.get().done == 20
    assert "data-import-goes-on" in client.get(address).text


def test_faults_are_told_by_line_and_field(staff):
    client = signed_in(staff)
    address = send(client, TABLE.replace("2019", "soon", 1)).url

    told = go_on(client, address).text

    assert "Import 29 documents" in told
    assert "<td>2</td><td>year</td><td>Paper 0</td><td>“soon” is no year" in told


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [("x", "list.exe", "is no file of documents"), ("", "list.csv", "")],
)
def test_a_file_that_cannot_be_read_is_refused(staff, text, name, words):
    response = send(signed_in(staff), text, name)

    assert response.status_code == 200 and words in response.text
    assert not ResourceImport.objects.exists()


def test_nobody_goes_on_with_the_file_of_somebody_else(staff):
    address = send(signed_in(staff)).url
    other = signed_in(make_staff(email="other@example.org"))

    assert other.get(address).status_code == 404


def test_a_translator_imports_nothing():
    response = send(signed_in(make_translator("es")))

    assert response.status_code == 302 and not ResourceImport.objects.exists()
