"""The doors of Wagtail's admin that nothing here uses and that ask for too few rights."""

from django.core.exceptions import PermissionDenied
from django.urls import path


def closed(request, **kwargs):
    """Deny everybody."""
    raise PermissionDenied


# Its actions let whoever may edit one language bring back the others from an old
# revision, or turn an alias into a page.
closed_doors = [
    path("api/main/pages/<int:pk>/action/<str:action_name>/", closed),
]
