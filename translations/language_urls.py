"""The addresses of files of translations, and of what concerns one language of one page, snippet or image."""

from django.urls import path

from translations.change_views import ChangesView
from translations.exchange_views import ExportView
from translations.history_views import HistoryView, LanguageRevisionView
from translations.import_views import ImportPlanView, ImportView
from translations.language_views import LanguageView, PublishView, SourceView

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
        "translations/language/<int:version_id>/",
        LanguageView.as_view(),
        name="translation_language",
    ),
    path(
        "translations/language/<int:version_id>/source/",
        SourceView.as_view(),
        name="translation_source",
    ),
    path(
        "translations/language/<int:version_id>/publish/",
        PublishView.as_view(),
        name="translation_publish",
    ),
    path(
        "translations/language/<int:version_id>/history/",
        HistoryView.as_view(),
        name="translation_history",
    ),
    path(
        "translations/language/<int:version_id>/history/<int:revision_id>/",
        LanguageRevisionView.as_view(),
        name="translation_revision",
    ),
    path(
        "translations/language/<int:version_id>/changes/",
        ChangesView.as_view(),
        name="translation_changes",
    ),
]
