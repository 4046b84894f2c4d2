import pytest

from resources.models import Region, Sector
from tests.factories import make_organisation_list_page, organisation


@pytest.fixture
def street():
    return Sector.objects.create(
        key="street", label_fr="Vente de rue", label_en="Street vendors"
    )


@pytest.fixture
def waste():
    return Sector.objects.create(key="waste", label_fr="Récupération")


@pytest.fixture
def africa():
    return Region.objects.create(key="africa", label_fr="Afrique", label_en="Africa")


@pytest.fixture
def directory(street, waste, africa):
    """A global network without a seat, and a member in Ghana."""
    network = organisation(
        anchor="streetnet",
        name_fr="StreetNet",
        website="https://streetnet.org.za",
        sectors=[street.pk],
        size_fr="Des affiliées dans 45 pays",
        size_en="Affiliates in 45 countries",
        size_year=2015,
    )
    member = organisation(
        anchor="ihvag",
        name_fr="Association des vendeuses",
        acronym_fr="IHVAG",
        kind="member_institutional",
        country="GH",
        region=africa,
        sectors=[street.pk, waste.pk],
        size_fr="6 000 membres",
        evidence_note="A note for staff",
    )
    return make_organisation_list_page(organisations=[network, member])
