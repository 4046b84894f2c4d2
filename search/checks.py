"""Finds wrong settings of OpenSearch when the project starts."""

from importlib.util import find_spec
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks


@checks.register
def check_opensearch(app_configs, **kwargs):
    """Find settings with which no server could be asked; an address may hold a password and is not repeated."""
    if not settings.OPENSEARCH_URL:
        return []
    problems = []
    if not _is_address(settings.OPENSEARCH_URL):
        problems.append(
            checks.Error(
                "OPENSEARCH_URL is no address of a server.",
                hint="Set it to one such as https://user:password@search.example.org:9200, "
                "or to nothing: the database answers searches then.",
                id="search.E001",
            )
        )
    if find_spec("opensearchpy") is None:
        problems.append(
            checks.Error(
                "OPENSEARCH_URL names a server, but the package opensearch-py is missing.",
                hint="Install it: pip install 'opensearch-py~=3.2.0'. Or leave the variable empty.",
                id="search.E002",
            )
        )
    return problems


def _is_address(url):
    try:
        parts = urlsplit(url)
        # Without a port it is that of the scheme; to read a wrong one raises ValueError.
        return (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and parts.port != 0
        )
    except ValueError:
        return False
