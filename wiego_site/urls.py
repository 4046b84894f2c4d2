"""Every address of the site; pages come last because they answer to any path."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.utils.translation import pgettext_lazy
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from core import sitemaps, views
from core.doors import closed_doors
from core.page_chooser import page_chooser
from search.urls import urlpatterns as search_urls
from wiego_site.admin_scripts import script_texts
from wiego_site.health import health
from wiego_site.media import media_urls

urlpatterns = [
    path("", views.choose_language),
    path("robots.txt", views.robots),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path(
        "sitemap-<slug:language>-<int:number>.xml",
        sitemaps.sitemap_of_language,
        name="sitemap_of_language",
    ),
    path("healthz", health),
    path("admin/", include([*closed_doors, *page_chooser])),
    path("admin/jsi18n/", script_texts),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    *media_urls(),
    *i18n_patterns(
        # Wagtail's second way to sign in, for private pages; one is enough to guard.
        path("_util/login/", views.sign_in),
        path("_contact/", include("contact.urls")),
        # Translators: the address of the search, in small ASCII letters, with a slash at its end.
        path(pgettext_lazy("address", "search/"), include(search_urls)),
        path("", include(wagtail_urls)),
    ),
]

handler400 = views.bad_request
handler403 = views.permission_denied
handler404 = views.page_not_found
handler500 = views.server_error
