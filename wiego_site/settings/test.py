"""Settings for the test suite: fast, and as close to production as a test can be."""

from tempfile import TemporaryDirectory

from .base import *  # noqa: F403
from .base import DATABASES

SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Static files come straight from the source, for the tests that open a browser.
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, as in production: threads that share a database in memory meet locks for
    # which no timeout waits. It goes with the process.
    DATABASE_FOLDER = TemporaryDirectory(ignore_cleanup_errors=True)
    DATABASES["default"]["TEST"] = {"NAME": f"{DATABASE_FOLDER.name}/test.sqlite3"}
