"""Files for spreadsheets, in which no cell can become a formula."""

import csv
import re
from collections.abc import Iterable

from django.http import HttpResponse

# Spreadsheets run a cell that starts with one of these, even after blanks or quotes;
# some split cells at semicolons too. See https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = re.compile(r"(^|;)(?=[\s\"'“”«»]*[=+\-@＝＋－＠])")
CONTROL_CHARACTERS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")


def safe_cell(value: str) -> str:
    """Return `value` on one line, with an apostrophe wherever a formula could start."""
    text = CONTROL_CHARACTERS.sub(" ", str(value)).strip()
    return FORMULA.sub(r"\1'", text)


def csv_response(
    filename: str, header: Iterable[str], rows: Iterable[Iterable[str]]
) -> HttpResponse:
    """Return a download that Excel, LibreOffice and programs all read with its accents."""
    response = HttpResponse(
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{filename}"'},
    )
    # Excel takes a file without this mark for one of the last century.
    response.write("\ufeff")
    writer = csv.writer(response, quoting=csv.QUOTE_ALL)
    for row in (header, *rows):
        writer.writerow([safe_cell(cell) for cell in row])
    return response
