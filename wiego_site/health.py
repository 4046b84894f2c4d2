"""Answers whoever watches over the server: the site runs, and reaches its database."""

from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
@never_cache
def health(request):
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("No database\n", content_type="text/plain", status=503)
    return HttpResponse("OK\n", content_type="text/plain")
