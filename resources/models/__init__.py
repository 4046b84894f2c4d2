"""The knowledge base, and the lists by which it is sorted."""

from resources.models.taxonomies import Region, ResourceType, Sector, Theme

__all__ = ["Region", "ResourceType", "Sector", "Theme"]
