"""Whole lists of the queue leave as files, each of which can come back."""

import io
import zipfile

import polib
import pytest
from django.urls import reverse

from tests.admin.people import make_staff, make_translator, signed_in
from tests.factories import make_content_page
from tests.translations.files.sending import EXPORT, confirm, upload
from tests.translations.test_states import version
from translations.models import LanguageVersion

pytestmark = pytest.mark.django_db

ACTION = reverse(
    "wagtail_bulk_action", args=["translations", "languageversion", "export"]
)


@pytest.fixture
def pages():
    return [make_content_page(title_fr=f"Page {n}", lead_fr="Un") for n in range(4)]


def sent(client, **query):
    query = {"language": "es", "format": "po", "unfinished": "on", **query}
    response = client.get(EXPORT, query)
    assert "attachment" in response.get("Content-Disposition", ""), response
    return response


def files(response) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(b"".join(response)))
    assert archive.testzip() is None
    return {name: archive.read(name) for name in archive.namelist()}


def sources(content: bytes) -> list[str]:
    return [entry.msgid for entry in polib.pofile(content.decode())]


@pytest.mark.parametrize("format", ["xliff", "po", "csv"])
def test_all_that_the_list_holds_leaves_not_only_its_first_page(pages, format):
    client = signed_in(make_translator("es"))

    form = client.get(ACTION, {"id": "all", "q": "Page", "next": "/admin/"})
    content = sent(client, queue="q=Page", format=format).content.decode()

    assert form.url == f"{EXPORT}?queue=q%3DPage"
    assert all(page.title in content for page in pages)


def test_the_form_says_how_many_translations_leave(pages):
    client = signed_in(make_translator("es"))

    response = client.get(EXPORT, {"queue": "q=Page"})

    assert response.context["queue_count"] == len(pages)
    assert "4 translations of the list" in response.content.decode()
    assert response.context["form"].initial["language"] == "es"


def test_the_file_holds_to_what_the_list_was_asked_for(pages):
    LanguageVersion.objects.filter(page=pages[0]).update(missing=0, outdated=1)
    client = signed_in(make_staff())

    content = sent(client, queue="state=outdated&q=Page", unfinished="").content

    assert "Page 0" in sources(content)
    assert "Page 1" not in sources(content)


def test_staff_choose_one_language_of_a_list_of_several(pages):
    client = signed_in(make_staff())

    content = sent(client, queue="all", language="en").content.decode()

    assert "Language: en" in content
    assert "@es" not in content


def test_a_person_of_one_section_exports_nothing_of_the_others(pages):
    person = make_translator("es")
    section = make_content_page(title_fr="Section", lead_fr="Deux")
    person.groups.get().page_permissions.update(page=section)

    content = sent(signed_in(person), queue="all").content

    assert sources(content) == ["Section", "Deux"]


def test_what_is_too_much_for_one_file_leaves_as_several_that_hold_it_all(
    pages, settings
):
    settings.TRANSLATIONS_EXCHANGE_LIMITS = {"units": 3}
    client = signed_in(make_translator("es"))

    response = sent(client, queue="q=Page")

    assert response["Content-Type"] == "application/zip"
    found = files(response)
    assert list(found) == [f"translations-es-{number}.po" for number in (1, 2, 3, 4)]
    texts = [text for content in found.values() for text in sources(content)]
    assert sorted(texts) == sorted(
        ["Page 0", "Page 1", "Page 2", "Page 3", *["Un"] * 4]
    )


def test_a_file_too_large_to_come_back_is_cut_in_two(pages, settings):
    client = signed_in(make_translator("es"))
    whole = len(sent(client, queue="q=Page").content)
    settings.TRANSLATIONS_EXCHANGE_LIMITS = {"bytes": whole * 2 // 3}

    found = files(sent(client, queue="q=Page"))

    assert len(found) == 2
    assert all(len(content) <= whole * 2 // 3 for content in found.values())


def test_each_file_of_an_archive_comes_back_by_itself(pages, settings):
    settings.TRANSLATIONS_EXCHANGE_LIMITS = {"units": 3}
    client = signed_in(make_translator("es"))
    found = files(sent(client, queue="q=Page"))

    for name, content in found.items():
        po = polib.pofile(content.decode())
        for entry in po:
            entry.msgstr = "Uno" if entry.msgid == "Un" else "Página"
        confirm(client, upload(client, str(po).encode(), name))

    assert [version(page, "es").unreviewed for page in pages] == [2, 2, 2, 2]
    assert version(pages[0], "en").unreviewed == 0


@pytest.mark.parametrize(
    "queue", ["", "all", "state=nonsense", "q=%00", "section=x&kind=²", "language=xx"]
)
def test_a_list_that_makes_no_sense_fails_nothing(pages, queue):
    client = signed_in(make_translator("es"))

    for more in ({}, {"format": "po", "language": "es"}):
        response = client.get(EXPORT, {"queue": queue, **more})
        assert response.status_code == 200


def test_nothing_to_send_is_said(pages):
    client = signed_in(make_translator("es"))

    response = client.get(
        EXPORT, {"queue": "q=nowhere", "format": "po", "language": "es"}
    )

    assert "None of these texts has a source yet" in response.content.decode()
