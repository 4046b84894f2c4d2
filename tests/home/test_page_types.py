from wagtail.models import get_page_models
from wagtail.test.utils import WagtailPageTestCase

from contact.models import ContactPage
from core.models import SitePage
from faq.models import FaqPage
from home.models import ContentPage, HomePage
from organisations.models import OrganisationListPage
from partnerships.models import FunderListPage, PartnershipPage
from press.models import PressItemPage, PressRoomPage
from resources.models import ResourceIndexPage, ResourcePage
from tests.factories import make_funder_list_page, make_partnership_page


class TestPageTree(WagtailPageTestCase):
    def test_only_a_home_page_stands_at_the_root(self):
        self.assertCanCreateAt(SitePage, HomePage)
        for page_type in [
            ContactPage,
            ContentPage,
            FaqPage,
            FunderListPage,
            OrganisationListPage,
            PressItemPage,
            PressRoomPage,
            PartnershipPage,
        ]:
            self.assertCanNotCreateAt(SitePage, page_type)

    def test_there_is_one_home_page(self):
        self.assertFalse(HomePage.can_create_at(SitePage.objects.get(depth=1)))

    def test_the_home_page_holds_sections(self):
        self.assertAllowedSubpageTypes(
            HomePage,
            {
                ContentPage,
                PartnershipPage,
                FaqPage,
                ContactPage,
                ResourceIndexPage,
                PressRoomPage,
                OrganisationListPage,
            },
        )

    def test_a_content_page_holds_what_belongs_to_its_subject(self):
        self.assertAllowedSubpageTypes(
            ContentPage,
            {ContentPage, FunderListPage, FaqPage, ContactPage, OrganisationListPage},
        )

    def test_the_partnership_page_holds_funders_questions_and_texts(self):
        self.assertAllowedSubpageTypes(
            PartnershipPage, {FunderListPage, FaqPage, ContentPage}
        )

    def test_the_list_of_resources_holds_documents_and_texts_about_them(self):
        self.assertAllowedSubpageTypes(ResourceIndexPage, {ResourcePage, ContentPage})
        self.assertAllowedSubpageTypes(ResourcePage, {})

    def test_the_press_room_holds_what_it_publishes_and_texts(self):
        self.assertAllowedSubpageTypes(PressRoomPage, {PressItemPage, ContentPage})
        self.assertAllowedSubpageTypes(PressItemPage, {})

    def test_lists_hold_no_pages(self):
        self.assertAllowedSubpageTypes(FaqPage, {})
        self.assertAllowedSubpageTypes(ContactPage, {})
        self.assertAllowedSubpageTypes(FunderListPage, {})
        self.assertAllowedSubpageTypes(OrganisationListPage, {})

    def test_a_section_has_one_list_of_funders(self):
        section = make_partnership_page()
        self.assertTrue(FunderListPage.can_create_at(section))

        make_funder_list_page(section)

        self.assertFalse(FunderListPage.can_create_at(section))

    def test_nobody_creates_a_page_of_no_type(self):
        self.assertFalse(SitePage.is_creatable)

    def test_each_type_tells_an_editor_what_it_is_for(self):
        for page_type in get_page_models():
            if page_type.is_creatable:
                self.assertTrue(page_type.get_page_description(), page_type)
