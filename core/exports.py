"""Keeps formulas out of the files that the admin's lists and reports export."""

from wagtail.admin.views.mixins import SpreadsheetExportMixin

from core.spreadsheets import safe_cell

_stock_value = SpreadsheetExportMixin.preprocess_field_value
_stock_csv = SpreadsheetExportMixin.stream_csv


def keep_formulas_out():
    """Let no export of Wagtail hold a text that a spreadsheet could take for a formula."""
    SpreadsheetExportMixin.preprocess_field_value = _safe_value
    SpreadsheetExportMixin.stream_csv = _marked_csv


def _safe_value(self, field, value, export_format):
    value = _stock_value(self, field, value, export_format)
    return safe_cell(value) if isinstance(value, str) else value


def _marked_csv(self, queryset):
    # Excel takes a file without this mark for one of the last century.
    yield "\ufeff".encode()
    yield from _stock_csv(self, queryset)
