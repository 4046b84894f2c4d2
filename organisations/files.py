"""The directory as a table for spreadsheets, and as cards for address books."""

import re

from django.http import HttpResponse
from django.utils.translation import gettext as _

from core.spreadsheets import csv_response

CONTROL_CHARACTERS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
# See https://www.rfc-editor.org/rfc/rfc2426, which every phone reads.
LONGEST_LINE = 75


def csv_file(directory, name: str) -> HttpResponse:
    """Return the entries that `directory` shows as a table."""
    header = [
        _("Name"),
        _("Acronym"),
        _("Kind"),
        _("Region"),
        _("Country"),
        _("Sectors"),
        _("Website"),
        _("Email address"),
        _("Founded"),
        _("Size"),
        _("Year of that size"),
        _("Summary"),
        _("Remarks"),
    ]
    return csv_response(f"{name}.csv", header, map(_cells, directory.entries))


def _cells(entry):
    return [
        entry.name,
        entry.acronym,
        entry.kind_label,
        entry.region.label if entry.region else "",
        entry.country_name,
        ", ".join(sector.label for sector in entry.sectors),
        entry.website,
        entry.email,
        entry.founded or "",
        entry.size,
        entry.size_year or "",
        entry.summary,
        _("Sample data: not verified") if entry.is_sample else "",
    ]


def vcard_file(directory, name: str) -> HttpResponse:
    """Return the entries that `directory` shows as cards."""
    lines = [line for entry in directory.entries for line in _card(entry)]
    return HttpResponse(
        "".join(f"{folded(line)}\r\n" for line in lines),
        content_type="text/vcard; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.vcf"'},
    )


def _card(entry):
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    full_name = f"{entry.name} ({entry.acronym})" if entry.acronym else entry.name
    yield f"FN:{escaped(full_name)}"
    yield "N:;;;;"
    yield f"ORG:{escaped(entry.name)}"
    # Without it, phones look for a person's name.
    yield "X-ABSHOWAS:COMPANY"
    if entry.email:
        yield f"EMAIL:{escaped(entry.email)}"
    if entry.website:
        yield f"URL:{_on_one_line(entry.website)}"
    if entry.country_name:
        yield f"ADR:;;;;;;{escaped(entry.country_name)}"
    if entry.sectors:
        labels = (escaped(sector.label) for sector in entry.sectors)
        yield f"CATEGORIES:{','.join(labels)}"
    remark = _("Sample data: not verified") if entry.is_sample else ""
    note = " – ".join(filter(None, [remark, entry.kind_label, entry.summary]))
    yield f"NOTE:{escaped(note)}"
    yield "END:VCARD"


def escaped(value) -> str:
    """Return `value` on one line, with no sign that would begin another part of a card."""
    return re.sub(r"([\\,;])", r"\\\1", _on_one_line(value))


def _on_one_line(value):
    return CONTROL_CHARACTERS.sub(" ", str(value)).strip()


def folded(line: str) -> str:
    """Return `line` broken where it is too long, and never inside a letter."""
    lines, room = [""], LONGEST_LINE
    for letter in line:
        size = len(letter.encode())
        if size > room:
            lines.append("")
            # The blank that begins a continued line counts too.
            room = LONGEST_LINE - 1
        lines[-1] += letter
        room -= size
    return "\r\n ".join(lines)
