"""Plain functions for tests in which texts leave in a file and come back."""

import polib
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.translations.test_states import version

UPLOAD = "/admin/translations/import/"
EXPORT = "/admin/translations/export/"


def download(client, page, format="po", language="es", **query):
    query |= {"version": version(page, language).pk}
    query |= {"language": language, "format": format}
    response = client.get(EXPORT, query)
    assert "attachment" in response.get("Content-Disposition", ""), response
    return response.content


def translated(content: bytes, **texts) -> bytes:
    """Return a PO file in which the texts of these places were written with polib."""
    po = polib.pofile(content.decode())
    for entry in po:
        place = entry.msgctxt.partition("/")[2].partition("@")[0]
        if place in texts:
            entry.msgstr = texts[place]
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    return str(po).encode()


def upload(client, content, name="textos.po"):
    return client.post(UPLOAD, {"file": SimpleUploadedFile(name, content)}, follow=True)


def confirm(client, response, **more):
    return client.post(response.request["PATH_INFO"], more, follow=True)


def groups(response) -> dict[str, int]:
    """Return how many texts the file has, by what becomes of them."""
    return {entry["result"]: entry["count"] for entry in response.context["counts"]}


def message(response) -> str:
    soup = BeautifulSoup(response.content, "html.parser")
    return " ".join(soup.get_text(" ").split())
