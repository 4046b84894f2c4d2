"""The form of every type of page opens with its rows, and saves what it shows as it was."""

import pytest
from wagtail.models import get_page_models

from core.models import SitePage
from resources.models import Sector
from tests import factories
from tests.admin.forms import draft_of, open_page
from tests.admin.people import make_staff, make_translator, signed_in

pytestmark = pytest.mark.django_db


def sectors() -> list[int]:
    labels = {"waste": "Récupération", "domestic": "Travail domestique"}
    made = [Sector.objects.create(key=key, label_fr=labels[key]) for key in labels]
    return [sector.pk for sector in made]


MAKERS = {
    "ContactPage": lambda: factories.make_contact_page(
        routes=[factories.contact_route()]
    ),
    "ContentPage": factories.make_content_page,
    "FaqPage": lambda: factories.make_faq_page(items=[factories.faq_item()]),
    "FunderListPage": lambda: factories.make_funder_list_page(
        funders=[factories.funder()]
    ),
    "HomePage": factories.home_page,
    "OrganisationListPage": lambda: factories.make_organisation_list_page(
        organisations=[factories.organisation(sectors=sectors())]
    ),
    "PartnershipPage": factories.make_partnership_page,
    "PressItemPage": factories.make_press_item,
    "PressRoomPage": lambda: factories.make_press_room(
        contacts=[factories.press_contact()]
    ),
    "ResourceIndexPage": factories.make_resource_index_page,
    "ResourcePage": factories.make_resource_page,
}
PEOPLE = {"staff": make_staff, "a translator": lambda: make_translator("es")}


def test_every_page_type_is_opened():
    types = {model.__name__ for model in get_page_models() if model is not SitePage}

    assert types == set(MAKERS)


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("page_type", MAKERS)
def test_the_form_opens_and_saves_what_it_shows(page_type, person):
    page = MAKERS[page_type]()
    form = open_page(signed_in(PEOPLE[person]()), page)

    response = form.set(title_es="Otro título").save()

    assert response.status_code == 302, response.context["form"].errors
    assert draft_of(page).title_es == "Otro título"


def test_an_organization_keeps_the_sectors_that_are_ticked():
    page = MAKERS["OrganisationListPage"]()
    form = open_page(signed_in(make_staff()), page)
    waste, domestic = Sector.objects.order_by("pk")

    form.save()
    (row,) = draft_of(page).organisations.all()
    assert row.sectors == [waste.pk, domestic.pk]

    form.set(**{"organisations-0-sectors": [str(domestic.pk)]}).save()
    (row,) = draft_of(page).organisations.all()
    assert row.sectors == [domestic.pk]
