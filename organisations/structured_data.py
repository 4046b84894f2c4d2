"""Who belongs to the network, for search engines."""

from django.utils.safestring import SafeString

from core.structured_data import json_ld
from core.texts import text


def members_of(site_settings, entries) -> SafeString:
    """Return the organisation of the site with `entries` as its members."""
    return json_ld(
        {
            "@type": "Organization",
            "name": str(text(site_settings, "name")),
            "member": [_structured(entry) for entry in entries],
        }
    )


def _structured(entry):
    data = {
        "@type": "Organization",
        "name": str(entry.name),
        "alternateName": str(entry.acronym),
        "url": entry.website,
        "foundingDate": str(entry.founded or ""),
        "location": entry.country_name,
    }
    return {key: value for key, value in data.items() if value}
