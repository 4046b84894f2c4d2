"""The addresses of what is said of texts, below `admin/translations/`."""

from django.urls import path

from translations.comments import views

urlpatterns = [
    path(
        "translations/<int:version_id>/comments/",
        views.TalkView.as_view(),
        name="translations_talk",
    ),
    path(
        "translations/<int:version_id>/colleagues/",
        views.ColleaguesView.as_view(),
        name="translations_colleagues",
    ),
]
