"""The WSGI entry point, as `wiego_site.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wiego_site.settings.production")

application = get_wsgi_application()
