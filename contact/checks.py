"""Says at a check before deployment what would let visitors send more messages than the settings allow."""

from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from django.core.checks import Warning, register


@register(deploy=True)
def check_shared_cache(app_configs, **kwargs):
    """Report where each server process counts the messages of a visitor for itself."""
    if not isinstance(caches["shared"], LocMemCache):
        return []
    return [
        Warning(
            "The cache “shared” is the memory of each process, which counts the messages of a visitor anew.",
            hint="Set CACHE_URL to a server such as redis://localhost:6379/0, or leave it empty to count in the database.",
            id="contact.W001",
        )
    ]
