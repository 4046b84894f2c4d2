"""Every address of the site; pages come last because they answer to any path."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from core.doors import closed_doors
from wiego_site.health import health
from wiego_site.media import media_urls

urlpatterns = [
    path("healthz", health),
    path("admin/", include(closed_doors)),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    *media_urls(),
    *i18n_patterns(path("", include(wagtail_urls))),
]
