"""The addresses of the desk, below `admin/translations/`."""

from django.urls import path

from translations.desk import views

urlpatterns = [
    path(
        "translations/<int:version_id>/",
        views.DeskView.as_view(),
        name="translations_desk",
    ),
    path(
        "translations/<int:version_id>/texts/",
        views.SaveView.as_view(),
        name="translations_save",
    ),
    path(
        "translations/<int:version_id>/beside/",
        views.BesideView.as_view(),
        name="translations_beside",
    ),
    path(
        "translations/<int:version_id>/preview/",
        views.PreviewView.as_view(),
        name="translations_preview",
    ),
    path(
        "translations/of/<int:content_type_id>/<int:object_id>/<slug:language>/",
        views.OpenView.as_view(),
        name="translations_open",
    ),
]
