"""The addresses of what concerns one language of one page, snippet or image."""

from django.urls import path

from translations.change_views import ChangesView

language_urls = [
    path(
        "translations/language/<int:version_id>/changes/",
        ChangesView.as_view(),
        name="translation_changes",
    ),
]
