"""The knowledge base: its documents, the list of them, and the lists by which they are sorted."""

from resources.models.facets import ResourceFacet, ResourceOrder
from resources.models.imports import ResourceImport
from resources.models.index_page import ResourceIndexPage
from resources.models.resource_page import ResourcePage
from resources.models.rows import ResourceAuthor, ResourceFile
from resources.models.taxonomies import Region, ResourceType, Sector, Theme

__all__ = [
    "Region",
    "ResourceAuthor",
    "ResourceFacet",
    "ResourceFile",
    "ResourceImport",
    "ResourceIndexPage",
    "ResourceOrder",
    "ResourcePage",
    "ResourceType",
    "Sector",
    "Theme",
]
