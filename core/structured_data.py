"""What search engines read: JSON-LD that no text can break out of."""

import json

from django.utils.safestring import SafeString, mark_safe

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
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(ESCAPES))
