"""The models every other app stands on: pages, media, people and site settings."""

from core.models.children import TranslatedChild
from core.models.media import SiteDocument, SiteImage, SiteRendition
from core.models.pages import SitePage
from core.models.site_settings import MenuItem, SiteSettings
from core.models.users import User

__all__ = [
    "MenuItem",
    "SiteDocument",
    "SiteImage",
    "SitePage",
    "SiteRendition",
    "SiteSettings",
    "TranslatedChild",
    "User",
]
