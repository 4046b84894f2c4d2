"""Settings for `make run`: served as in production, on one's own machine over plain HTTP."""

import os

from . import environment
from .local_secret import kept_secret
from .serving import *  # noqa: F403
from .serving import VAR_DIR

SECRET_KEY = kept_secret(VAR_DIR / "secret_key")
ALLOWED_HOSTS = [
    "localhost",
    "127.0.0.1",
    "[::1]",
    *environment.listed("ALLOWED_HOSTS"),
]
CSRF_TRUSTED_ORIGINS = environment.listed("CSRF_TRUSTED_ORIGINS")
WAGTAILADMIN_BASE_URL = (
    os.environ.get("SITE_URL") or f"http://localhost:{os.environ.get('PORT') or 8000}"
)
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEMO_ACCOUNTS = True
SERVES_MEDIA = True
# A demonstration shows unverified funders too, labelled as samples.
SHOW_SAMPLE_DATA = environment.switch("SHOW_SAMPLE_DATA", default=True)
