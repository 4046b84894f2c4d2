"""The networks and organizations of workers, and the directory that lists them."""

from organisations.models.organisation import Organisation
from organisations.models.organisation_list_page import OrganisationListPage

__all__ = ["Organisation", "OrganisationListPage"]
