"""How and with whom the network partners, and who funds it."""

from partnerships.models.funder import Funder
from partnerships.models.funder_list_page import FunderListPage
from partnerships.models.partnership_page import PartnershipPage

__all__ = ["Funder", "FunderListPage", "PartnershipPage"]
