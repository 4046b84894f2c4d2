"""What search engines read: JSON-LD that no text can break out of."""

import json
from urllib.parse import urljoin

from django.utils.safestring import SafeString, mark_safe

from core.texts import text

ESCAPES = str.maketrans(
    {
        "<": "\\u003C",
        ">": "\\u003E",
        "&": "\\u0026",
        "\u2028": "\\u2028",
        "\u2029": "\\u2029",
    }
)


def json_ld(data: dict) -> SafeString:
    """Return `data` as text for `<script type="application/ld+json">`."""
    content = {"@context": "https://schema.org", **data}
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(written.translate(ESCAPES))


def organization(page, site_settings) -> SafeString:
    """Return who the organisation is, for the home page."""
    links = [link.url for link in site_settings.social_links.all()]
    data = {
        "@type": "Organization",
        "name": str(text(site_settings, "name")),
        "url": page.get_full_url(),
    }
    return json_ld({**data, "sameAs": links} if links else data)


def breadcrumb_list(links, page_url: str) -> SafeString:
    """Return the way from the home page down to the page at `page_url`, whose own address goes without saying."""
    steps = [
        {"@type": "ListItem", "position": position, "name": str(link.label)}
        | ({} if link.is_current else {"item": urljoin(page_url, link.url)})
        for position, link in enumerate(links, 1)
    ]
    return json_ld({"@type": "BreadcrumbList", "itemListElement": steps})
