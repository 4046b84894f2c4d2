"""The addresses of files of translations, and of what concerns one language of one page, snippet or image."""

from django.urls import path

from translations.change_views import ChangesView
from translations.exchange_views import ExportView, ImportPlanView, ImportView

language_urls = [
    path(
        "translations/export/",
        ExportView.as_view(),
        name="translation_export",
    ),
    path(
        "translations/import/",
        ImportView.as_view(),
        name="translation_import",
    ),
    path(
        "translations/import/<int:file_id>/",
        ImportPlanView.as_view(),
        name="translation_import_plan",
    ),
    path(
        "translations/language/<int:version_id>/changes/",
        ChangesView.as_view(),
        name="translation_changes",
    ),
]
