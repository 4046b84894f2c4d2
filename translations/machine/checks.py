"""Finds wrong settings of machine translation when the project starts."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks

from translations.machine.deepl import FORMALITIES
from translations.machine.services import SERVICES

ON_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


@checks.register
def check_machine_translation(app_configs, **kwargs):
    """Find settings with which no service could be asked, or not safely."""
    name = settings.MACHINE_TRANSLATION
    if not name:
        return []
    if name not in SERVICES:
        return [
            checks.Error(
                f"MACHINE_TRANSLATION is “{name}”, which is no service.",
                hint=f"Set it to one of {', '.join(SERVICES)}, or to nothing.",
                id="translations.E101",
            )
        ]
    return [*_wrong_address(name), *_missing_key(name), *_wrong_formality()]


def _wrong_address(name):
    url = settings.MACHINE_TRANSLATION_URL
    if not url and name == "deepl":
        return []
    host = _host(url)
    if not host:
        return [
            checks.Error(
                f"MACHINE_TRANSLATION_URL is “{url}”, which is no address of a service.",
                hint="Set it to one such as http://localhost:5000 or https://translate.example.org.",
                id="translations.E102",
            )
        ]
    if url.startswith("http:") and host not in ON_THIS_MACHINE:
        return [
            checks.Warning(
                f"MACHINE_TRANSLATION_URL is “{url}”: texts and the key travel unencrypted.",
                hint="Use an address that begins with https://, unless the network is your own.",
                id="translations.W101",
            )
        ]
    return []


def _host(url):
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return parts.hostname if parts.scheme in ("http", "https") else ""


def _missing_key(name):
    if name != "deepl" or settings.MACHINE_TRANSLATION_KEY:
        return []
    return [
        checks.Error(
            "MACHINE_TRANSLATION is “deepl”, and MACHINE_TRANSLATION_KEY is not set.",
            hint="Set it to the key that the account at DeepL shows.",
            id="translations.E103",
        )
    ]


def _wrong_formality():
    formality = settings.MACHINE_TRANSLATION_FORMALITY
    if formality in ("", *FORMALITIES):
        return []
    return [
        checks.Error(
            f"MACHINE_TRANSLATION_FORMALITY is “{formality}”.",
            hint=f"Set it to one of {', '.join(FORMALITIES)}, or to nothing.",
            id="translations.E104",
        )
    ]
