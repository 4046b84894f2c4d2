import csv
import io

import pytest

from tests.factories import make_organisation_list_page, organisation
from tests.organisations.visits import get

pytestmark = pytest.mark.django_db


def test_the_file_keeps_to_the_filters(client, directory):
    response = get(client, directory, "?region=africa&format=csv", language="en")

    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert rows[0][:3] == ["Name", "Acronym", "Kind"]
    assert [row[:6] for row in rows[1:]] == [
        [
            "Association des vendeuses",
            "IHVAG",
            "Institutional members",
            "Africa",
            "Ghana",
            "Récupération, Street vendors",
        ]
    ]


def test_no_cell_of_the_file_is_a_formula(client):
    page = make_organisation_list_page(
        organisations=[organisation(name_fr="=cmd|' /C calc'!A0")]
    )

    assert "\"'=cmd" in get(client, page, "?format=csv").text


def test_a_card_breaks_out_of_no_line(client):
    page = make_organisation_list_page(
        organisations=[
            organisation(
                name_fr="A; B, C\\\r\nEMAIL:evil@example.org",
                summary_fr="É" * 100,
                email="ecrire@example.org",
            )
        ]
    )

    response = get(client, page, "?format=vcf")

    assert response.headers["Content-Type"] == "text/vcard; charset=utf-8"
    lines = response.content.decode().split("\r\n")
    assert "ORG:A\\; B\\, C\\\\ EMAIL:evil@example.org" in lines
    assert [line for line in lines if line.startswith("EMAIL")] == [
        "EMAIL:ecrire@example.org"
    ]
    assert max(len(line.encode()) for line in lines) <= 75
    assert "É" * 100 in response.content.decode().replace("\r\n ", "")
