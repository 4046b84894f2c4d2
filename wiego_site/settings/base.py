"""Settings shared by every environment; dev, test and production override them."""

import os
import zoneinfo
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from . import environment

BASE_DIR = Path(__file__).resolve().parent.parent.parent
# Everything that the site writes, unless the environment names other places.
VAR_DIR = Path(os.environ.get("VAR_DIR") or BASE_DIR / "var")

# Django

INSTALLED_APPS = [
    "core.refusals",
    "modeltranslation",
    # Bases register their translated fields before the pages that inherit them.
    "core",
    "translations",
    "partnerships",
    "faq",
    "resources",
    "organisations",
    "press",
    "home",
    "search",
    "contact",
    "moving_in",
    "wagtail.contrib.redirects",
    "wagtail.contrib.table_block",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "core.apps.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "wiego_site.compression.PublicPageCompressionMiddleware",
    "wiego_site.content_policy.ContentPolicyMiddleware",
    "core.middleware.BadRequestMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "core.moved_pages.MovedPageMiddleware",
    "core.bad_posts.BadPostMiddleware",
]

ROOT_URLCONF = "wiego_site.urls"
CSRF_FAILURE_VIEW = "core.views.csrf_failure"
LOGIN_REDIRECT_URL = "/"
WSGI_APPLICATION = "wiego_site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "core.User"


DATABASES = {
    "default": environment.database(
        os.environ.get("DATABASE_URL") or f"sqlite:///{VAR_DIR / 'db.sqlite3'}"
    )
}
CACHES = {
    "default": environment.cache(os.environ.get("CACHE_URL") or "locmemcache://"),
    # What all server processes must count together.
    "shared": environment.cache(
        os.environ.get("CACHE_URL") or "dbcache://shared_cache"
    ),
}

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "wiego_site" / "static"]
MEDIA_URL = "/media/"
# In production the proxy serves uploaded files.
SERVES_MEDIA = False
MEDIA_ROOT = VAR_DIR / "media"

TIME_ZONE = "UTC"
USE_TZ = True

# Frames of our own pages: the admin previews a page beside its form.
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]

# A directory of hundreds of rows, each in every language, sends thousands of fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

# A mail server that does not answer keeps nobody waiting for longer, in seconds.
EMAIL_TIMEOUT = 10

# The contact form: how many messages a visitor may send, and how long they are kept.
CONTACT_MESSAGES_AN_HOUR = environment.number("CONTACT_MESSAGES_AN_HOUR", 5)
CONTACT_KEEP_DAYS = environment.number("CONTACT_KEEP_DAYS", 365)
# Proxies of ours before the site, each of which adds an address to X-Forwarded-For.
PROXY_COUNT = 0

# `make run` and `make dev` print a new way to sign in at each start; nothing else may.
DEMO_ACCOUNTS = False

# Languages: one more language is one more line here, then makemigrations and migrate.

LANGUAGE_CODE = "fr"
LANGUAGES = [
    ("fr", _("French")),
    ("en", _("English")),
    ("es", _("Spanish")),
]
LOCALE_PATHS = [
    BASE_DIR / "locale",
    # What Wagtail's own catalogues lack.
    BASE_DIR / "wiego_site" / "catalogues" / "wagtail",
]
USE_I18N = True
FORMAT_MODULE_PATH = ["wiego_site.formats"]

# modeltranslation

MODELTRANSLATION_DEFAULT_LANGUAGE = LANGUAGE_CODE
MODELTRANSLATION_FALLBACK_LANGUAGES = {"default": (LANGUAGE_CODE,)}
MODELTRANSLATION_REQUIRED_LANGUAGES = (LANGUAGE_CODE,)
MODELTRANSLATION_CUSTOM_FIELDS = ("RichTextField", "StreamField")

# Wagtail

WAGTAIL_SITE_NAME = "WIEGO"
WAGTAIL_PAGE_MODEL = "core.SitePage"
WAGTAIL_I18N_ENABLED = False
WAGTAILIMAGES_IMAGE_MODEL = "core.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "core.image_forms.SiteImageForm"
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "core.SiteDocument"
# Documents go through Wagtail, which asks for rights and sends a browser nothing to run;
# all but these are downloads.
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES = ["application/pdf"]
WAGTAILADMIN_BASE_URL = os.environ.get("SITE_URL") or "http://localhost:8000"
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
# Some systems list this one too, which no browser knows.
WAGTAIL_USER_TIME_ZONES = sorted(zoneinfo.available_timezones() - {"localtime"})
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database"},
}
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_FINISH_WORKFLOW_ACTION = "core.workflows.publish_for_whoever_may"
# The admin asks nothing of other sites: no portraits, and no news of Wagtail.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_PASSWORD_REQUIRED_TEMPLATE = "password_required.html"
# `core.redirects` leaves them in every language.
WAGTAILREDIRECTS_AUTO_CREATE = False

# Site

# Unverified funders are shown, labelled as sample data, only in a demonstration.
SHOW_SAMPLE_DATA = environment.switch("SHOW_SAMPLE_DATA", default=False)

# A server of OpenSearch answers searches where one is named; the database does otherwise.
OPENSEARCH_URL = os.environ.get("OPENSEARCH_URL") or ""
OPENSEARCH_INDEX = os.environ.get("OPENSEARCH_INDEX") or "wiego-site"

# A machine suggests translations where one is named: libretranslate or deepl.
MACHINE_TRANSLATION = os.environ.get("MACHINE_TRANSLATION") or ""
MACHINE_TRANSLATION_URL = os.environ.get("MACHINE_TRANSLATION_URL") or ""
MACHINE_TRANSLATION_KEY = os.environ.get("MACHINE_TRANSLATION_KEY") or ""
MACHINE_TRANSLATION_FORMALITY = os.environ.get("MACHINE_TRANSLATION_FORMALITY") or ""
MACHINE_TRANSLATION_TIMEOUT = environment.seconds("MACHINE_TRANSLATION_TIMEOUT", 10)

# The most that is read of a translator's file: its size, its texts, how deep its tags go.
TRANSLATIONS_EXCHANGE_LIMITS = {"bytes": 10_000_000, "units": 20_000, "depth": 40}
# How long such a file can be confirmed, and what became of it be read.
TRANSLATIONS_FILES_KEPT_DAYS = 7
