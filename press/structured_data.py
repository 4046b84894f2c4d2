"""A release as search engines read it."""

from django.utils.safestring import SafeString

from core.structured_data import json_ld
from core.texts import text


def news_article(page, site_settings, url: str, language: str) -> SafeString:
    """Return `page` as a piece of news, in the language that its heading is in."""
    heading = page.heading(language)
    changed_at = page.last_published_at
    data = {
        "@type": "NewsArticle",
        "headline": str(heading),
        "description": str(text(page, "summary")),
        "inLanguage": heading.language,
        "datePublished": page.date.isoformat(),
        "dateModified": changed_at.isoformat() if changed_at else "",
        "url": url,
        "publisher": {
            "@type": "Organization",
            "name": str(text(site_settings, "name")),
        },
    }
    return json_ld({name: value for name, value in data.items() if value})
