"""What every served site shares, on one's own machine and in production."""

from . import environment
from .base import *  # noqa: F403
from .base import DATABASES

DEBUG = False

# Opening SQLite anew costs a fifth of a page view, and PostgreSQL a round trip or more.
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# The names of static files carry a hash of their content.
WHITENOISE_MAX_AGE = 60

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"

LOG_LEVEL = environment.one_of(
    "LOG_LEVEL", ["WARNING", "DEBUG", "INFO", "ERROR", "CRITICAL"]
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}
    },
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line"},
    },
    # What asks for attention; LOG_LEVEL=INFO adds who changed which page.
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    "loggers": {
        # Django's own handler writes to stderr only while DEBUG is on.
        "django": {"handlers": ["stderr"], "level": LOG_LEVEL, "propagate": False},
        # Every save of a page starts two of these.
        "django_tasks": {"level": "WARNING"},
    },
}
