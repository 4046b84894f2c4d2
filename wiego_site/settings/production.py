"""Settings for the public site; everything secret comes from the environment."""

import os

from django.core.exceptions import ImproperlyConfigured

from . import environment
from .serving import *  # noqa: F403
from .serving import VAR_DIR

environment.required(
    "DATABASE_URL", f"the database's address, such as {environment.DATABASE_EXAMPLES}"
)
SECRET_KEY = environment.required(
    "SECRET_KEY",
    "at least 50 random characters, kept from everyone. Make some with "
    "`python -c 'import secrets; print(secrets.token_urlsafe(50))'`",
)
ALLOWED_HOSTS = environment.listed("ALLOWED_HOSTS")
if not ALLOWED_HOSTS:
    environment.required(
        "ALLOWED_HOSTS", "the site's host names, comma-separated: www.example.org"
    )
WAGTAILADMIN_BASE_URL = environment.required(
    "SITE_URL", "the address at which visitors reach the site: https://www.example.org"
)
CSRF_TRUSTED_ORIGINS = environment.listed("CSRF_TRUSTED_ORIGINS")
if not WAGTAILADMIN_BASE_URL.startswith(("https://", "http://")):
    raise ImproperlyConfigured(
        f"SITE_URL is “{WAGTAILADMIN_BASE_URL}”. Set it to a whole address, such as "
        "https://www.example.org."
    )

# HTTPS everywhere. The proxy must set the header below itself and drop a visitor's own.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
PROXY_COUNT = environment.number("PROXY_COUNT", 1)
SECURE_SSL_REDIRECT = environment.switch("SECURE_SSL_REDIRECT", default=True)
# Health checks reach the site from inside, without the proxy.
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = environment.seconds("SECURE_HSTS_SECONDS", 365 * 24 * 60 * 60)
SECURE_HSTS_INCLUDE_SUBDOMAINS = environment.switch(
    "SECURE_HSTS_INCLUDE_SUBDOMAINS", default=True
)
SECURE_HSTS_PRELOAD = environment.switch("SECURE_HSTS_PRELOAD", default=True)
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

MEDIA_ROOT = os.environ.get("MEDIA_ROOT") or VAR_DIR / "media"
STATIC_ROOT = os.environ.get("STATIC_ROOT") or VAR_DIR / "static"

DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL") or "webmaster@localhost"
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# Without EMAIL_URL the messages go to the log, where an operator sees that none was sent.
vars().update(environment.email(os.environ.get("EMAIL_URL") or "consolemail://"))
