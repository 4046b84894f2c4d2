import csv
import io

import pytest

from core.spreadsheets import csv_response, safe_cell


@pytest.mark.parametrize(
    "value",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        ' "=1',
        "'=1",
        '""=1',
        "«\u00a0=1",
        "＝1",
        "\x00=1",
    ],
)
def test_no_cell_starts_a_formula(value):
    assert safe_cell(value).startswith("'")


@pytest.mark.parametrize("value", ['Ford";=1+1', "a; =1", "a;@b"])
def test_no_part_of_a_cell_starts_a_formula_where_semicolons_split(value):
    for part in safe_cell(value).split(";")[1:]:
        assert part.startswith("'")


@pytest.mark.parametrize("value", ["Ford", "2021–2026", "a-b", "https://a.b/?c=d", ""])
def test_ordinary_cells_stay_as_they_are(value):
    assert safe_cell(value) == value


def test_a_cell_stays_on_one_line():
    assert safe_cell("a\r\n=b\u2028c") == "a =b c"


def test_accents_commas_and_quotes_come_back():
    response = csv_response("liste.csv", ["Nom"], [['Étude, « "ñ" »']])

    text = response.content.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text))) == [["Nom"], ['Étude, « "ñ" »']]
